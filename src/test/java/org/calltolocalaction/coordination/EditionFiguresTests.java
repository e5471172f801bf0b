package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.figures.EditionFigures;
import org.calltolocalaction.coordination.figures.EditionFigures.PartnerFigures;
import org.calltolocalaction.coordination.figures.Figure;
import org.calltolocalaction.coordination.figures.NotYetPledged;
import org.calltolocalaction.coordination.figures.Overview;
import org.calltolocalaction.coordination.figures.ReadEditionFigures;
import org.calltolocalaction.coordination.lists.ListKeys;
import org.calltolocalaction.coordination.lists.ListOrder;
import org.calltolocalaction.coordination.lists.ListPledges;
import org.calltolocalaction.coordination.lists.PledgeLine;
import org.calltolocalaction.coordination.web.lists.ListAddress;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.DisagreementReason;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.calltolocalaction.reports.StopKind;
import org.calltolocalaction.reports.publication.Publications;
import org.calltolocalaction.reports.publication.StopPublication;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SearchSyntax;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Every figure is a link to a list with exactly so many lines. */
@WithoutProcess
class EditionFiguresTests {

	@Autowired
	private Scene scene;

	@Autowired
	private ReadEditionFigures figures;

	@Autowired
	private NotYetPledged notYetPledged;

	@Autowired
	private Overview overview;

	@Autowired
	private ListPledges pledges;

	@Autowired
	private ListKeys keys;

	@Autowired
	private WithdrawPledge withdraw;

	@Autowired
	private StopPublication stop;

	@Autowired
	private Publications publications;

	@Autowired
	private MockMvc mvc;

	private Person coordinator;

	private Person oslo;

	private EditionYear edition;

	@BeforeEach
	void an_open_call() {
		edition = scene.openCall(2033);
		coordinator = scene.coordinator();
		oslo = scene.member("Kommune Oslo", "NO");
	}

	@Test
	void each_figure_counts_what_its_list_finds() throws Exception {
		pledgesInEveryState();
		EditionFigures shown = figures();
		assertThat(all(shown))
			.allSatisfy(figure -> assertThat(found(figure)).as(figure.toString()).isEqualTo(figure.number()));
		assertThat(all(shown).map(Figure::number)).contains(0L, 1L, 2L);
		assertThat(shown.submitted().number())
			.isEqualTo(Stream.concat(shown.way().stream(), shown.beside().stream()).mapToLong(Figure::number).sum());
		assertThat(shown.days()).allSatisfy(day -> assertThat(pledges.found(edition, query(day.search()), coordinator))
			.isEqualTo((int) day.number()));
		Overview.Progress progress = progress();
		assertThat(Stream.concat(progress.steps().stream(), Stream.of(progress.missing(), progress.overdue())))
			.allSatisfy(figure -> assertThat(found(figure)).isEqualTo(figure.number()));
		String page = page("/coordination/editions/2033");
		assertThat(all(shown)).allSatisfy(figure -> assertThat(page)
			.contains("href=\"" + ListAddress.link(edition, figure.search()).replace("&", "&amp;") + "\""));
	}

	private void pledgesInEveryState() {
		scene.underReview(oslo, "Open", Map.of());
		scene.clock().advance(Duration.ofDays(40));
		Person lima = scene.member("Municipalidad de Lima", "PE");
		PledgeReference begun = scene.underReview(lima, "Partly reviewed", Map.of());
		scene.clock().advance(Duration.ofDays(2));
		scene.review(begun, "MMC", "APPROVE", "");
		scene.included(lima, "Included", Map.of());
		PledgeReference changes = scene.underReview(oslo, "Changes", Map.of());
		Scene.PARTNERS.forEach(partner -> scene.review(changes, partner, "REQUEST_CHANGES", ""));
		scene.decide().requestChanges(changes);
		PledgeReference disputed = scene.underReview(oslo, "Disputed", Map.of());
		scene.decide().referToCoordinators(disputed, DisagreementReason.CONFLICTING);
		PledgeReference declined = scene.underReview(oslo, "Declined", Map.of());
		scene.decide().decline(declined);
		PledgeReference accepted = scene.underReview(oslo, "Accepted", Map.of());
		scene.decide().accept(accepted);
		PledgeReference withdrawn = scene.underReview(oslo, "Withdrawn", Map.of());
		withdraw.withdraw(withdrawn, "", oslo);
		scene.clock().set(Instant.parse("2033-10-02T13:30:00Z"));
		scene.underReview(lima, "Late", Map.of());
	}

