package org.calltolocalaction.pledges;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The saves of a working copy until it is submitted. Two members who edit at once are told apart by the version that each began from, and
 * what one could not save is kept here all the same.
 */
@Component
class DraftSaves {

	private static final String INSERT = """
			insert into draft_save (reference, version, answers, saved_at, saved_by, kept, page)
			values (?, ?, ?::jsonb, ?, ?, ?, ?)""";

	private final JdbcClient jdbc;

	DraftSaves(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @param page the open page from which it came, or null */
	void kept(Pledge pledge, UUID page) {
		insert(pledge.reference(), pledge.draftVersion(), pledge.answers(), pledge.changedBy(), pledge.changedAt(), true,
				page);
	}

	/** What a member wanted to save upon this version, while a colleague had changed the same answers. */
	void notKept(PledgeReference reference, SaveDraft.Change change, Answers answers, AccountId by, Instant at) {
		insert(reference, change.baseVersion(), answers, by, at, false, change.page());
	}

	/** Whether everything that was saved after a version came from one page, because an answer to it was lost. */
	boolean onlyFrom(UUID page, PledgeReference reference, long version) {
		return jdbc.sql("""
				select coalesce(bool_and(page is not distinct from ?), false) from draft_save
				where reference = ? and version > ? and kept""")
			.params(page, reference.value(), version)
			.query(Boolean.class)
			.single();
	}

	/** What the saves came to is a revision now; what could not be saved is kept all the same. */
	void submitted(PledgeReference reference, long version) {
		jdbc.sql("delete from draft_save where reference = ? and kept and version < ?")
			.params(reference.value(), version)
			.update();
	}

	/** The answers as they stood at a version. */
	Optional<Answers> at(PledgeReference reference, long version) {
		return jdbc.sql("select answers from draft_save where reference = ? and version = ? and kept")
			.params(reference.value(), version)
			.query(String.class)
			.optional()
			.map(Answers::fromJson);
	}

	private void insert(PledgeReference reference, long version, Answers answers, AccountId by, Instant at,
			boolean kept, UUID page) {
		jdbc.sql(INSERT)
			.params(reference.value(), version, answers.toJson(), at.atOffset(ZoneOffset.UTC), by.value(), kept, page)
			.update();
	}

}
