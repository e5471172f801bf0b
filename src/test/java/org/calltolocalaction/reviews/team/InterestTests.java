package org.calltolocalaction.reviews.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.PartnerReviews;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.discussion.DiscussPledge;
import org.calltolocalaction.reviews.interest.Interests;
import org.calltolocalaction.reviews.interest.ReadableVersions;
import org.calltolocalaction.reviews.judging.CompleteReview;
import org.calltolocalaction.reviews.judging.OthersReviews;
import org.calltolocalaction.reviews.judging.ReopenReview;
import org.calltolocalaction.reviews.judging.SaveReviewDraft;
import org.calltolocalaction.reviews.remarks.NewRemark;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody judges their own city or their former employer, and the record says so. */
@DeskTest
class InterestTests {

	private static final String REASON = "Former employer";

	@Autowired
	Story story;

	@Autowired
	DeclareInterest declare;

	@Autowired
	ReopenReview reopen;

	@Autowired
	Interests interests;

	@Autowired
	TakeReview take;

	@Autowired
	AssignReview assign;

	@Autowired
	ReviewsInBulk bulk;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CompleteReview complete;

	@Autowired
	SaveReviewDraft drafts;

	@Autowired
	ReadableVersions readable;

	@Autowired
	EngineJobs jobs;

	@Autowired
	PartnerReviews partnerReviews;

	@Autowired
	OthersReviews others;

	@Autowired
	DiscussPledge discuss;

	@Autowired
	People people;

	@Autowired
	AuditTrail trail;

	@Autowired
	MutableClock clock;

	private Person rosa;

	private Person member;

	private PledgeReference reference;

	private GovernmentId government;

	@BeforeEach
	void a_pledge_before_the_partners() {
		story.aSharedCall();
		rosa = story.reviewer("UCLG", "Rosa" + UUID.randomUUID());
		member = story.memberOf("Kampala");
		reference = submitted();
		government = story.pledge(reference).government();
	}

	@Test
	void the_review_goes_back_to_the_partner_and_she_can_neither_take_nor_complete_it() {
		take.take(reference, null, rosa);

		declares(null);

		assertThat(partnerReviews.review(reference, rosa).takenBy()).isEmpty();
		assertThatThrownBy(() -> take.take(reference, null, rosa)).isInstanceOf(Refused.class);
		assertThat(bulk.take(List.of(new ReviewsInBulk.Chosen(reference, Optional.empty())), rosa).lines())
			.singleElement()
			.satisfies(line -> assertThat(line.fate()).isEqualTo(BulkResult.Fate.REFUSED));
		assertThatThrownBy(() -> complete.complete(reference, 1, Story.review("UCLG", "APPROVE"), rosa))
			.isInstanceOf(Refused.class);
		assertThat(partnerReviews.review(reference, rosa).open()).isTrue();
		assertThat(acts()).containsSubsequence("review.taken UCLG", "review.interest-declared " + REASON,
				"review.released UCLG");
	}

	@Test
	void it_goes_to_the_colleague_whom_she_names_with_all_that_she_has_of_this_government() {
		PledgeReference second = submitted();
		take.take(second, null, rosa);
		Person ben = story.reviewer("UCLG", "Ben" + UUID.randomUUID());

		declares(ben);

		assertThat(List.of(reference, second))
			.allSatisfy(pledge -> assertThat(partnerReviews.review(pledge, ben).takenBy()).contains(ben.id()));
		assertThat(acts()).contains("review.assigned UCLG " + ben.id());
		assertThat(assign.assign(reference, new AssignReview.Assignment(rosa.id(), null, "", false), ben))
			.isInstanceOf(AssignReview.KeepsOut.class);
		assertThat(bulk.take(List.of(new ReviewsInBulk.Chosen(reference, Optional.empty())), rosa).lines())
			.singleElement()
			.satisfies(line -> assertThat(line.fate()).isEqualTo(BulkResult.Fate.HELD));
		assertThat(mailsOfWorkTo(ben)).isEqualTo(1);
	}

