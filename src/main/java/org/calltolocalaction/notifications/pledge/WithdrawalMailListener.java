package org.calltolocalaction.notifications.pledge;

import java.time.Clock;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailContexts;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.pledges.PledgeRevived;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.PledgeWithdrawn;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.absence.AvailableReviewers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes that a member withdrew a pledge, or took a withdrawn one up again. */
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

	/**
	 * To all who act for its government, because one of them did it for all; to the
	 * reviewers whose work ends; and to the coordinators, whose report it leaves.
	 */
	@EventListener
	@Transactional
	void on(PledgeWithdrawn withdrawn) {
		MailContext context = contexts.of(withdrawn.reference());
		Person withdrawer = people.person(withdrawn.by());
		// The instant, too: the same version can be withdrawn and restored more than
		// once.
		outbox.writeToEach(governments.members(context.government().id()), MailKind.WITHDRAWN, context.reference(),
				member -> texts.withdrawn(context, withdrawer, withdrawn.reason(), member), clock.instant());
		if (withdrawn.from() == PledgeState.UNDER_REVIEW) {
			context.calledOff().forEach(review -> calledOff(context, review));
		}
		outbox.writeToEach(people.coordinators(), MailKind.WITHDRAWAL, context.reference(),
				coordinator -> texts.withdrawal(context, withdrawer, withdrawn.reason(), coordinator), clock.instant());
	}

	/** To all who act for its government: it is to be submitted. */
	@EventListener
	@Transactional
	void on(PledgeRevived revived) {
		MailContext context = contexts.of(revived.reference());
		String reviver = people.person(revived.by()).name();
		outbox.writeToEach(governments.members(context.government().id()), MailKind.REVIVED, context.reference(),
				member -> texts.revived(context, reviver, member), context.version(), clock.instant());
	}

	private void calledOff(MailContext context, Review review) {
		outbox.writeToEach(availableReviewers.concernedBy(review), MailKind.REVIEW_CALLED_OFF, context.reference(),
				reviewer -> texts.calledOff(context, review, reviewer), review.id());
	}

}
