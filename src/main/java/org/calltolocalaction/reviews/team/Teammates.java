package org.calltolocalaction.reviews.team;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.absence.Absence;
import org.calltolocalaction.reviews.absence.Absences;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * To whom of their partner a reviewer can give work. Templates ask it by its name, so
 * that a part of a page that offers them can be included anywhere.
 */
@Component("teammates")
@Transactional(readOnly = true)
public class Teammates {

	private final People people;

	private final Absences absences;

	private final Clock clock;

	Teammates(People people, Absences absences, Clock clock) {
		this.people = people;
		this.absences = absences;
		this.clock = clock;
	}

	/**
	 * @param awayUntil the last day of an absence that has begun; null where there is
	 * none
	 */
	public record Teammate(AccountId id, String name, @Nullable LocalDate awayUntil) {
	}

	/** The others who review for the same partner, by name. */
	public List<Teammate> of(Person reviewer) {
		return among(reviewer, person -> !person.id().equals(reviewer.id()));
	}

	/**
	 * Whoever reviews for the reader's partner and can stand in for this person, by name.
	 */
	public List<Teammate> besides(AccountId absentee, Person reader) {
		return among(reader, person -> !person.id().equals(absentee));
	}

	/** Everybody who reviews for the same partner, by name. */
	public List<Teammate> all(Person reviewer) {
		return among(reviewer, person -> true);
	}

	private List<Teammate> among(Person reviewer, Predicate<Person> offered) {
		List<Person> others = people.reviewersOf(reviewer.requirePartner())
			.stream()
			.filter(offered)
			.sorted(Comparator.comparing(Person::name, String.CASE_INSENSITIVE_ORDER))
			.toList();
		Instant now = clock.instant();
		Map<AccountId, Absence> away = absences.awayAt(others.stream().map(Person::id).toList(), now);
		return others.stream()
			.map(person -> new Teammate(person.id(), person.name(),
					Optional.ofNullable(away.get(person.id())).map(Absence::lastDay).orElse(null)))
			.toList();
	}

	public String name(AccountId id) {
		return people.person(id).name();
	}

}