	@Test
	void what_is_overdue_and_due_soon_is_counted_to_the_second() {
		PledgeReference first = scene.underReview(oslo, "First", Map.of());
		PledgeReference second = scene.underReview(oslo, "Second", Map.of());
		scene.review(first, "MMC", "APPROVE", "");
		Instant due = pledges.page(edition, query(""), ListOrder.DUE, 1, coordinator)
			.lines()
			.get(0)
			.dueAt()
			.orElseThrow();
		for (String table : List.of("coordination_review", "coordination_pledge")) {
			scene.jdbc()
				.sql("update " + table + " set due_at = due_at + interval '23 minutes' where reference = ?")
				.param(second.value())
				.update();
		}
		for (int minutes : List.of(0, 23, 60, 3000)) {
			for (int one = -1; one <= 1; one++) {
				Instant now = due.plus(Duration.ofMinutes(minutes)).plusSeconds(one);
				assertCounted(now.minus(ListPledges.SOON));
				assertCounted(now);
			}
		}
		assertThat(partner("MMC").overdue().number()).isEqualTo(1);
		assertThat(partner("IOM").overdue().number()).isEqualTo(2);
		withdraw.withdraw(first, "", oslo);
		assertCounted(due.plus(Duration.ofHours(1)));
	}

	private void assertCounted(Instant now) {
		scene.clock().set(now);
		assertThat(Stream.concat(Stream.of(progress().overdue()),
				figures().partners().stream().flatMap(partner -> Stream.of(partner.soon(), partner.overdue()))))
			.as(now.toString())
			.allSatisfy(figure -> assertThat(found(figure)).as(figure.toString()).isEqualTo(figure.number()));
	}

	@Test
	void what_is_accepted_and_in_no_report_is_counted_whether_it_waits_or_was_taken_out_by_hand() {
		PledgeReference waiting = scene.underReview(oslo, "Waits for an edition", Map.of());
		scene.decide().accept(waiting);
		PledgeReference out = scene.included(oslo, "Taken out", Map.of());
		PledgeReference in = scene.included(oslo, "In the report", Map.of());

		takesDown(out);

		assertThat(figures().inNoReport().number()).isEqualTo(2);
		assertThat(pledges.page(edition, query("report:none"), ListOrder.REFERENCE, 1, coordinator).lines())
			.extracting(PledgeLine::reference)
			.containsExactlyInAnyOrder(waiting, out)
			.doesNotContain(in);
	}

	@Test
	void the_drafts_are_counted_as_they_are_listed() {
		scene.begin().begin(Scene.answers("A draft"), oslo);
		long drafts = figures().drafts().orElseThrow().number();
		assertThat(drafts).isPositive()
			.isEqualTo(pledges.drafts(query(""), ListOrder.GOVERNMENT, 1, coordinator).found())
			.isEqualTo(overview.of(coordinator).drafts());
	}

	@Test
	void an_edition_is_compared_with_the_same_day_of_the_one_before() {
		scene.underReview(oslo, "Early", Map.of());
		// Lines are written when a transaction ends or reads them; this one ends never.
		figures();
		scene.clock().advance(Duration.ofDays(30));
		scene.underReview(oslo, "Later", Map.of());
		figures();
		scene.closeCall(edition);
		edition = scene.openCall(2034);
		scene.clock().advance(Duration.ofDays(10));
		EditionFigures shown = figures();
		assertThat(shown.before().orElseThrow().edition()).isEqualTo(new EditionYear(2033));
		assertThat(shown.before().orElseThrow().day()).isEqualTo("2033-05-11");
		assertThat(shown.submitted().number()).isZero();
		assertThat(shown.submitted().before()).contains(1L);
		scene.clock().advance(Duration.ofDays(25));
		assertThat(figures().submitted().before()).contains(2L);
		assertThat(figures().way().get(0).before()).contains(2L);
	}

