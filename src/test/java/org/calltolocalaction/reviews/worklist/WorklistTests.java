package org.calltolocalaction.reviews.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.submitting.RevivePledge;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.calltolocalaction.reviews.address.WorklistOrder;
import org.calltolocalaction.reviews.address.WorklistTab;
import org.calltolocalaction.reviews.judging.CompleteReview;
import org.calltolocalaction.reviews.team.DeclareInterest;
import org.calltolocalaction.reviews.team.TakeReview;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How the reviews of a partner are listed: in tabs, lines and pages. */
class WorklistTests extends WorklistTest {

	@Autowired
	TakeReview take;

	@Autowired
	CompleteReview complete;

	@Autowired
	DeclareInterest declare;

	@Autowired
	WithdrawPledge withdraw;

	@Autowired
	RevivePledge revive;

	@Test
	void a_pledge_is_listed_with_its_government_from_the_moment_the_review_is_opened() {
		Person member = story.memberOf("Kampala");
		PledgeReference reference = submitted(member, "A desk " + mark);

		assertThat(page(WorklistTab.ALL, mark).lines()).singleElement().satisfies(line -> {
			assertThat(line.reference()).isEqualTo(reference);
			assertThat(line.title()).isEqualTo("A desk " + mark);
			assertThat(line.government()).isEqualTo(story.nameOfGovernmentOf(member));
			assertThat(line.country()).isEqualTo("UG");
			assertThat(line.section()).isEqualTo("AFRICA");
			assertThat(line.language()).isEqualTo("en");
			assertThat(line.objectives()).containsExactly("GCM-15", "GCM-16", "GCR-2");
			assertThat(line.round()).isEqualTo(1);
			assertThat(line.openedAt()).isEqualTo(clock.instant());
			assertThat(line.dueAt()).isAfter(clock.instant());
			assertThat(line.holder()).isEmpty();
		});
	}

	@Test
	void each_tab_holds_what_it_says() {
		PledgeReference mine = submitted("One " + mark);
		PledgeReference colleagues = submitted("Two " + mark);
		PledgeReference nobodys = submitted("Three " + mark);
		PledgeReference done = submitted("Four " + mark);
		take.take(mine, null, rosa);
		take.take(colleagues, null, story.reviewer("UCLG", "Ben"));
		story.judges("UCLG", done, "APPROVE");

		assertThat(found(WorklistTab.MINE, mark)).containsExactly(mine);
		assertThat(found(WorklistTab.UNASSIGNED, mark)).containsExactly(nobodys);
		assertThat(found(WorklistTab.ALL, mark)).containsExactlyInAnyOrder(mine, colleagues, nobodys);
		assertThat(found(WorklistTab.DONE, mark)).containsExactly(done);
		assertThat(found(WorklistTab.ALL, mark + " reviewer:me")).containsExactly(mine);
		assertThat(found(WorklistTab.ALL, mark + " reviewer:BEN")).containsExactly(colleagues);
		assertThat(found(WorklistTab.ALL, mark + " reviewer:none")).containsExactly(nobodys);
		assertThat(found(WorklistTab.ALL, mark + " -reviewer:me")).containsExactlyInAnyOrder(colleagues, nobodys);
		assertThat(found(WorklistTab.ALL, mark + " state:completed")).containsExactly(done);
	}

	@Test
	void a_tab_counts_what_it_holds_whatever_is_searched() {
		int before = list.counts(rosa).get(WorklistTab.UNASSIGNED).number();
		submitted("One " + mark);
		submitted("Two " + mark);

		assertThat(list.counts(rosa).get(WorklistTab.UNASSIGNED)).isEqualTo(new WorklistCount(before + 2, false));
		assertThat(WorklistCount.of(1001)).isEqualTo(new WorklistCount(1000, true));
	}

	@Test
	void one_sees_how_many_partners_have_answered_and_not_what() {
		PledgeReference reference = submitted("One " + mark);
		story.judges("MMC", reference, "DECLINE");
		story.judges("IOM", reference, "APPROVE");

		assertThat(page(WorklistTab.ALL, mark).lines()).singleElement().satisfies(line -> {
			assertThat(line.answered()).isEqualTo(2);
			assertThat(line.asked()).isEqualTo(3);
			assertThat(line.recommendation()).isEmpty();
		});
	}

