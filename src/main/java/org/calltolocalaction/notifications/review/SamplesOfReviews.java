package org.calltolocalaction.notifications.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.PledgeSamples;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.reviews.Review;
import org.springframework.stereotype.Component;

/** The mails about a review of a pledge, to be looked at: of the first that there is. */
@Component
class SamplesOfReviews implements PledgeSamples {

	private final ReviewRoundMailTexts round;

	SamplesOfReviews(ReviewRoundMailTexts round) {
		this.round = round;
	}

	@Override
	public Set<MailKind> kinds() {
		return Set.of(MailKind.REVIEW_WAITING, MailKind.REVIEW_OVERDUE, MailKind.REVIEW_STILL_OVERDUE,
				MailKind.REVIEW_ESCALATED);
	}

	@Override
	public Optional<MailText> sample(MailKind kind, MailContext context, Person reader) {
		return context.reviews().stream().findFirst().map(review -> mail(kind, context, review, reader));
	}

	private MailText mail(MailKind kind, MailContext context, Review review, Person reader) {
		return switch (kind) {
			case REVIEW_WAITING -> round.reviewWaiting(context, review, reader);
			case REVIEW_OVERDUE -> round.reviewOverdue(context, review, reader);
			case REVIEW_STILL_OVERDUE -> round.reviewStillOverdue(context, review, reader);
			default -> round.reviewEscalated(context, List.of(review), List.of(), reader);
		};
	}

}
