package org.calltolocalaction.notifications.edition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.seal.CallSeal;
import org.calltolocalaction.editions.seal.CallSeals;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.OpenReview;
import org.calltolocalaction.notifications.context.OpenReviews;
import org.calltolocalaction.notifications.context.PledgeSamples;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.reviews.Review;
import org.springframework.stereotype.Component;

/**
 * The mails about the edition of a pledge, to be looked at. Those that list drafts are
 * not among them: drafts are the government's own.
 */
@Component
class SamplesOfEditions implements PledgeSamples {

	private final EditionMailTexts edition;

	private final ClosingMailTexts closing;

	private final Editions editions;

	private final CallSeals seals;

	private final OpenReviews openReviews;

	SamplesOfEditions(EditionMailTexts edition, ClosingMailTexts closing, Editions editions, CallSeals seals,
			OpenReviews openReviews) {
		this.edition = edition;
		this.closing = closing;
		this.editions = editions;
		this.seals = seals;
		this.openReviews = openReviews;
	}

	@Override
	public Set<MailKind> kinds() {
		return Set.of(MailKind.CALL_CLOSED, MailKind.OPEN_REVIEWS, MailKind.OUTSTANDING_REVIEWS);
	}

	/** None of a call that is open, or where no partner was asked. */
	@Override
	public Optional<MailText> sample(MailKind kind, MailContext context, Person reader) {
		return context.pledge()
			.call()
			.map(editions::edition)
			.flatMap(of -> kind == MailKind.CALL_CLOSED
					? lastSeal(of).map(seal -> closing.callClosed(seal, context.government(), 1, reader))
					: context.reviews().stream().findFirst().map(review -> reviews(kind, of, review, context, reader)));
	}

	private MailText reviews(MailKind kind, Edition of, Review review, MailContext context, Person reader) {
		List<OpenReview> open = openReviews.of(review.partner(), List.of(context.reference()));
		return kind == MailKind.OPEN_REVIEWS ? edition.openReviews(of, review.partner(), open, reader)
				: edition.outstandingReviews(of, review.partner(), open, reader);
	}

	private Optional<CallSeal> lastSeal(Edition of) {
		return seals.of(of.year()).stream().reduce((earlier, later) -> later);
	}

}
