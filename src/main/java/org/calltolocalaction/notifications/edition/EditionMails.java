package org.calltolocalaction.notifications.edition;

import java.time.Clock;
import java.time.Instant;
import java.util.OptionalInt;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.calendar.CallCalendar;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.OpenReviews;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the mails of an edition's process: the deadline is near, or reviews are
 * outstanding. One mail for each person, however many pledges wait, and keyed: writing
 * the same mail twice leaves one. Called by the process.
 */
@Service
@Transactional
public class EditionMails {

	private final Editions editions;

	private final CallCalendar calendar;

	private final WaitingPledges waitingPledges;

	private final OpenReviews openReviews;

	private final EditionMailTexts texts;

	private final Outbox outbox;

	private final People people;

	private final Clock clock;

	EditionMails(Editions editions, CallCalendar calendar, WaitingPledges waitingPledges, OpenReviews openReviews,
			EditionMailTexts texts, Outbox outbox, People people, Clock clock) {
		this.editions = editions;
		this.calendar = calendar;
		this.waitingPledges = waitingPledges;
		this.openReviews = openReviews;
		this.texts = texts;
		this.outbox = outbox;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * To governments with drafts, revived pledges or changes that were asked for, and to
	 * reviewers with open work: the deadline is near. None once it has passed.
	 */
	public void deadlineReminder(EditionYear year) {
		Edition edition = editions.edition(year);
		Instant deadline = edition.deadline().instant();
		if (clock.instant().isAfter(deadline)) {
			return;
		}
		// The reminder that was due, not today's date: one that is done again the next
		// day is still the same.
		OptionalInt due = calendar.lastReminder(year);
		Object reminder = due.isPresent() ? due.getAsInt() : "early";
		waitingPledges.before(year)
			.forEach(waiting -> outbox.writeToEach(waiting.members(), MailKind.DEADLINE_REMINDER, year,
					member -> texts.deadlineReminder(edition, waiting, member), deadline, reminder));
		openReviews.all()
			.forEach((partner, open) -> outbox.writeToEach(people.reviewersOf(partner), MailKind.OPEN_REVIEWS, year,
					reviewer -> texts.openReviews(edition, partner, open, reviewer), deadline, reminder));
	}

	/**
	 * To reviewers whose reviews this edition's report waits for when the call has
	 * closed. Nobody where it is open again, or taken back: the next closing tells them.
	 */
	public void outstandingReviews(EditionYear year) {
		Edition edition = editions.edition(year);
		if (edition.state() == EditionState.OPEN || edition.state().toOpen()) {
			return;
		}
		// A call that was opened again by a later deadline closes again: that is another
		// mail.
		openReviews.countingFor(year)
			.forEach((partner, open) -> outbox.writeToEach(people.reviewersOf(partner), MailKind.OUTSTANDING_REVIEWS,
					year, reviewer -> texts.outstandingReviews(edition, partner, open, reviewer),
					edition.deadline().instant()));
	}

}
