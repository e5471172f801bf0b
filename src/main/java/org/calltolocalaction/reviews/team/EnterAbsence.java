package org.calltolocalaction.reviews.team;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.reviews.Refusal;
import org.calltolocalaction.reviews.absence.Absence;
import org.calltolocalaction.reviews.absence.AbsenceId;
import org.calltolocalaction.reviews.absence.AbsenceMails;
import org.calltolocalaction.reviews.absence.AbsenceRecords;
import org.calltolocalaction.reviews.absence.AbsenceTimer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A reviewer says when they are away and who stands in, changes that, or is back early. A
 * lead does it for a colleague who cannot: a person who fell ill yesterday enters
 * nothing, and is told of the entry.
 */
@Service
@Transactional
public class EnterAbsence {

	/** A year's leave; who is away for longer gives the role back. */
	static final int LONGEST_DAYS = 366;

	private final AbsenceRecords records;

	private final AbsenceTimer timer;

	private final AbsenceMails mails;

	private final People people;

	private final AuditTrail audit;

	private final Clock clock;

	EnterAbsence(AbsenceRecords records, AbsenceTimer timer, AbsenceMails mails, People people, AuditTrail audit,
			Clock clock) {
		this.records = records;
		this.timer = timer;
		this.mails = mails;
		this.people = people;
		this.audit = audit;
		this.clock = clock;
	}

	/** The first and the last day away, where the absent one lives. */
	public record Days(LocalDate first, LocalDate last) {
	}

	/** Why nothing was entered. */
	public enum Obstacle {

		LAST_BEFORE_FIRST, OVER_ALREADY, TOO_LONG, OVERLAPS, THEMSELVES, NO_COLLEAGUE;

		/** The key of the sentence that says it. */
		public String messageKey() {
			return "team.absence.wrong." + name();
		}

	}

	/** The result of entering an absence. */
	public sealed interface Result {

		/** What follows in each case; whoever adds a case is asked here by javac. */
		<T> T fold(Function<Entered, T> entered, Function<NotEntered, T> notEntered);

	}

	public record Entered(Absence absence) implements Result {

		@Override
		public <T> T fold(Function<Entered, T> entered, Function<NotEntered, T> notEntered) {
			return entered.apply(this);
		}

	}

	public record NotEntered(Obstacle obstacle) implements Result, Refusal {

		@Override
		public <T> T fold(Function<Entered, T> entered, Function<NotEntered, T> notEntered) {
			return notEntered.apply(this);
		}

		@Override
		public String messageKey() {
			return obstacle.messageKey();
		}

	}

	/**
	 * @param absent oneself, or for a lead whoever reviews for the same partner; else
	 * {@link NotFound}
	 */
	public Result enter(AccountId absent, Days days, AccountId deputy, Person by) {
		Person away = inChargeOf(absent, by);
		records.lock(absent);
		return write(AbsenceId.random(), AuditEntry.of("absence.entered", absent), days, deputy, away, by);
	}

	/** Changes an absence that is not over, be it running or to come. */
	public Result change(AbsenceId id, Days days, AccountId deputy, Person by) {
		Person away = lockedReviewerOf(id, by);
		toChange(id, by);
		return write(id, AuditEntry.of("absence.changed", away.id()), days, deputy, away, by);
	}

	/**
	 * The reviewer is back, or stays after all: what has begun ends now, what has not is
	 * as if it had never been.
	 * @return the absence as it was
	 */
	public Absence end(AbsenceId id, Person by) {
		Person away = lockedReviewerOf(id, by);
		Absence absence = toChange(id, by);
		if (absence.begins().isBefore(clock.instant())) {
			records.write(absence.endedAt(clock.instant()));
		}
		else {
			records.delete(id);
		}
		record(AuditEntry.of("absence.ended", away.id()), absence, by);
		if (!away.id().equals(by.id())) {
			mails.ended(absence, away, by);
		}
		return absence;
	}

	/**
	 * The absence, if it is not over and this person may change or end it; else
	 * {@link NotFound}.
	 */
	@Transactional(readOnly = true)
	public Absence toChange(AbsenceId id, Person by) {
		Absence absence = records.find(id)
			.filter(known -> known.ends().isAfter(clock.instant()))
			.orElseThrow(() -> new NotFound("Absence " + id));
		inChargeOf(absence.reviewer(), by);
		return absence;
	}

	// What was read before the lock may have changed until it was given.
	private Person lockedReviewerOf(AbsenceId id, Person by) {
		Person away = inChargeOf(toChange(id, by).reviewer(), by);
		records.lock(away.id());
		return away;
	}

	private Person inChargeOf(AccountId absent, Person by) {
		by.requirePartner();
		return people.find(absent)
			.filter(away -> away.id().equals(by.id()) || by.lead() && away.partner().equals(by.partner()))
			.orElseThrow(() -> new NotFound("Somebody whose absence " + by.email() + " may enter"));
	}

	private Result write(AbsenceId id, AuditEntry entry, Days days, AccountId deputy, Person away, Person by) {
		Optional<Obstacle> obstacle = obstacle(days, deputy, away);
		if (obstacle.isPresent()) {
			return new NotEntered(obstacle.get());
		}
		Absence absence = Absence.of(id, away.id(), deputy, days.first(), days.last(), away.zone());
		if (records.overlaps(absence)) {
			return new NotEntered(Obstacle.OVERLAPS);
		}
		records.write(absence);
		timer.waitFor(id);
		record(entry, absence, by);
		if (!away.id().equals(by.id())) {
			mails.entered(absence, away, people.person(deputy), by);
		}
		return new Entered(absence);
	}

	private Optional<Obstacle> obstacle(Days days, AccountId deputy, Person away) {
		if (days.last().isBefore(days.first())) {
			return Optional.of(Obstacle.LAST_BEFORE_FIRST);
		}
		if (days.last().isBefore(LocalDate.ofInstant(clock.instant(), away.zone()))) {
			return Optional.of(Obstacle.OVER_ALREADY);
		}
		if (ChronoUnit.DAYS.between(days.first(), days.last()) >= LONGEST_DAYS) {
			return Optional.of(Obstacle.TOO_LONG);
		}
		if (deputy.equals(away.id())) {
			return Optional.of(Obstacle.THEMSELVES);
		}
		boolean colleague = people.find(deputy).filter(person -> person.partner().equals(away.partner())).isPresent();
		return colleague ? Optional.empty() : Optional.of(Obstacle.NO_COLLEAGUE);
	}

	private void record(AuditEntry entry, Absence absence, Person by) {
		audit.record(entry.by(by)
			.with("firstDay", absence.firstDay())
			.with("lastDay", absence.lastDay())
			.with("deputy", absence.deputy()));
	}

}
