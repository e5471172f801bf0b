package org.calltolocalaction.pledges;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every save of a working copy. Two members who edit at once are told apart by the version that each began from, and
 * what one could not save is kept here all the same.
 */
@Component
class DraftSaves {

	private static final String INSERT = """
			insert into draft_save (reference, version, answers, saved_at, saved_by, kept)
			values (?, ?, ?::jsonb, ?, ?, ?)""";

	private final JdbcClient jdbc;

	DraftSaves(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void kept(Pledge pledge) {
		insert(pledge.reference(), pledge.draftVersion(), pledge.answers(), pledge.changedBy(), pledge.changedAt(), true);
	}

	/** What a member wanted to save upon this version, while a colleague had changed the same answers. */
	void notKept(PledgeReference reference, long baseVersion, Answers answers, AccountId by, Instant at) {
		insert(reference, baseVersion, answers, by, at, false);
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
			boolean kept) {
		jdbc.sql(INSERT)
			.params(reference.value(), version, answers.toJson(), at.atOffset(ZoneOffset.UTC), by.value(), kept)
			.update();
	}

}
