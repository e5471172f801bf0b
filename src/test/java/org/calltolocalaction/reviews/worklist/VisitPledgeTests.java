package org.calltolocalaction.reviews.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.discussion.DiscussPledge;
import org.calltolocalaction.reviews.remarks.NewRemark;
import org.calltolocalaction.reviews.team.DeclareInterest;
import org.calltolocalaction.reviews.team.TakeReview;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a reviewer is told of what happened since they looked. */
@DeskTest
class VisitPledgeTests {

	@Autowired
	Story story;

	@Autowired
	EngineJobs jobs;

	@Autowired
	MutableClock clock;

	@Autowired
	VisitPledge looks;

	@Autowired
	TakeReview take;

	@Autowired
	DiscussPledge discuss;

	@Autowired
	DeclareInterest interests;

	private Person rosa;

	private Person member;

	private PledgeReference pledge;

	@BeforeEach
	void a_pledge_before_the_partners() {
		story.aSharedCall();
		rosa = story.reviewer("UCLG", "Rosa" + UUID.randomUUID().toString().substring(0, 8));
		member = story.memberOf("Kampala");
		pledge = story.aPledgeUnderReviewBy(member);
	}

	@Test
	void what_was_never_looked_at_is_new_and_afterwards_it_is_not() {
		assertThat(mark()).isEqualTo(VisitPledge.Mark.NEW);

		assertThat(looks.look(pledge, rosa)).isEmpty();

		assertThat(mark()).isNull();
	}

	@Test
	void a_colleague_who_takes_it_and_a_further_round_are_news_and_what_one_does_oneself_is_none() {
		Instant first = look();
		clock.advance(Duration.ofHours(1));
		take.take(pledge, null, rosa);
		assertThat(mark()).isNull();

		Person ben = story.reviewer("UCLG", "Ben");
		take.take(pledge, rosa.id(), ben);
		assertThat(mark()).isEqualTo(VisitPledge.Mark.CHANGED);
		assertThat(words(first)).containsExactly("worklist.news.taken");

		Instant second = look();
		assertThat(mark()).isNull();
		clock.advance(Duration.ofHours(1));
		take.take(pledge, ben.id(), rosa);
		story.judges("MMC", pledge, "APPROVE");
		assertThat(words(second)).as("what other partners judge is not told").isEmpty();
		take.release(pledge, rosa);
		story.judges("UCLG", pledge, "REQUEST_CHANGES");
		story.judges("IOM", pledge, "APPROVE");
		jobs.run(pledge);
		clock.advance(Duration.ofHours(1));
		story.submit(pledge, member);
		jobs.run(pledge);

		assertThat(words(second)).containsExactly("worklist.news.completed", "worklist.news.opened");
	}

	@Test
	void what_partners_say_to_each_other_is_news_but_for_whoever_has_kept_out_of_this_version() {
		Instant first = look();
		clock.advance(Duration.ofHours(1));
		discuss.write(pledge, remark("Is this new?"), story.reviewer("MMC", "Ben"));
		discuss.write(pledge, remark("It is."), rosa);
		assertThat(words(first)).containsExactly("worklist.news.discussed");
		assertThat(mark()).isEqualTo(VisitPledge.Mark.CHANGED);

		interests.declare(pledge, "Former employer", Optional.empty(), rosa);
		assertThat(words(first)).doesNotContain("worklist.news.discussed");

		interests.withdraw(pledge, rosa);
		assertThat(words(first)).doesNotContain("worklist.news.discussed");
	}

	private static NewRemark remark(String text) {
		return new NewRemark(text, List.of(), UUID.randomUUID());
	}

	@Test
	void pages_opened_one_soon_after_the_other_are_one_look() {
		Instant first = look();
		clock.advance(Duration.ofHours(2));
		assertThat(looks.look(pledge, rosa)).contains(first);
		clock.advance(Duration.ofMinutes(5));
		assertThat(looks.look(pledge, rosa)).contains(first);
		clock.advance(Duration.ofHours(2));
		assertThat(looks.look(pledge, rosa)).contains(first.plus(Duration.ofMinutes(125)));
	}

	@Test
	void is_the_readers_own_matter_and_for_reviewers() {
		look();

		Person ben = story.reviewer("UCLG", "Ben" + UUID.randomUUID().toString().substring(0, 8));
		assertThat(looks.marks(List.of(pledge), ben)).containsEntry(pledge, VisitPledge.Mark.NEW);
		assertThatThrownBy(() -> looks.look(pledge, story.coordinator())).isInstanceOf(NotAllowed.class);
	}

	@Test
	void of_a_pledge_that_the_partner_was_not_asked_to_judge_no_look_is_noted() {
		PledgeReference draft = story.aDraftBy(member);

		assertThat(looks.look(draft, rosa)).isEmpty();

		assertThat(looks.marks(List.of(draft), rosa)).containsEntry(draft, VisitPledge.Mark.NEW);
	}

	private Instant look() {
		looks.look(pledge, rosa);
		return clock.instant();
	}

	private VisitPledge.Mark mark() {
		return looks.marks(List.of(pledge), rosa).get(pledge);
	}

	private List<String> words(Instant since) {
		return looks.since(since, pledge, rosa).stream().map(PledgeNews.News::words).toList();
	}

}
