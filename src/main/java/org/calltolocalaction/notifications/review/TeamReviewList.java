package org.calltolocalaction.notifications.review;

import java.util.List;
import org.calltolocalaction.notifications.context.MailParts;
import org.calltolocalaction.notifications.context.OpenReview;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.reviews.TeamReview;

/** Reviews of a team as a mail lists them: each with its government and due date. */
final class TeamReviewList {

	private TeamReviewList() {
	}

	static void in(MailText mail, List<TeamReview> reviews) {
		MailParts.openReviews(mail, reviews.stream()
			.map(review -> new OpenReview(review.reference(), review.title(), review.government(), review.dueAt()))
			.toList());
	}

}
