package org.calltolocalaction.tryout;

import java.util.List;
import java.util.Map;
import org.calltolocalaction.editions.criteria.Criterion;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.calltolocalaction.reviews.DemonstrateReview;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the partners, and the government itself, do with a submitted pledge of a scene.
 */
@Component
@ConditionalOnTryOut
class DemonstrationReviews {

	private static final PartnerCode UCLG = new PartnerCode("UCLG");

	private static final PartnerCode MMC = new PartnerCode("MMC");

	private static final PartnerCode IOM = new PartnerCode("IOM");

	private final DemonstrationPeople people;

	private final DemonstrateReview review;

	private final WithdrawPledge withdraw;

	DemonstrationReviews(DemonstrationPeople people, DemonstrateReview review, WithdrawPledge withdraw) {
		this.people = people;
		this.review = review;
		this.withdraw = withdraw;
	}

	/** Leads the pledge to where its scene ends. */
	void bringTo(Scene.End end, PledgeReference reference, Person officer) {
		switch (end) {
			case DRAFT, SUBMITTED -> {
			}
			case ONE_REVIEW_DONE -> judge(reference, UCLG, "APPROVE", "");
			case ONE_REVIEW_TAKEN -> review.take(reference, people.reviewerOf(IOM));
			case CHANGES_REQUESTED -> {
				approveAllBut(reference, MMC);
				judge(reference, MMC, "REQUEST_CHANGES",
						"Please say how many households you want to reach each year, and how you will measure it.");
			}
			case DISAGREEMENT -> {
				approveAllBut(reference, IOM);
				judge(reference, IOM, "DECLINE",
						"The action describes a building, not yet what is done in it for migrants.");
			}
			case DECLINED -> {
				for (PartnerCode partner : List.of(UCLG, MMC, IOM)) {
					judge(reference, partner, "DECLINE",
							"The office has worked since 2019; please pledge what you will newly do or report.");
				}
			}
			case INCLUDED, INCLUDED_WITHOUT_CONSENT -> approveAllBut(reference, null);
			case WITHDRAWN -> withdraw.withdraw(reference, "The council decides on the budget next year.", officer);
		}
	}

	private void approveAllBut(PledgeReference reference, @Nullable PartnerCode other) {
		for (PartnerCode partner : List.of(UCLG, MMC, IOM)) {
			if (!partner.equals(other)) {
				judge(reference, partner, "APPROVE", "");
			}
		}
	}

	private static boolean partly(Criterion criterion, String recommendation) {
		return criterion == Criterion.RESOURCED || criterion == Criterion.DEVELOPED_WITH
				|| criterion == Criterion.MEASURABLE && !recommendation.equals("APPROVE");
	}

	private void judge(PledgeReference reference, PartnerCode partner, String recommendation, String comment) {
		Answers answers = Answers.of(Map.of("recommendation", recommendation));
		for (Criterion criterion : Criterion.values()) {
			answers = answers.with(criterion.key(), partly(criterion, recommendation) ? "PARTLY" : "YES");
		}
		review.complete(reference, 1, comment.isEmpty() ? answers : answers.with("commentToCity", comment),
				people.reviewerOf(partner));
	}

}
