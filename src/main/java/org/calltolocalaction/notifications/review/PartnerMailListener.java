package org.calltolocalaction.notifications.review;

import java.time.Clock;
import java.util.List;
import org.calltolocalaction.editions.partner.PartnerAct;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.OpenReview;
import org.calltolocalaction.notifications.context.OpenReviews;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.reviews.rounds.PartnersChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to a partner's reviewers that an edition's pledges are theirs to review, or are
 * not any more.
 */
@Component
class PartnerMailListener {

	private final PartnerMailTexts texts;

	private final OpenReviews reviews;

	private final People people;

	private final Outbox outbox;

	private final Clock clock;

	PartnerMailListener(PartnerMailTexts texts, OpenReviews reviews, People people, Outbox outbox, Clock clock) {
		this.texts = texts;
		this.reviews = reviews;
		this.people = people;
		this.outbox = outbox;
		this.clock = clock;
	}

	@EventListener
	@Transactional
	void on(PartnersChanged changed) {
		List<OpenReview> listed = reviews.of(changed.partner(), changed.reviewed());
		Person coordinator = people.person(changed.by());
		// The instant, too: a partner can be released and added again.
		outbox.writeToEach(people.reviewersOf(changed.partner()),
				changed.act() == PartnerAct.ADDED ? MailKind.PARTNER_ADDED : MailKind.PARTNER_RELEASED, changed.year(),
				reviewer -> texts.changed(changed, listed, coordinator, reviewer), changed.partner(), clock.instant());
	}

}
