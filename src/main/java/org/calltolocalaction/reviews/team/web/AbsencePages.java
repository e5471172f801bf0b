package org.calltolocalaction.reviews.team.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.absence.Absence;
import org.calltolocalaction.reviews.absence.Absences;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what a reviewer sees of their own absences and of their colleagues'. */
@Component
@Transactional(readOnly = true)
class AbsencePages {

	private final Absences absences;

	private final People people;

	private final Clock clock;

	AbsencePages(Absences absences, People people, Clock clock) {
		this.absences = absences;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * An absence in words.
	 *
	 * @param deputyAwayUntil set where it has begun and the deputy is away as well
	 * @param standIn who does the work then in the deputy's place; null where nobody does
	 */
	record Shown(String id, String name, LocalDate first, LocalDate last, boolean begun, String deputy,
			@Nullable LocalDate deputyAwayUntil, @Nullable String standIn) {
	}

	/**
	 * What a reviewer sees of who is away.
	 *
	 * @param own the reader's absences that are not over
	 * @param others their colleagues'
	 */
	record AbsencesPage(List<Shown> own, List<Shown> others, Person me) {
	}

	/**
	 * One absence that is to be changed.
	 *
	 * @param absentee whose it is; null where it is the reader's own
	 */
	record AbsencePage(Absence absence, @Nullable String absentee, Person me) {
	}

	AbsencesPage list(Person reviewer) {
		Instant now = clock.instant();
		List<AccountId> team = people.reviewersOf(reviewer.requirePartner()).stream().map(Person::id).toList();
		List<Absence> all = absences.notOver(team, now);
		return new AbsencesPage(shown(all, reviewer.id(), true, now), shown(all, reviewer.id(), false, now), reviewer);
	}

	AbsencePage edit(Absence absence, Person reviewer) {
		boolean own = absence.reviewer().equals(reviewer.id());
		return new AbsencePage(absence, own ? null : people.person(absence.reviewer()).name(), reviewer);
	}

	/**
	 * A colleague's absence that falls together with this one, where the colleague is to
	 * stand in.
	 */
	Optional<Absence> deputyAwayDuring(Absence absence) {
		return absences.notOver(List.of(absence.deputy()), absence.begins())
			.stream()
			.filter(other -> other.begins().isBefore(absence.ends()))
			.findFirst();
	}

	private List<Shown> shown(List<Absence> all, AccountId reviewer, boolean own, Instant now) {
		return all.stream()
			.filter(absence -> absence.reviewer().equals(reviewer) == own)
			.map(absence -> shown(absence, now))
			.toList();
	}

	private Shown shown(Absence absence, Instant now) {
		boolean begun = absence.at(now);
		Optional<Absence> deputyAway = begun ? absences.awayAt(absence.deputy(), now) : Optional.empty();
		String standIn = deputyAway.flatMap(away -> absences.deputyOf(absence.reviewer(), now))
			.map(people::person)
			.map(Person::name)
			.orElse(null);
		return new Shown(absence.id().toString(), people.person(absence.reviewer()).name(), absence.firstDay(),
				absence.lastDay(), begun, people.person(absence.deputy()).name(),
				deputyAway.map(Absence::lastDay).orElse(null), standIn);
	}

}
