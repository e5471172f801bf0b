package org.calltolocalaction.coordination.web.pledge;

import org.calltolocalaction.coordination.PledgeFile;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.discussion.DiscussPledge;
import org.calltolocalaction.reviews.interest.Interests;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What a coordinator sees of what goes on between the partners: their discussion, and who
 * keeps out of it.
 */
@Component
class PartnerDiscussionPanel {

	private final DiscussPledge discuss;

	private final Interests interests;

	PartnerDiscussionPanel(DiscussPledge discuss, Interests interests) {
		this.discuss = discuss;
		this.interests = interests;
	}

	void addTo(Model model, PledgeFile.Contents file, Person reader) {
		GovernmentId government = file.line().government().id();
		model.addAttribute("discussion", discuss.read(file.line().reference(), reader).orElseThrow());
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
