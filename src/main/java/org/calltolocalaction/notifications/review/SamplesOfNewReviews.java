package org.calltolocalaction.notifications.review;

import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.PledgeSamples;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.rounds.NewReviewRequested;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The mails that a pledge is to be reviewed again, to be looked at: as if whoever looks
 * had asked for it.
 */
@Component
class SamplesOfNewReviews implements PledgeSamples {

	private static final Set<PledgeState> DECIDED = Set.of(PledgeState.CHANGES_REQUESTED, PledgeState.ACCEPTED,
			PledgeState.INCLUDED, PledgeState.DECLINED);

	private final NewReviewMailTexts texts;

	private final Placements placements;

	private final MessageSource messages;

	SamplesOfNewReviews(NewReviewMailTexts texts, Placements placements, MessageSource messages) {
		this.texts = texts;
		this.placements = placements;
		this.messages = messages;
	}

	@Override
	public Set<MailKind> kinds() {
		return Set.of(MailKind.NEW_REVIEW_REQUESTED, MailKind.REVIEWED_AGAIN);
	}

	@Override
	public Optional<MailText> sample(MailKind kind, MailContext context, Person reader) {
		Optional<Review> review = context.reviews().stream().findFirst();
		return kind == MailKind.REVIEWED_AGAIN
				? review.filter(one -> DECIDED.contains(context.pledge().state()))
					.map(one -> texts.reviewedAgain(context, requested(context, one, reader), reader))
				: review.map(one -> texts.requested(context, one, requested(context, one, reader), reader, reader));
	}

	private NewReviewRequested requested(MailContext context, Review review, Person reader) {
		return new NewReviewRequested(context.reference(), review.partner(), context.pledge().state(),
				placements.countsFor(context.pledge()),
				messages.getMessage("templates.example.text", null, reader.language()), reader.id());
	}

}
