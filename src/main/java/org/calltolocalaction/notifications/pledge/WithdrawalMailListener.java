package org.calltolocalaction.notifications.pledge;

import java.time.Clock;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailContexts;
import org.calltolocalaction.notifications.outbox.MailKey;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.PledgeWithdrawn;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.absence.AvailableReviewers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes that a pledge was withdrawn: to all who act for its government, because one of
 * them did it for all; to the reviewers whose work ends; and to the coordinators, whose
 * report it leaves.
 */
@Component
class WithdrawalMailListener {

	private final MailContexts contexts;

	private final WithdrawalMailTexts texts;

	private final Outbox outbox;

	private final Governments governments;

	private final People people;

	private final AvailableReviewers availableReviewers;

	private final Clock clock;

	WithdrawalMailListener(MailContexts contexts, WithdrawalMailTexts texts, Outbox outbox, Governments governments,
			People people, AvailableReviewers availableReviewers, Clock clock) {
		this.contexts = contexts;
		this.texts = texts;
		this.outbox = outbox;
		this.governments = governments;
		this.people = people;
		this.availableReviewers = availableReviewers;
		this.clock = clock;
	}

	@EventListener
	@Transactional
	void on(PledgeWithdrawn withdrawn) {
		MailContext context = contexts.of(withdrawn.reference());
		Person withdrawer = people.person(withdrawn.by());
		for (Person member : governments.members(context.government().id())) {
			// The instant, too: the same version can be withdrawn and restored more than
			// once.
			outbox.write(MailKey.of(MailKind.WITHDRAWN, context.reference(), member.id(), clock.instant()), member,
					texts.withdrawn(context, withdrawer, withdrawn.reason(), member));
		}
		if (withdrawn.from() == PledgeState.UNDER_REVIEW) {
			context.calledOff().forEach(review -> reviewers(context, review));
		}
		for (Person coordinator : people.coordinators()) {
			outbox.write(MailKey.of(MailKind.WITHDRAWAL, context.reference(), coordinator.id(), clock.instant()),
					coordinator, texts.withdrawal(context, withdrawn.reason(), coordinator));
		}
	}

	private void reviewers(MailContext context, Review review) {
		for (Person reviewer : availableReviewers.concernedBy(review)) {
			outbox.write(MailKey.of(MailKind.REVIEW_CALLED_OFF, context.reference(), reviewer.id(), review.id()),
					reviewer, texts.calledOff(context, review, reviewer));
		}
	}

}
