package org.calltolocalaction.notifications;

import java.time.Clock;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.PledgeWithdrawn;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.team.AvailableReviewers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes that a pledge was withdrawn: to all who act for its government, because one of
 * them did it for all; to the reviewers whose work ends; and to the coordinators, whose
 * report it leaves.
 */
@Component
class TellOfWithdrawal {

	private final MailContexts dossiers;

	private final WithdrawalMailTexts letters;

	private final Outbox outbox;

	private final Governments governments;

	private final People people;

	private final AvailableReviewers availableReviewers;

	private final Clock clock;

	TellOfWithdrawal(MailContexts dossiers, WithdrawalMailTexts letters, Outbox outbox, Governments governments,
			People people, AvailableReviewers availableReviewers, Clock clock) {
		this.dossiers = dossiers;
		this.letters = letters;
		this.outbox = outbox;
		this.governments = governments;
		this.people = people;
		this.availableReviewers = availableReviewers;
		this.clock = clock;
	}

	@EventListener
	@Transactional
	void on(PledgeWithdrawn withdrawn) {
		MailContext dossier = dossiers.of(withdrawn.reference());
		Person withdrawer = people.person(withdrawn.by());
		for (Person member : governments.members(dossier.government().id())) {
			// The instant, too: the same version can be withdrawn and restored more than
			// once.
			outbox.write(MailKey.of(MailKind.WITHDRAWN, dossier.reference(), member.id(), clock.instant()), member,
					letters.withdrawn(dossier, withdrawer, withdrawn.reason(), member));
		}
		if (withdrawn.from() == PledgeState.UNDER_REVIEW) {
			dossier.calledOff().forEach(review -> reviewers(dossier, review));
		}
		for (Person coordinator : people.coordinators()) {
			outbox.write(MailKey.of(MailKind.WITHDRAWAL, dossier.reference(), coordinator.id(), clock.instant()),
					coordinator, letters.withdrawal(dossier, withdrawn.reason(), coordinator));
		}
	}

	private void reviewers(MailContext dossier, Review review) {
		for (Person reviewer : availableReviewers.concernedBy(review)) {
			outbox.write(MailKey.of(MailKind.REVIEW_CALLED_OFF, dossier.reference(), reviewer.id(), review.id()),
					reviewer, letters.calledOff(dossier, review, reviewer));
		}
	}

}
