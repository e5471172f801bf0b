package org.calltolocalaction.coordination.web.pledge;

import org.calltolocalaction.coordination.PledgeFile;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.interest.Interests;
import org.calltolocalaction.reviews.remarks.PledgeDiscussion;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

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

	void addTo(Model model, PledgeFile.Contents file, Person reader) {
		GovernmentId government = file.line().government().id();
		model.addAttribute("discussion", discussion.read(file.line().reference(), reader).orElseThrow());
		model.addAttribute("interests", interests.of(government));
		model.addAttribute("withoutReviewers",
				file.line()
					.openReviews()
					.stream()
					.map(Review::partner)
					.filter(partner -> interests.excludeEveryReviewerOf(partner, government))
					.map(PartnerCode::value)
					.toList());
	}

}
