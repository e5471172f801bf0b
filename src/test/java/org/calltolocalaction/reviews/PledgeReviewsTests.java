package org.calltolocalaction.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.editions.criteria.Criteria;
import org.calltolocalaction.editions.criteria.Criterion;
import org.calltolocalaction.editions.partner.PartnerChanges;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.junit.jupiter.api.Test;

/** Which reviews of a pledge count, and what they add up to. */
class PledgeReviewsTests {

	private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");

	private static final AccountId ANYBODY = new AccountId(new UUID(0, 1));

	private static final EditionYear EDITION = new EditionYear(2027);

	private static final PartnerCode IOM = new PartnerCode("IOM");

	private static final PartnerCode MMC = new PartnerCode("MMC");

	private static final PartnerCode UCLG = new PartnerCode("UCLG");

	private final Pledge pledge = Pledge.draft(new PledgeReference("CLA-2027-0001"), GovernmentId.random(),
			Answers.empty(), ANYBODY, NOW);

	private final List<Review> all = new ArrayList<>();

	@Test
	void at_first_every_partner_of_the_edition_is_asked() {
		submitted();

		assertThat(reviews().partnersToAsk(List.of(IOM, MMC, UCLG), PartnerChanges.NONE)).containsExactly(IOM, MMC,
				UCLG);
		assertThat(reviews().latestPerPartner()).isEmpty();
		assertThat(reviews().tally()).isEqualTo(new ReviewTally(0, 0, 0, 0, 1));
	}

	@Test
	void each_recommendation_and_each_missing_review_is_counted() {
		submitted();
		judged(UCLG, 1, "APPROVE");
		judged(MMC, 1, "REQUEST_CHANGES");
		judged(IOM, 1, "DECLINE");
		opened(new PartnerCode("ICLEI"), 1);
		opened(new PartnerCode("OECD"), 1).miss(NOW);

		assertThat(reviews().tally()).isEqualTo(new ReviewTally(1, 1, 1, 2, 1));
	}

	@Test
	void the_newest_review_of_a_partner_counts_in_the_order_of_the_codes_whatever_order_they_come_in() {
		submitted();
		Review first = judged(UCLG, 1, "REQUEST_CHANGES");
		Review other = judged(IOM, 1, "APPROVE");
		Review second = opened(UCLG, 2);
		all.clear();
		all.addAll(List.of(second, first, other));

		assertThat(reviews().latestPerPartner()).containsExactly(other, second);
		assertThat(reviews().byPartner()).containsExactly(Map.entry(IOM, List.of(other)),
				Map.entry(UCLG, List.of(first, second)));
		assertThat(reviews().open()).containsExactly(second);
	}

	@Test
	void who_approved_an_earlier_revision_is_not_asked_again_and_still_counts() {
		submitted();
		judged(UCLG, 1, "APPROVE");
		judged(IOM, 1, "REQUEST_CHANGES");
		opened(MMC, 1).miss(NOW);

		assertThat(reviews().partnersToAsk(List.of(IOM, MMC, UCLG), PartnerChanges.NONE)).containsExactly(IOM, MMC);

		judged(IOM, 2, "APPROVE");
		judged(MMC, 2, "APPROVE");

		assertThat(reviews().tally()).isEqualTo(new ReviewTally(3, 0, 0, 0, 1));
	}

	@Test
	void where_all_approved_all_are_asked_about_a_new_revision() {
		submitted();
		judged(UCLG, 1, "APPROVE");
		judged(IOM, 1, "APPROVE");

		assertThat(reviews().partnersToAsk(List.of(IOM, MMC, UCLG), PartnerChanges.NONE)).containsExactly(IOM, UCLG);
	}

	@Test
	void what_was_said_before_a_pledge_was_revived_counts_no_more() {
		submitted();
		judged(UCLG, 1, "APPROVE");
		opened(IOM, 1).cancel();
		pledge.withdraw(Placement.in(EDITION), AccountId.random(), "");
		pledge.revive(AccountId.random());

		assertThat(reviews().latestPerPartner()).isEmpty();

		pledge.submit(Optional.of(EDITION), NOW);
		Review anew = opened(UCLG, 2);

		assertThat(reviews().partnersToAsk(List.of(IOM, UCLG), PartnerChanges.NONE)).containsExactly(UCLG);
		assertThat(reviews().latestPerPartner()).containsExactly(anew);
		assertThat(reviews().tally()).isEqualTo(new ReviewTally(0, 0, 0, 1, 1));
	}

	@Test
	void a_released_partner_counts_as_not_asked_but_for_what_it_said_of_the_newest_revision() {
		submitted();
		judged(UCLG, 1, "APPROVE");
		judged(MMC, 1, "REQUEST_CHANGES");
		opened(IOM, 1).letPartnerGo();
		assertThat(reviews().tally()).isEqualTo(new ReviewTally(1, 1, 0, 0, 1));
		assertThat(reviews().latestPerPartner()).extracting(Review::partner).containsExactly(MMC, UCLG);

		PartnerChanges released = new PartnerChanges(Set.of(), Set.of(MMC, IOM));
		assertThat(reviews().partnersToAsk(List.of(UCLG), released)).containsExactly(UCLG);

		judged(UCLG, 2, "APPROVE");
		assertThat(reviews().tally()).as("nobody is there to say whether it was changed")
			.isEqualTo(new ReviewTally(1, 0, 0, 0, 1));
	}

	@Test
	void an_added_partner_is_asked_about_the_next_revision() {
		submitted();
		judged(UCLG, 1, "APPROVE");
		judged(MMC, 1, "REQUEST_CHANGES");

		assertThat(reviews().partnersToAsk(List.of(IOM, MMC, UCLG), new PartnerChanges(Set.of(IOM), Set.of())))
			.containsExactly(IOM, MMC);
	}

	private PledgeReviews reviews() {
		return PledgeReviews.of(pledge, all);
	}

	private void submitted() {
		pledge.submit(Optional.of(EDITION), NOW);
	}

	private Review judged(PartnerCode partner, int revision, String recommendation) {
		Review review = opened(partner, revision);
		review.complete(Answers.of(Map.of("recommendation", recommendation)), ANYBODY, NOW);
		return review;
	}

	private Review opened(PartnerCode partner, int revision) {
		Review review = new Review(pledge.reference(), revision, pledge.round(), partner,
				new Criteria(EDITION, 1, Map.of(Criterion.CONCRETE, 1)), NOW, NOW.plusSeconds(86_400));
		all.add(review);
		return review;
	}

}