	@Test
	void what_another_partner_reviews_is_not_found() {
		PledgeReference reference = submitted("One " + mark);
		story.judges("UCLG", reference, "APPROVE");

		assertThat(found(WorklistTab.ALL, mark)).isEmpty();
		Person mia = story.reviewer("MMC", "Mia");
		assertThat(list.page(WorklistTab.ALL, query(mark, mia), WorklistOrder.DUE, 1, mia).lines()).hasSize(1);
		assertThatThrownBy(() -> list.counts(story.coordinator())).isInstanceOf(NotAllowed.class);
	}

	@Test
	void is_listed_in_the_order_that_is_asked_for() {
		PledgeReference first = submitted(story.memberOf("Zug " + mark), "Árbol " + mark);
		clock.advance(Duration.ofDays(3));
		PledgeReference second = submitted(story.memberOf("Élan " + mark), "beta " + mark);

		assertThat(found(WorklistOrder.DUE)).containsExactly(first, second);
		assertThat(found(WorklistOrder.WAITING)).containsExactly(first, second);
		assertThat(found(WorklistOrder.TITLE)).containsExactly(first, second);
		assertThat(found(WorklistOrder.GOVERNMENT)).containsExactly(second, first);
		story.judges("UCLG", first, "APPROVE");
		clock.advance(Duration.ofHours(1));
		story.judges("UCLG", second, "APPROVE");
		assertThat(found(WorklistTab.DONE, mark)).containsExactly(second, first);
	}

	@Test
	void a_page_beyond_the_last_one_is_the_last_one() {
		submitted("One " + mark);

		assertThat(list.page(WorklistTab.ALL, query(mark, rosa), WorklistOrder.DUE, 7, rosa))
			.satisfies(page -> assertThat(page.number()).isEqualTo(1))
			.satisfies(page -> assertThat(page.lines()).hasSize(1));
	}

	@Test
	void the_round_is_counted_anew_once_a_pledge_was_revived() {
		Person member = story.memberOf("Kampala");
		PledgeReference reference = submitted(member, "One " + mark);
		story.allApproveBut("UCLG", "REQUEST_CHANGES", reference);
		story.submit(reference, member);
		jobs.run(reference);
		assertThat(page(WorklistTab.ALL, mark + " round:2").lines()).hasSize(1);

		withdraw.withdraw(reference, "Last changed: our mind", member);
		jobs.run(reference);
		assertThat(found(WorklistTab.ALL, mark)).isEmpty();
		assertThat(found(WorklistTab.ALL, mark + " state:cancelled")).containsExactly(reference);
		revive.revive(reference, member);
		jobs.run(reference);
		story.submit(reference, member);
		jobs.run(reference);

		assertThat(page(WorklistTab.ALL, mark).lines()).singleElement()
			.satisfies(line -> assertThat(line.round()).isEqualTo(1));
	}

	private List<PledgeReference> found(WorklistOrder order) {
		return list.page(WorklistTab.ALL, query(mark, rosa), order, 1, rosa)
			.lines()
			.stream()
			.map(WorklistRow::reference)
			.toList();
	}

	@Test
	void a_second_version_is_offered_first_to_who_judged_the_first_and_anybody_may_take_it() {
		Person member = story.memberOf("Kampala");
		PledgeReference reference = submitted(member, mark);
		Person ben = story.reviewer("UCLG", "Ben");
		complete.complete(reference, 1, Story.review("UCLG", "REQUEST_CHANGES"), rosa);
		List.of("MMC", "IOM").forEach(partner -> story.judges(partner, reference, "APPROVE"));
		jobs.run(reference);
		story.submit(reference, member);
		jobs.run(reference);

		assertThat(found(WorklistTab.MINE, mark)).containsExactly(reference);
		assertThat(found(WorklistTab.UNASSIGNED, mark)).containsExactly(reference);
		assertThat(list.page(WorklistTab.MINE, query(mark, ben), null, 1, ben).lines()).isEmpty();
		take.take(reference, null, ben);
		assertThat(found(WorklistTab.MINE, mark)).isEmpty();
		take.release(reference, ben);
		declare.declare(reference, "My city", Optional.empty(), rosa);
		assertThat(found(WorklistTab.MINE, mark)).isEmpty();
	}

}
