package org.calltolocalaction.coordination.governments;

import java.util.List;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.evidence.AddressSays;
import org.calltolocalaction.governments.evidence.AlikeGovernments;
import org.calltolocalaction.governments.evidence.AlikeGovernments.Alike;
import org.calltolocalaction.governments.letters.LetterId;
import org.calltolocalaction.governments.letters.Letters;
import org.calltolocalaction.governments.letters.Letters.Letter;
import org.calltolocalaction.governments.standing.StandingAnswers;
import org.calltolocalaction.governments.standing.StandingAnswers.StandingAnswer;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.request.Download;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gathers what speaks for and against that a government is the one that it says it is.
 */
@Service
@Transactional(readOnly = true)
public class ReadEvidence {

	private static final int MOST_LETTERS = 20;

	private final Governments governments;

	private final AlikeGovernments alike;

	private final Letters letters;

	private final StandingAnswers answers;

	private final JdbcClient jdbc;

	ReadEvidence(Governments governments, AlikeGovernments alike, Letters letters, StandingAnswers answers,
			JdbcClient jdbc) {
		this.governments = governments;
		this.alike = alike;
		this.letters = letters;
		this.answers = answers;
		this.jdbc = jdbc;
	}

	/**
	 * What is known of a government.
	 *
	 * @param alike governments that are called alike
	 * @param answers what it told the coordinators, the newest first
	 * @param submitted how many pledges it has submitted
	 * @param published in how many reports pledges of it stand
	 */
	public record Evidence(Government government, List<Member> members, List<Alike> alike, List<Letter> letters,
			List<StandingAnswer> answers, long submitted, long published) {
	}

	/** Somebody who acts for it, and what their address says of that. */
	public record Member(Person person, AddressSays says) {
	}

	/**
	 * How many pledges it submitted, and how many have a place in a report.
	 */
	private record Pledges(long submitted, long placed) {
	}

	public Evidence of(GovernmentId id, Person by) {
		by.requireOversight();
		Government government = governments.government(id);
		List<Person> members = governments.members(id);
		List<String> addresses = members.stream().map(Person::email).toList();
		Pledges pledges = jdbc
			.sql("""
					select count(*) as submitted, count(place.reference) as placed from pledge_standing
					left join pledge_place place using (reference) where government_id = ? and first_submitted_at is not null""")
			.param(id.value())
			.query((row, number) -> new Pledges(row.getLong("submitted"), row.getLong("placed")))
			.single();
		return new Evidence(government,
				members.stream()
					.map(member -> new Member(member, AddressSays.of(member.email(), government, addresses)))
					.toList(),
				alike.to(government), letters.of(id, MOST_LETTERS), answers.of(id), pledges.submitted(),
				pledges.placed());
	}

	/** A letter of a government. */
	public Download letter(GovernmentId government, LetterId letter, Person by) {
		by.requireOversight();
		return letters.download(letters.letter(government, letter));
	}

}
