package org.calltolocalaction.pledges.keeping;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The saves of a working copy until it is submitted. Two members who edit at once are
 * told apart by the version that each began from, and what one could not save is kept
 * here all the same.
 */
@Component
public class DraftSaves {

	private static final String INSERT = """
			insert into draft_save (reference, version, answers, saved_at, saved_by, kept, page)
			values (?, ?, ?::jsonb, ?, ?, ?, ?)""";

	private final JdbcClient jdbc;

	DraftSaves(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @param page the open page from which it came, or null
	 */
	public void kept(Pledge pledge, @Nullable UUID page) {
		insert(pledge.reference(), pledge.draftVersion(), pledge.answers(), pledge.changedBy(), pledge.changedAt(),
				true, page);
	}

	/**
	 * What a member wanted to save upon this version, while a colleague had changed the
	 * same answers.
	 */
	public void notKept(PledgeReference reference, long version, UUID page, Answers answers, AccountId by, Instant at) {
		insert(reference, version, answers, by, at, false, page);
	}

	/**
	 * The working copy as it stood at a version.
	 *
	 * @param page the open page from which it came, or null
	 */
	public record Save(long version, Answers answers, AccountId by, Instant at, @Nullable UUID page) {
	}

	/** How the working copy stood at this version, and at each later one. */
	public List<Save> from(long version, PledgeReference reference) {
		return jdbc.sql("""
				select version, answers, saved_by, saved_at, page from draft_save
				where reference = ? and version >= ? and kept order by version""")
			.params(reference.value(), version)
			.query((row, number) -> new Save(row.getLong("version"), Answers.fromJson(row.getString("answers")),
					new AccountId(row.getObject("saved_by", UUID.class)), row.getTimestamp("saved_at").toInstant(),
					row.getObject("page", UUID.class)))
			.list();
	}

	/**
	 * What the saves came to is a revision now; what could not be saved is kept all the
	 * same.
	 */
	public void submitted(PledgeReference reference, long version) {
		jdbc.sql("delete from draft_save where reference = ? and kept and version < ?")
			.params(reference.value(), version)
			.update();
	}

	private void insert(PledgeReference reference, long version, Answers answers, AccountId by, Instant at,
			boolean kept, @Nullable UUID page) {
		jdbc.sql(INSERT)
			.params(Arrays.asList(reference.value(), version, answers.toJson(), at.atOffset(ZoneOffset.UTC), by.value(),
					kept, page))
			.update();
	}

}
