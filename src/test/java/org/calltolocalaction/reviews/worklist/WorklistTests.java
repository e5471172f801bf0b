package org.calltolocalaction.reviews.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.governments.CorrectProfile;
import org.calltolocalaction.governments.GovernmentProfile;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.pledges.BeginPledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.RevivePledge;
import org.calltolocalaction.pledges.WithdrawPledge;
import org.calltolocalaction.reviews.ReviewLines;
import org.calltolocalaction.reviews.team.TakeReview;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SearchSyntax;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a reviewer finds among the reviews of their partner; each test looks for a word that only its pledges have. */
@DeskTest
class WorklistTests {

	@Autowired
	Story story;

	@Autowired
	EngineJobs jobs;

	@Autowired
	MutableClock clock;

	@Autowired
	ListReviews list;

	@Autowired
	WorklistSearch search;

	@Autowired
	ReviewLines lines;

	@Autowired
	TakeReview take;

	@Autowired
	BeginPledge begin;

	@Autowired
	WithdrawPledge withdraw;

	@Autowired
	RevivePledge revive;

	@Autowired
	CorrectProfile correct;

	@Autowired
	JdbcClient jdbc;

	private final String mark = "mark" + UUID.randomUUID().toString().replace("-", "");

	private Person rosa;

	@BeforeEach
	void a_reviewer_and_a_call() {
		story.anOpenEdition();
		rosa = story.reviewer("UCLG", "Rosa");
	}

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

	@ParameterizedTest
	@ValueSource(strings = { "acogida", "ACOGÍDA", "Größe grosse", "acog", "\"centro de acogida\"", "« Größe »", "Uganda",
			"Ouganda", "-zanzibar", "zanzibar OR acogida", "language:en", "country:ug", "section:africa",
			"objective:gcm-15", "objective:GCR-2", "country:AR OR objective:GCM-16", "-language:es", "round:1", "round:<2",
			"due:>2101-01-01", "-due:overdue", "state:open", "-state:completed", "!!! ***" })
	void is_found(String typed) {
		submitted("Centro de acogida, Größe " + mark);

		assertThat(found(WorklistTab.ALL, mark + " " + typed)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "zanzibar", "\"acogida de centro\"", "\"centro acogida\"", "\"centro de acog\"", "-acogida",
			"language:es", "country:AR", "-section:AFRICA", "objective:GCM-23", "round:2", "due:<2101-01-01", "due:overdue",
			"state:cancelled", "zanzibar OR country:AR" })
	void is_not_found(String typed) {
		submitted("Centro de acogida " + mark);

		assertThat(found(WorklistTab.ALL, mark + " " + typed)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "'", "a' | 'b", ":*", "(", "a & ", "⑴ ½ ŉ №", "'; drop table review; --", "\\", "\u0000", "%s %d",
			"ℵ ʼ", "? ?", "\"'\" -\"\\\"", "{0} ${x}", "due:<+999999999-12-31" })
	void nothing_typed_breaks_the_search(String typed) {
		assertThat(page(WorklistTab.ALL, typed).number()).isEqualTo(1);
	}

	@Test
	void a_day_is_the_reviewers_own() {
		PledgeReference reference = submitted("One " + mark);
		String day = page(WorklistTab.ALL, mark).lines().get(0).dueAt().atZone(ZoneId.of("Europe/Madrid")).toLocalDate().toString();

		assertThat(found(WorklistTab.ALL, mark + " due:" + day)).containsExactly(reference);
		assertThat(found(WorklistTab.ALL, mark + " due:<=" + day)).containsExactly(reference);
		assertThat(found(WorklistTab.ALL, mark + " due:>=" + day)).containsExactly(reference);
		assertThat(found(WorklistTab.ALL, mark + " due:<" + day)).isEmpty();
		assertThat(found(WorklistTab.ALL, mark + " due:>" + day)).isEmpty();
		clock.advance(Duration.ofDays(60));
		assertThat(found(WorklistTab.ALL, mark + " due:overdue")).containsExactly(reference);
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

		correct.correct(member, new GovernmentProfile("Villa Nueva " + mark, "MUNICIPALITY", "AR", "LATAM", ""));

		assertThat(found(WorklistTab.ALL, "\"villa nueva " + mark + "\" country:AR section:LATAM argentine"))
			.containsExactly(reference);
		assertThat(found(WorklistTab.ALL, mark + " country:UG")).isEmpty();
	}

	@Test
	void the_round_is_counted_anew_once_a_pledge_was_revived() {
		Person member = story.memberOf("Kampala");
		PledgeReference reference = submitted(member, "One " + mark);
		story.judges("UCLG", reference, "REQUEST_CHANGES");
		story.judges("MMC", reference, "APPROVE");
		story.judges("IOM", reference, "APPROVE");
		jobs.run(reference);
		story.submit(reference, member);
		jobs.run(reference);
		assertThat(page(WorklistTab.ALL, mark + " round:2").lines()).hasSize(1);

		withdraw.withdraw(reference, "Changed our mind", member);
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

	@Test
	void a_review_from_before_there_were_lines_gets_its_own_at_the_start() {
		PledgeReference reference = submitted("One " + mark);
		jdbc.sql("update review set search = null, title = null where reference = ?").param(reference.value()).update();

		lines.writeMissing();

		assertThat(found(WorklistTab.ALL, mark)).containsExactly(reference);
	}

	private PledgeReference submitted(String title) {
		return submitted(story.memberOf("Kampala"), title);
	}

	private PledgeReference submitted(Person member, String title) {
		return submitted(member, Story.completeAnswers().with("title", title));
	}

	private PledgeReference submitted(Person member, Answers answers) {
		PledgeReference reference = begin.begin(answers, member);
		story.submit(reference, member);
		jobs.run(reference);
		return reference;
	}

	/** As if the city had sent it in again and again, and each time before the partner answered. */
	private void moreCancelledReviewsOf(PledgeReference reference, int reviews) {
		jdbc.sql("""
				insert into pledge_revision select (jsonb_populate_record(first, jsonb_build_object('number', copy))).*
				from pledge_revision as first, generate_series(2, ?) as copy where first.reference = ? and first.number = 1""")
			.params(reviews + 1, reference.value())
			.update();
		jdbc.sql("""
				insert into review select (jsonb_populate_record(first, jsonb_build_object('id', gen_random_uuid(), 'revision',
				copy, 'state', 'CANCELLED'))).* from review as first, generate_series(2, ?) as copy
				where reference = ? and revision = 1 and partner = 'UCLG'""")
			.params(reviews + 1, reference.value())
			.update();
	}

	private List<PledgeReference> found(WorklistTab tab, String typed) {
		return page(tab, typed).lines().stream().map(WorklistLine::reference).toList();
	}

	private List<PledgeReference> found(WorklistOrder order) {
		return list.page(WorklistTab.ALL, query(mark, rosa), order, 1, rosa)
			.lines()
			.stream()
			.map(WorklistLine::reference)
			.toList();
	}

	private WorklistPage page(WorklistTab tab, String typed) {
		return list.page(tab, query(typed, rosa), null, 1, rosa);
	}

	private SearchQuery query(String typed, Person reviewer) {
		return new SearchSyntax(search.keys(reviewer, Locale.ENGLISH)).read(typed);
	}

}
