package org.calltolocalaction.notifications.edition;

import java.time.Clock;
import org.calltolocalaction.editions.DeadlineMoved;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.EditionsChanged;
import org.calltolocalaction.editions.EditionsChanged.Act;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to whoever counts on a call's deadline that it is another, or that there is no
 * such call any more.
 */
@Component
class EditionMailListener {

	private final EditionMailTexts texts;

	private final RemindedOfCall reminded;

	private final Editions editions;

	private final WaitingPledges waitingPledges;

	private final Outbox outbox;

	private final Clock clock;

	EditionMailListener(EditionMailTexts texts, RemindedOfCall reminded, Editions editions,
			WaitingPledges waitingPledges, Outbox outbox, Clock clock) {
		this.texts = texts;
		this.reminded = reminded;
		this.editions = editions;
		this.waitingPledges = waitingPledges;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** To members of governments with drafts, where the call is or was open. */
	@EventListener
	@Transactional
	void on(DeadlineMoved moved) {
		Edition edition = editions.edition(moved.year());
		boolean wasOpen = moved.before()
			.find(moved.year())
			.filter(known -> known.state() == EditionState.OPEN)
			.isPresent();
		if (wasOpen || edition.state() == EditionState.OPEN) {
			// The instant, too: a deadline can be moved there and back.
			waitingPledges.drafts(moved.year())
				.forEach(drafts -> outbox.writeToEach(drafts.members(), MailKind.DEADLINE_MOVED, moved.year(),
						member -> texts.deadlineMoved(moved, drafts, member), moved.to().instant(), clock.instant()));
		}
	}

	/** To whoever was reminded of the call. */
	@EventListener
	@Transactional
	void on(EditionsChanged changed) {
		if (changed.act() == Act.TAKEN_BACK) {
			outbox.writeToEach(reminded.of(changed.year()), MailKind.OPENING_TAKEN_BACK, changed.year(),
					person -> texts.openingTakenBack(changed, person), clock.instant());
		}
	}

}
