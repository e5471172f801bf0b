package org.calltolocalaction.reviews.absence;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reviewers who are away, and their deputies: needed wherever work is given to people
 * or mails are written to them.
 */
@Component
@Transactional(readOnly = true)
public class Absences {

	private final AbsenceRecords records;

	private final People people;

	Absences(AbsenceRecords records, People people) {
		this.records = records;
		this.people = people;
	}

	/** The absence that keeps the reviewer away at that instant, if one does. */
	public Optional<Absence> awayAt(AccountId reviewer, Instant instant) {
		return Optional.ofNullable(awayAt(List.of(reviewer), instant).get(reviewer));
	}

	/** The same of many at once; those who are there are left out. */
	public Map<AccountId, Absence> awayAt(Collection<AccountId> reviewers, Instant instant) {
		return records.notOver(reviewers, instant)
			.stream()
			.filter(absence -> absence.at(instant))
			.collect(Collectors.toMap(Absence::reviewer, Function.identity()));
	}

	/**
	 * Who does an absent reviewer's work at that instant: the deputy, or the deputy's
	 * deputy where the deputy is away as well. Empty where the reviewer is there, and
	 * where nobody at the end of the chain is there and reviews for the same partner.
	 */
	public Optional<AccountId> deputyOf(AccountId reviewer, Instant instant) {
		Optional<PartnerCode> partner = people.find(reviewer).flatMap(Person::partner);
		Set<AccountId> passed = new HashSet<>();
		AccountId next = reviewer;
		for (Optional<Absence> away = awayAt(next, instant); away.isPresent(); away = awayAt(next, instant)) {
			if (!passed.add(next)) {
				return Optional.empty();
			}
			next = away.get().deputy();
		}
		AccountId present = next;
		return Optional.of(present)
			.filter(last -> !last.equals(reviewer))
			.filter(last -> partner.isPresent() && people.find(last).flatMap(Person::partner).equals(partner));
	}

	/** What these reviewers have entered that is not over yet, earliest first. */
	public List<Absence> notOver(Collection<AccountId> reviewers, Instant now) {
		return records.notOver(reviewers, now);
	}

	public Optional<Absence> find(AbsenceId id) {
		return records.find(id);
	}

	/** When an absence that is known to be entered begins. */
	public Instant beginning(AbsenceId id) {
		return find(id).map(Absence::begins).orElseThrow(() -> new NotFound("Absence " + id));
	}

}
