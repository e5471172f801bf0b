package org.calltolocalaction.coordination.web.pledge;

import java.util.List;
import org.calltolocalaction.coordination.PledgeFile;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.interest.Interest;
import org.calltolocalaction.reviews.interest.Interests;
import org.calltolocalaction.reviews.remarks.Discussion;
import org.calltolocalaction.reviews.remarks.PledgeDiscussion;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Component;

/**
 * What a coordinator sees of what goes on between the partners: their discussion, and who
 * keeps out of it.
 */
@Component
class PartnerDiscussionPanel {

	private final PledgeDiscussion discussion;

	private final Interests interests;

	PartnerDiscussionPanel(PledgeDiscussion discussion, Interests interests) {
		this.discussion = discussion;
		this.interests = interests;
	}

	/**
	 * All of it.
	 *
	 * @param withoutReviewers partners that have nobody left to judge
	 */
	record Panel(Discussion discussion, List<Interest> interests, List<String> withoutReviewers) {
	}

	Panel of(PledgeFile.Contents file, Person reader) {
		GovernmentId government = file.line().government().id();
		List<String> withoutReviewers = file.line()
			.openReviews()
			.stream()
			.map(Review::partner)
			.filter(partner -> interests.excludeEveryReviewerOf(partner, government))
			.map(PartnerCode::value)
			.toList();
		return new Panel(discussion.read(file.line().reference(), reader).orElseThrow(), interests.of(government),
				withoutReviewers);
	}

}
