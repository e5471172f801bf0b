package org.calltolocalaction.reviews.team;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.AuditTrail;
import org.calltolocalaction.kernel.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A reviewer says when they are away and who stands in, changes that, or is back early. */
@Service
@Transactional
public class EnterAbsence {

	/** A year's leave; who is away for longer gives the role back. */
	static final int LONGEST_DAYS = 366;

	private final AbsenceRecords records;

	private final AbsenceTimer timer;

	private final People people;

	private final AuditTrail audit;

	private final Clock clock;

	EnterAbsence(AbsenceRecords records, AbsenceTimer timer, People people, AuditTrail audit, Clock clock) {
		this.records = records;
		this.timer = timer;
		this.people = people;
		this.audit = audit;
		this.clock = clock;
	}

	/** The first and the last day away, where the reviewer lives. */
	public record Days(LocalDate first, LocalDate last) {
	}

	/** Why nothing was entered. */
	public enum Obstacle {

		LAST_BEFORE_FIRST, OVER_ALREADY, TOO_LONG, OVERLAPS, YOURSELF, NO_COLLEAGUE

	}

	/** What became of it. */
	public sealed interface Result {
	}

	public record Entered(Absence absence) implements Result {
	}

	public record NotEntered(Obstacle obstacle) implements Result {
	}

	public Result enter(Days days, AccountId deputy, Person by) {
		by.requirePartner();
		records.lock(by.id());
		return write(AbsenceId.random(), "absence.entered", days, deputy, by);
	}

	/** Changes an absence that is not over, be it running or to come. */
	public Result change(AbsenceId id, Days days, AccountId deputy, Person by) {
		by.requirePartner();
		records.lock(by.id());
		own(id, by);
		return write(id, "absence.changed", days, deputy, by);
	}

	/** The reviewer is back, or stays after all: what has begun ends now, what has not is as if it had never been. */
	public void end(AbsenceId id, Person by) {
		by.requirePartner();
		records.lock(by.id());
		Absence absence = own(id, by);
		if (absence.begins().isBefore(clock.instant())) {
			records.write(absence.endedAt(clock.instant()));
		}
		else {
			records.delete(id);
		}
		record("absence.ended", absence, by);
	}

	private Result write(AbsenceId id, String act, Days days, AccountId deputy, Person by) {
		Optional<Obstacle> obstacle = obstacle(days, deputy, by);
		if (obstacle.isPresent()) {
			return new NotEntered(obstacle.get());
		}
		Absence absence = Absence.of(id, by.id(), deputy, days.first(), days.last(), by.zone());
		if (records.overlaps(absence)) {
			return new NotEntered(Obstacle.OVERLAPS);
		}
		records.write(absence);
		timer.waitFor(id);
		record(act, absence, by);
		return new Entered(absence);
	}

	private Optional<Obstacle> obstacle(Days days, AccountId deputy, Person by) {
		if (days.last().isBefore(days.first())) {
			return Optional.of(Obstacle.LAST_BEFORE_FIRST);
		}
		if (days.last().isBefore(LocalDate.ofInstant(clock.instant(), by.zone()))) {
			return Optional.of(Obstacle.OVER_ALREADY);
		}
		if (ChronoUnit.DAYS.between(days.first(), days.last()) >= LONGEST_DAYS) {
			return Optional.of(Obstacle.TOO_LONG);
		}
		if (deputy.equals(by.id())) {
			return Optional.of(Obstacle.YOURSELF);
		}
		boolean colleague = people.find(deputy).filter(person -> person.partner().equals(by.partner())).isPresent();
		return colleague ? Optional.empty() : Optional.of(Obstacle.NO_COLLEAGUE);
	}

	private Absence own(AbsenceId id, Person by) {
		return records.find(id)
			.filter(absence -> absence.reviewer().equals(by.id()))
			.filter(absence -> absence.ends().isAfter(clock.instant()))
			.orElseThrow(() -> new NotFound("Absence " + id));
	}

	private void record(String act, Absence absence, Person by) {
		audit.record(by.id().toString(), act, by.email(), "%s to %s, %s".formatted(absence.firstDay(), absence.lastDay(),
				people.person(absence.deputy()).email()));
	}

}
