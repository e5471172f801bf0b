package org.calltolocalaction.reviews.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.ReviewConsistency;
import org.calltolocalaction.reviews.team.BulkResult.Fate;
import org.calltolocalaction.reviews.team.BulkResult.Line;
import org.calltolocalaction.reviews.team.ReviewsInBulk.Chosen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Many reviews at once: each as if it were alone, and in the end it is said of every one
 * what became of it.
 */
class ReviewsInBulkTests extends TeamTest {

	@Autowired
	ReviewsInBulk bulk;

	@Autowired
	ReviewConsistency consistency;

	@Autowired
	AuditTrail trail;

	private PledgeReference free;

	private PledgeReference bens;

	@BeforeEach
	void one_that_is_free_and_one_of_a_colleague() {
		free = anOpenReview();
		bens = aReviewOf(ben);
	}

	@Test
	void taking_many_takes_what_is_free_and_says_of_the_others_why_not() {
		PledgeReference done = anOpenReview();
		story.judges("UCLG", done, "APPROVE");

		BulkResult result = bulk.take(chosen(free, bens, done, new PledgeReference("CLA-1999-0001")), rosa);

		assertThat(result.lines()).containsExactly(new Line(free, Fate.DONE, null), new Line(bens, Fate.HELD, ben.id()),
				new Line(done, Fate.NOT_OPEN, null),
				new Line(new PledgeReference("CLA-1999-0001"), Fate.UNKNOWN, null));
		assertThat(holder(free)).contains(rosa.id());
		assertThat(holder(bens)).contains(ben.id());
		assertThat(consistency.check().none()).isTrue();
	}

	@Test
	void giving_back_many_gives_back_ones_own() {
		PledgeReference mine = aReviewOf(rosa);

		BulkResult result = bulk.release(chosen(mine, bens), rosa);

		assertThat(result.lines()).containsExactly(new Line(mine, Fate.DONE, null),
				new Line(bens, Fate.HELD, ben.id()));
		assertThat(holder(mine)).isEmpty();
	}

	@Test
	void who_gets_many_and_who_had_some_of_them_have_one_mail_each() {
		Person carla = aReviewer("Carla");
		PledgeReference another = aReviewOf(ben);
		List<Chosen> asShown = List.of(new Chosen(free, Optional.empty()), new Chosen(bens, Optional.of(ben.id())),
				new Chosen(another, Optional.of(ben.id())));

		BulkResult result = bulk.assign(asShown, carla.id(), rosa);

		assertThat(result.done()).isEqualTo(3);
		assertThat(mailsTo(carla, "REVIEWS_GIVEN")).singleElement()
			.satisfies(
					mail -> assertThat(mail).contains("these 3 reviews", free.value(), bens.value(), another.value()));
		assertThat(mailsTo(ben, "REVIEWS_MOVED_ON")).singleElement()
			.satisfies(mail -> assertThat(mail).contains("2 reviews that you had taken", bens.value(), another.value())
				.doesNotContain(free.value()));
		assertThat(consistency.check().none()).isTrue();
	}

	@Test
	void what_somebody_took_since_the_page_was_shown_stays_theirs() {
		Person carla = aReviewer("Carla");

		BulkResult result = bulk.assign(chosen(bens), carla.id(), rosa);

		assertThat(result.notDone()).containsExactly(new Line(bens, Fate.HELD, ben.id()));
		assertThat(mailsTo(carla, "REVIEWS_GIVEN")).isEmpty();
	}

	@Test
	void what_is_for_an_absent_colleague_goes_to_who_stands_in_along_the_chain() {
		Person carla = aReviewer("Carla");
		Person dora = aReviewer("Dora");
		isAway(ben, carla, 5);
		isAway(carla, dora, 2);

		BulkResult result = bulk.assign(chosen(free), ben.id(), rosa);

		assertThat(result.to()).isEqualTo(dora.id());
		assertThat(holder(free)).contains(dora.id());
	}

	@Test
	void what_is_for_an_absent_colleague_for_whom_nobody_stands_in_is_given_to_nobody() {
		Person carla = aReviewer("Carla");
		isAway(ben, carla, 5);
		isAway(carla, ben, 5);

		assertThat(bulk.assign(chosen(free), ben.id(), rosa).lines())
			.containsExactly(new Line(free, Fate.AWAY, ben.id()));
		assertThat(holder(free)).isEmpty();
	}

