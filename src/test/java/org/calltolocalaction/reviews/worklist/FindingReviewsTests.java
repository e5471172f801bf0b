package org.calltolocalaction.reviews.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.calltolocalaction.governments.CorrectProfile;
import org.calltolocalaction.governments.GovernmentProfile;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.WorklistProjection;
import org.calltolocalaction.reviews.address.WorklistOrder;
import org.calltolocalaction.reviews.address.WorklistTab;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a reviewer finds among the reviews of their partner. */
class FindingReviewsTests extends WorklistTest {

	@Autowired
	Governments governments;

	@Autowired
	CorrectProfile correct;

	@Autowired
	WorklistProjection projection;

	@Autowired
	JdbcClient jdbc;

	@ParameterizedTest
	@ValueSource(strings = { "acogida", "ACOGÍDA", "Größe grosse", "acog", "\"centro de acogida\"", "« Größe »",
			"Uganda", "Ouganda", "-zanzibar", "zanzibar OR acogida", "language:en", "country:ug", "section:africa",
			"objective:gcm-15", "objective:GCR-2", "country:AR OR objective:GCM-16", "-language:es", "round:1",
			"round:<2", "due:>2041-01-01", "-due:overdue", "state:open", "-state:completed", "!!! ***" })
	void is_found(String typed) {
		submitted("Centro de acogida, Größe " + mark);

		assertThat(found(WorklistTab.ALL, mark + " " + typed)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "zanzibar", "\"acogida de centro\"", "\"centro acogida\"", "\"centro de acog\"",
			"-acogida", "language:es", "country:AR", "-section:AFRICA", "objective:GCM-23", "round:2",
			"due:<2041-01-01", "due:overdue", "state:cancelled", "zanzibar OR country:AR" })
	void is_not_found(String typed) {
		submitted("Centro de acogida " + mark);

		assertThat(found(WorklistTab.ALL, mark + " " + typed)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "'", "a' | 'b", ":*", "(", "a & ", "⑴ ½ ŉ №", "'; drop table review; --", "\\", "\u0000",
			"%s %d", "ℵ ʼ", "? ?", "\"'\" -\"\\\"", "{0} ${x}", "due:<+999999999-12-31" })
	void nothing_typed_breaks_the_search(String typed) {
		assertThat(page(WorklistTab.ALL, typed).number()).isEqualTo(1);
	}

	@Test
	void a_day_is_the_reviewers_own() {
		PledgeReference reference = submitted("One " + mark);
		String day = page(WorklistTab.ALL, mark).lines()
			.get(0)
			.dueAt()
			.atZone(ZoneId.of("Europe/Madrid"))
			.toLocalDate()
			.toString();

		assertThat(found(WorklistTab.ALL, mark + " due:" + day)).containsExactly(reference);
		assertThat(found(WorklistTab.ALL, mark + " due:<=" + day)).containsExactly(reference);
		assertThat(found(WorklistTab.ALL, mark + " due:>=" + day)).containsExactly(reference);
		assertThat(found(WorklistTab.ALL, mark + " due:<" + day)).isEmpty();
		assertThat(found(WorklistTab.ALL, mark + " due:>" + day)).isEmpty();
		clock.advance(Duration.ofDays(60));
		assertThat(found(WorklistTab.ALL, mark + " due:overdue")).containsExactly(reference);
	}

	@Test
	void a_search_that_finds_more_than_a_page_counts_all_and_ends_with_the_last_page() {
		PledgeReference reference = submitted("One " + mark);
		moreCancelledReviewsOf(reference, 60);

		String typed = mark + " state:cancelled";
		assertThat(page(WorklistTab.ALL, typed)).satisfies(first -> {
			assertThat(first.found()).isEqualTo(new WorklistCount(60, false));
			assertThat(first.lines()).hasSize(50);
		});
		assertThat(list.page(WorklistTab.ALL, query(typed, rosa), WorklistOrder.DUE, 9, rosa)).satisfies(last -> {
			assertThat(last.number()).isEqualTo(2);
			assertThat(last.lines()).hasSize(10);
		});
	}

	@Test
	void the_beginning_of_a_word_finds_whatever_goes_on_with_it_however_many_words_do() {
		PledgeReference one = submitted("One " + mark + "a");
		PledgeReference two = submitted("Two " + mark + "b");
		assertThat(found(WorklistTab.ALL, mark)).containsExactlyInAnyOrder(one, two);

		String many = IntStream.range(0, 40).mapToObj(number -> mark + "c" + number).collect(Collectors.joining(" "));
		PledgeReference three = submitted(story.memberOf("Kampala"), Story.completeAnswers().with("summary", many));

		assertThat(found(WorklistTab.ALL, mark)).containsExactlyInAnyOrder(one, two, three);
		assertThat(found(WorklistTab.ALL, mark + "b")).containsExactly(two);
	}

	@Test
	void follows_a_government_that_corrects_what_it_says_about_itself() {
		Person member = story.memberOf("Kampala");
		PledgeReference reference = submitted(member, "One " + mark);

		correct.correct(governments.own(member).id(),
				new GovernmentProfile("Villa Nueva " + mark, "MUNICIPALITY", "AR", "LATAM", ""), story.coordinator());

		assertThat(found(WorklistTab.ALL, "\"villa nueva " + mark + "\" country:AR section:LATAM argentine"))
			.containsExactly(reference);
		assertThat(found(WorklistTab.ALL, mark + " country:UG")).isEmpty();
	}

	@Test
	void a_review_from_before_there_were_lines_gets_its_own_at_the_start() {
		PledgeReference reference = submitted("One " + mark);
		jdbc.sql("update review set search = null, title = null where reference = ?").param(reference.value()).update();

		projection.writeMissing();

		assertThat(found(WorklistTab.ALL, mark)).containsExactly(reference);
	}

	/**
	 * As if the city had sent it in again and again, and each time before the partner
	 * answered.
	 */
	private void moreCancelledReviewsOf(PledgeReference reference, int reviews) {
		jdbc.sql(
				"""
						insert into pledge_revision select (jsonb_populate_record(first, jsonb_build_object('number', copy))).*
						from pledge_revision as first, generate_series(2, ?) as copy where first.reference = ? and first.number = 1""")
			.params(reviews + 1, reference.value())
			.update();
		jdbc.sql(
				"""
						insert into review select (jsonb_populate_record(first, jsonb_build_object('id', gen_random_uuid(), 'revision',
						copy, 'state', 'CANCELLED'))).* from review as first, generate_series(2, ?) as copy
						where reference = ? and revision = 1 and partner = 'UCLG'""")
			.params(reviews + 1, reference.value())
			.update();
	}

}