	@Test
	void a_government_that_pledged_earlier_and_not_yet_now_is_named() throws Exception {
		scene.included(oslo, "Last year's", Map.of());
		Person lima = scene.member("Municipalidad de Lima", "PE");
		scene.included(lima, "Last year's, too", Map.of());
		scene.closeCall(edition);
		edition = scene.openCall(2034);
		scene.underReview(lima, "This year's", Map.of());
		assertThat(figures().sections()).filteredOn(section -> section.section().equals("EUROPE"))
			.singleElement()
			.satisfies(section -> assertThat(section.notYet())
				.isEqualTo(notYetPledged.page(edition, "EUROPE", 1, coordinator).found()));
		assertThat(page("/coordination/editions/2034/not-yet?section=EUROPE")).contains("Kommune Oslo")
			.doesNotContain("Municipalidad de Lima");
	}

	@Test
	void the_median_is_of_the_days_that_reviews_took() {
		PledgeReference first = scene.underReview(oslo, "First", Map.of());
		PledgeReference second = scene.underReview(oslo, "Second", Map.of());
		PledgeReference third = scene.underReview(oslo, "Third", Map.of());
		scene.clock().advance(Duration.ofDays(1));
		scene.review(first, "MMC", "APPROVE", "");
		scene.clock().advance(Duration.ofDays(3));
		scene.review(second, "MMC", "APPROVE", "");
		scene.clock().advance(Duration.ofDays(20));
		scene.review(third, "MMC", "APPROVE", "");
		assertThat(partner("MMC").medianDays()).isEqualTo(OptionalInt.of(4));
		assertThat(partner("UCLG").medianDays()).isEmpty();
		assertThat(partner("UCLG").load()).singleElement().satisfies(load -> assertThat(load.number()).isEqualTo(3));
	}

	@Test
	void a_list_is_taken_along_whole_as_a_table_and_as_a_spreadsheet() throws Exception {
		scene.underReview(oslo, "=SUM(1;2)", Map.of());
		scene.included(oslo, "Included", Map.of());
		String table = new String(file("/coordination/editions/2033/pledges.csv?q=state:under-review"),
				StandardCharsets.UTF_8);
		assertThat(table.lines()).hasSize(2).last().asString().contains("'=SUM(1;2)", "Kommune Oslo", "Under review");
		try (ReadableWorkbook book = new ReadableWorkbook(
				new ByteArrayInputStream(file("/coordination/editions/2033/pledges.xlsx")))) {
			List<Row> rows = book.getFirstSheet().read();
			assertThat(rows).hasSize(3);
			assertThat(rows).extracting(row -> row.getCellText(2)).contains("Title", "=SUM(1;2)", "Included");
		}
	}

	private byte[] file(String address) throws Exception {
		return mvc.perform(get(address).with(Scene.by(coordinator)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
	}

	private String page(String address) throws Exception {
		return new String(file(address), StandardCharsets.UTF_8);
	}

	private EditionFigures figures() {
		return figures.of(scene.editions().edition(edition), coordinator);
	}

	private PartnerFigures partner(String code) {
		return figures().partners()
			.stream()
			.filter(partner -> partner.partner().value().equals(code))
			.findFirst()
			.orElseThrow();
	}

	private Overview.Progress progress() {
		return overview.of(coordinator)
			.running()
			.stream()
			.filter(progress -> progress.edition().year().equals(edition))
			.findFirst()
			.orElseThrow();
	}

	private static Stream<Figure> all(EditionFigures shown) {
		return Stream
			.of(Stream.of(shown.submitted(), shown.blocking(), shown.missing(), shown.inNoReport(), shown.mailFailed()),
					shown.way().stream(), shown.beside().stream(),
					shown.partners()
						.stream()
						.flatMap(partner -> Stream.concat(Stream.of(partner.open(), partner.soon(), partner.overdue()),
								partner.load().stream())),
					shown.sections().stream().map(EditionFigures.SectionFigures::pledges))
			.flatMap(figures -> figures);
	}

	private long found(Figure figure) {
		return pledges.found(edition, query(figure.search()), coordinator);
	}

	private void takesDown(PledgeReference reference) {
		stop.takeDown(reference, StopKind.PERSONAL_DATA,
				publications.ofCoordinator(reference, coordinator).orElseThrow().fingerprint(), "It names somebody",
				coordinator);
	}

	private SearchQuery query(String typed) {
		SearchQuery query = new SearchSyntax(keys.ofPledges(Locale.ENGLISH)).read(typed);
		assertThat(query.mistakes()).isEmpty();
		return query;
	}

}