	@Test
	void what_was_judged_is_not_opened_again_by_her() {
		story.judges("UCLG", reference, "APPROVE");
		declares(null);

		assertThatThrownBy(() -> reopen.reopen(reference, rosa)).isInstanceOf(Refused.class);
		assertThat(partnerReviews.review(reference, rosa).completed()).isTrue();
	}

	@Test
	void what_a_colleague_has_stays_theirs() {
		Person ben = story.reviewer("UCLG", "Ben" + UUID.randomUUID());
		take.take(reference, null, ben);

		declares(null);

		assertThat(partnerReviews.review(reference, ben).takenBy()).contains(ben.id());
	}

	@Test
	void it_holds_for_every_later_pledge_of_the_government_and_no_other() {
		declares(null);
		PledgeReference later = submitted();
		PledgeReference elsewhere = story.aPledgeUnderReviewBy(story.memberOf("Milan"));

		assertThatThrownBy(() -> take.take(later, null, rosa)).isInstanceOf(Refused.class);
		assertThat(take.take(elsewhere, null, rosa)).isInstanceOf(TakeReview.Taken.class);
	}

	@Test
	void once_withdrawn_she_reviews_again_and_the_record_is_kept() {
		declares(null);
		declare.withdraw(reference, rosa);

		assertThat(take.take(reference, null, rosa)).isInstanceOf(TakeReview.Taken.class);
		assertThat(interests.of(government)).singleElement().satisfies(interest -> {
			assertThat(interest.reviewer().id()).isEqualTo(rosa.id());
			assertThat(interest.reason()).isEqualTo(REASON);
			assertThat(interest.withdrawnAt()).contains(clock.instant());
		});
		assertThat(acts()).contains("review.interest-withdrawn");
	}

	@Test
	void declaring_twice_changes_nothing_and_only_with_a_reason_and_a_fit_colleague_at_all() {
		Person mia = story.reviewer("MMC", "Mia");
		assertThatThrownBy(() -> declare.declare(reference, " ", Optional.empty(), rosa)).isInstanceOf(Refused.class);
		assertThatThrownBy(() -> declares(mia)).isInstanceOf(Refused.class);
		assertThatThrownBy(() -> declares(rosa)).isInstanceOf(Refused.class);
		assertThat(interests.declared(rosa.id(), government)).isFalse();

		declares(null);
		declares(null);

		assertThat(interests.of(government)).hasSize(1);
		assertThatThrownBy(() -> declare.declare(story.aDraftBy(member), REASON, Optional.empty(), rosa))
			.isInstanceOf(NotFound.class);
	}

	@Test
	void who_keeps_out_reads_neither_the_discussion_nor_what_others_judged() {
		declares(null);
		story.judges("UCLG", reference, "APPROVE");
		story.judges("MMC", reference, "DECLINE");

		assertThat(discuss.read(reference, rosa)).isEmpty();
		assertThat(others.of(reference, rosa)).allSatisfy(other -> assertThat(other.judgement()).isEmpty());
		assertThat(discuss.read(reference, story.coordinator()).orElseThrow().others()).doesNotContain(rosa);
	}

	@Test
	void a_partner_of_which_everybody_keeps_out_is_known() {
		PartnerCode uclg = new PartnerCode("UCLG");
		story.reviewer("UCLG", "Ben");
		story.reviewer("MMC", "Ines");
		assertThat(interests.excludeEveryReviewerOf(uclg, government)).isFalse();
		declares(null);
		assertThat(interests.excludeEveryReviewerOf(uclg, government)).isFalse();

		people.reviewersOf(uclg).forEach(reviewer -> declare.declare(reference, REASON, Optional.empty(), reviewer));

		assertThat(interests.excludeEveryReviewerOf(uclg, government)).isTrue();
		assertThat(interests.excludeEveryReviewerOf(new PartnerCode("MMC"), government)).isFalse();
	}