	@Test
	void a_colleague_is_reminded_of_all_that_they_have_in_one_mail_and_of_each_once_a_day() {
		PledgeReference another = aReviewOf(ben);
		PledgeReference mine = aReviewOf(rosa);

		BulkResult first = bulk.remind(chosen(bens, free, mine), rosa);
		BulkResult second = bulk.remind(chosen(bens, another), rosa);

		assertThat(first.lines()).containsExactly(new Line(bens, Fate.DONE, null), new Line(free, Fate.NOBODYS, null),
				new Line(mine, Fate.YOURS, null));
		assertThat(second.lines()).containsExactly(new Line(bens, Fate.REMINDED_TODAY, ben.id()),
				new Line(another, Fate.DONE, null));
		assertThat(mailsTo(ben, "REVIEWS_REMINDER")).hasSize(2)
			.anySatisfy(mail -> assertThat(mail).contains(another.value()).doesNotContain(bens.value()));
		assertThat(trail.of(bens)).filteredOn(entry -> entry.kind().equals("review.reminded")).hasSize(1);

		clock.advance(Duration.ofDays(1));
		assertThat(bulk.remind(chosen(bens), rosa).done()).isEqualTo(1);
	}

	@Test
	void who_is_away_is_not_reminded() {
		isAway(ben, aReviewer("Carla"), 5);

		assertThat(bulk.remind(chosen(bens), rosa).lines()).containsExactly(new Line(bens, Fate.AWAY, ben.id()));
		assertThat(mailsTo(ben, "REVIEWS_REMINDER")).isEmpty();
	}

	@Test
	void the_worklist_has_a_box_on_each_open_line_and_says_what_became_of_the_ticked_ones() throws Exception {
		String list = "/reviews?tab=all&q=" + bens;
		assertThat(page(list, rosa)).contains("name=\"chosen\"", "form=\"selection\"",
				"value=\"" + bens + ":" + ben.id() + "\"");

		ResultActions posted = sends("/reviews/selection", selection("take", bens + ":" + ben.id(), free.value()), rosa)
			.andExpect(redirectedUrl("/reviews?tab=all&q=" + bens));

		assertThat(page(list, rosa, posted)).contains("Reviews taken by you: 1 of 2",
				ben.name() + " has taken the review");
		assertThat(holder(free)).contains(rosa.id());
	}

	@Test
	void the_page_gives_all_to_the_deputy_and_says_so() throws Exception {
		Person carla = aReviewer("Carla");
		isAway(ben, carla, 5);
		MultiValueMap<String, String> selection = selection("assign", free.value());
		selection.add("to", ben.id().toString());

		ResultActions posted = sends("/reviews/selection", selection, rosa);

		assertThat(page("/reviews", rosa, posted)).contains("Reviews given to " + carla.name() + ": 1 of 1",
				ben.name() + " is away, so the deputy " + carla.name() + " got the reviews.");
	}

	@Test
	void all_that_a_search_finds_are_meant_though_only_one_is_ticked() throws Exception {
		PledgeReference another = aReviewOf(ben);
		MultiValueMap<String, String> selection = selection("remind", free.value());
		selection.add("everything", "true");
		selection.set("q", "reviewer:" + ben.name());

		sends("/reviews/selection", selection, rosa);

		assertThat(mailsTo(ben, "REVIEWS_REMINDER")).singleElement()
			.satisfies(mail -> assertThat(mail).contains(bens.value(), another.value()).doesNotContain(free.value()));
	}

	@Test
	void what_is_missing_is_said_and_what_was_ticked_stays_so() throws Exception {
		String list = "/reviews?tab=all&q=" + free;
		ResultActions nothing = sends("/reviews/selection", selection("take"), rosa);
		ResultActions noAction = sends("/reviews/selection", selection("", free.value()), rosa);
		ResultActions nobody = sends("/reviews/selection", selection("assign", free.value()), rosa);

		assertThat(page(list, rosa, nothing)).contains("Select at least one review");
		assertThat(page(list, rosa, noAction)).contains("Select an action for the selected reviews")
			.containsPattern("value=\"" + free + "\"\\s+checked");
		assertThat(page(list, rosa, nobody)).contains("Select the colleague who gets the reviews");
		assertThat(holder(free)).isEmpty();
		sends("/reviews/selection", selection("take", "nonsense"), rosa).andExpect(status().isNotFound());
		sends("/reviews/selection", selection("take", free + ":nonsense"), rosa).andExpect(status().isNotFound());
		sends("/reviews/selection", selection("take", free.value()), story.coordinator())
			.andExpect(status().isForbidden());
	}

	private static List<Chosen> chosen(PledgeReference... references) {
		return Arrays.stream(references).map(reference -> new Chosen(reference, Optional.empty())).toList();
	}

	private MultiValueMap<String, String> selection(String action, String... chosen) {
		MultiValueMap<String, String> selection = new LinkedMultiValueMap<>();
		selection.add("tab", "all");
		selection.add("q", chosen.length == 0 ? "" : chosen[0].split(":")[0]);
		selection.add("action", action);
		selection.addAll("chosen", List.of(chosen));
		return selection;
	}

}
