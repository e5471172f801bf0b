package org.calltolocalaction.pledges.signoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.files.AttachmentId;
import org.calltolocalaction.pledges.signoff.SignOff.Letter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whatever heads of government said of drafts, and with what versions were submitted. */
@Component
class SignOffs {

	/** How many a page lists. */
	static final int MOST_LISTED = 20;

	private final JdbcClient jdbc;

	SignOffs(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @param recordedBy the member who uploaded the letter; null where it came by a link
	 */
	void keep(SignOff given, @Nullable AccountId recordedBy) {
		Letter letter = given.letter();
		jdbc.sql("""
				insert into sign_off (id, reference, kind, link, letter, signed_on, name, office, comment, answers,
				text_sha256, draft_version, saved_at, given_at, recorded_by)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)""")
			.params(Arrays.asList(given.id().value(), given.reference().value(), given.kind().name(),
					given.link() == null ? null : given.link().value(), letter == null ? null : letter.file().value(),
					letter == null ? null : letter.signedOn(), given.name(), given.function(), given.comment(),
					given.text().answers().toJson(), given.text().sha256(), given.draftVersion(), utc(given.savedAt()),
					utc(given.givenAt()), recordedBy == null ? null : recordedBy.value()))
			.update();
	}

	/** What counts now. */
	Optional<SignOff> newest(PledgeReference reference) {
		return jdbc.sql("select * from sign_off where reference = ? order by place desc limit 1")
			.param(reference.value())
			.query(SignOffs::read)
			.optional();
	}

	/** The newest said by this link. */
	Optional<SignOff> newestBy(ReadingLink link) {
		return jdbc.sql("select * from sign_off where link = ? order by place desc limit 1")
			.param(link.id().value())
			.query(SignOffs::read)
			.optional();
	}

	/** The last ones, newest first. */
	List<SignOff> last(PledgeReference reference) {
		return jdbc.sql("select * from sign_off where reference = ? order by place desc limit ?")
			.params(reference.value(), MOST_LISTED)
			.query(SignOffs::read)
			.list();
	}

	void submittedWith(SignOff counting, int revision, boolean sameText) {
		jdbc.sql("insert into revision_sign_off (reference, number, sign_off, same_text) values (?, ?, ?, ?)")
			.params(counting.reference().value(), revision, counting.id().value(), sameText)
			.update();
	}

	/** The one with which this version was submitted, if there was one. */
	Optional<SubmittedSignOff> submittedWith(PledgeReference reference, int revision) {
		return jdbc.sql("""
				select s.*, r.same_text from revision_sign_off r join sign_off s on s.id = r.sign_off
				where r.reference = ? and r.number = ?""")
			.params(reference.value(), revision)
			.query((row, number) -> new SubmittedSignOff(read(row, number), row.getBoolean("same_text")))
			.optional();
	}

	/** The same of these versions, one of each pledge. */
	Map<PledgeReference, SubmittedSignOff> submittedWith(Map<PledgeReference, Integer> revisions) {
		List<PledgeReference> references = List.copyOf(revisions.keySet());
		return jdbc.sql("""
				select s.*, r.same_text from unnest(?, ?) as wanted (reference, number)
				join revision_sign_off r on r.reference = wanted.reference and r.number = wanted.number
				join sign_off s on s.id = r.sign_off""")
			.params(references.stream().map(PledgeReference::value).toArray(String[]::new),
					references.stream().map(revisions::get).toArray(Integer[]::new))
			.query((row, number) -> new SubmittedSignOff(read(row, number), row.getBoolean("same_text")))
			.list()
			.stream()
			.collect(Collectors.toMap(submitted -> submitted.signOff().reference(), Function.identity()));
	}

	/** Whether it is a letter with which some version was submitted. */
	boolean submittedWith(PledgeReference reference, AttachmentId letter) {
		return jdbc.sql("""
				select exists (select from revision_sign_off r join sign_off s on s.id = r.sign_off
				where r.reference = ? and s.letter = ?)""")
			.params(reference.value(), letter.value())
			.query(Boolean.class)
			.single();
	}

	private static SignOff read(ResultSet row, int number) throws SQLException {
		UUID letter = row.getObject("letter", UUID.class);
		UUID link = row.getObject("link", UUID.class);
		return new SignOff(new SignOffId(row.getObject("id", UUID.class)),
				new PledgeReference(row.getString("reference")), SignOffKind.valueOf(row.getString("kind")),
				row.getString("name"), row.getString("office"), row.getString("comment"),
				new PledgeText(Answers.fromJson(row.getString("answers")), row.getString("text_sha256")),
				row.getLong("draft_version"), row.getTimestamp("saved_at").toInstant(),
				row.getTimestamp("given_at").toInstant(),
				letter == null ? null
						: new Letter(new AttachmentId(letter), row.getObject("signed_on", LocalDate.class)),
				link == null ? null : new ReadingLinkId(link));
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