	@Test
	void withdrawing_and_declaring_again_leaves_nothing_to_read_in_between() {
		Person ben = story.reviewer("UCLG", "Ben" + UUID.randomUUID());
		declares(null);
		assertThatThrownBy(() -> drafts.save(reference, 1, Story.review("UCLG", "APPROVE"), rosa))
			.isInstanceOf(Refused.class);
		story.judges("MMC", reference, "DECLINE");
		drafts.save(reference, 1, Story.review("UCLG", "APPROVE"), ben);
		discuss.write(reference, new NewRemark("A secret", List.of(), UUID.randomUUID()), ben);

		declare.withdraw(reference, rosa);
		clock.advance(Duration.ofMinutes(5));
		drafts.save(reference, 1, Story.review("UCLG", "DECLINE"), ben);

		assertThat(discuss.read(reference, rosa)).isEmpty();
		assertThatThrownBy(() -> drafts.goOnWith(reference, ben.id(), rosa)).isInstanceOf(Refused.class);
		complete.complete(reference, 1, Story.review("UCLG", "APPROVE"), ben);
		assertThat(others.of(reference, rosa)).allSatisfy(other -> assertThat(other.judgement()).isEmpty());
		assertThat(others.of(reference, ben)).anySatisfy(other -> assertThat(other.judgement()).isPresent());
		assertThatThrownBy(() -> reopen.reopen(reference, rosa)).isInstanceOf(Refused.class);
	}

	@Test
	void once_withdrawn_she_reads_again_from_the_next_version_on() {
		Person ben = story.reviewer("UCLG", "Ben" + UUID.randomUUID());
		declares(null);
		discuss.write(reference, new NewRemark("Of the first version", List.of(), UUID.randomUUID()), ben);
		List.of("UCLG", "MMC", "IOM").forEach(partner -> story.judges(partner, reference, "REQUEST_CHANGES"));
		jobs.run(reference);
		declare.withdraw(reference, rosa);
		clock.advance(Duration.ofMinutes(5));

		story.submit(reference, member);
		jobs.run(reference);
		discuss.write(reference, new NewRemark("Of the second version", List.of(), UUID.randomUUID()), ben);
		story.judges("MMC", reference, "APPROVE");
		story.judges("UCLG", reference, "APPROVE");

		assertThat(discuss.read(reference, rosa).orElseThrow().entries()).extracting(entry -> entry.text())
			.containsExactly("Of the second version");
		assertThat(others.of(reference, rosa)).extracting(other -> other.judgement().map(Review::revision))
			.containsExactlyInAnyOrder(Optional.empty(), Optional.of(2));
	}

	@Test
	void what_is_closed_stays_so_for_the_account_that_hers_becomes() {
		Person other = story.reviewer("UCLG", "Rosa" + UUID.randomUUID());
		declares(null);
		declare.withdraw(reference, rosa);

		interests.carryOver(rosa.id(), other.id());
		interests.carryOver(rosa.id(), other.id());

		assertThat(readable.of(reference, other.id()).all()).isFalse();
		assertThat(interests.of(government)).hasSize(2);
	}

	@Test
	void what_she_wrote_herself_after_withdrawing_she_may_open_again() {
		declares(null);
		declare.withdraw(reference, rosa);
		complete.complete(reference, 1, Story.review("UCLG", "APPROVE"), rosa);

		reopen.reopen(reference, rosa);

		assertThat(partnerReviews.review(reference, rosa).takenBy()).contains(rosa.id());
	}

	private PledgeReference submitted() {
		return story.aPledgeUnderReviewBy(member);
	}

	private void declares(Person successor) {
		declare.declare(reference, REASON, Optional.ofNullable(successor).map(Person::id), rosa);
	}

	private int mailsOfWorkTo(Person successor) {
		return jdbc.sql("select count(*) from mail where recipient = ? and kind = 'REVIEWS_GIVEN'")
			.param(successor.email())
			.query(Integer.class)
			.single();
	}

	private List<String> acts() {
		return trail.of(reference).stream().map(InterestTests::inShort).toList();
	}

	private static String inShort(RecordedEntry entry) {
		return Stream
			.of(Stream.of(entry.kind()),
					Stream.of("partner", "reviewer").map(entry.facts()::get).filter(Objects::nonNull),
					entry.personal().values().stream())
			.flatMap(Function.identity())
			.map(Object::toString)
			.collect(Collectors.joining(" "));
	}

}
