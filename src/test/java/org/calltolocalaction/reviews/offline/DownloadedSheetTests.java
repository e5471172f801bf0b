package org.calltolocalaction.reviews.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.calltolocalaction.editions.criteria.ChooseCriteria;
import org.calltolocalaction.editions.criteria.Criterion;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.archive.SafeArchive;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.reviews.address.WorklistTab;
import org.calltolocalaction.reviews.remarks.NewRemark;
import org.calltolocalaction.reviews.remarks.PledgeDiscussion;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.testing.Statements;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reviews are taken along as a spreadsheet. */
class DownloadedSheetTests extends OfflineTest {

	private static final SearchQuery EVERYTHING = new SearchQuery(List.of(), List.of());

	@Autowired
	private SheetQuestions questions;

	@Autowired
	private ChooseCriteria choose;

	@Autowired
	private PledgeDiscussion discussion;

	@Test
	void a_download_has_a_row_for_each_open_review_and_a_column_for_each_question() throws IOException {
		hers("Another");
		List<Row> rows = read(offline.spreadsheet(WorklistTab.MINE, EVERYTHING, rosa, Languages.ENGLISH));

		assertThat(rows).hasSize(5);
		assertThat(rows.get(1).getCellText(0)).isEqualTo("#reference");
		assertThat(rows.get(1).stream().map(cell -> cell.getText()))
			.containsAll(questions.in(Languages.ENGLISH).stream().map(SheetQuestion::name).toList())
			.doesNotContain("answerComments");
		assertThat(rows.subList(2, 5)).extracting(row -> row.getCellText(0)).contains(first.value(), second.value());
		assertThat(rows.subList(2, 5)).filteredOn(row -> row.getCellText(0).equals(second.value()))
			.singleElement()
			.satisfies(row -> assertThat(row.getCell(2).getType()).isEqualTo(CellType.STRING))
			.satisfies(row -> assertThat(row.getCellText(2)).isEqualTo("=HYPERLINK(\"x\")"))
			.satisfies(row -> assertThat(row.getCellText(4)).endsWith("/reviews/" + second));
	}

	@Test
	void a_criterion_that_none_of_the_reviews_is_made_by_has_no_column() throws IOException {
		choose.choose(year, 1, Map.of(Criterion.CONCRETE, 1), "Fewer this year", story.coordinator());
		hers("A house");
		assertThat(columns()).contains("concrete", "measurable", "measurableComment", "recommendation");

		take.release(first, rosa);
		take.release(second, rosa);

		assertThat(columns()).contains("concrete", "concreteComment", "recommendation")
			.doesNotContain("measurable", "measurableComment");
	}

	@Test
	void what_is_typed_into_a_download_stays_text_whatever_it_looks_like() throws IOException {
		hers("A_x000D_B");
		byte[] file = offline.spreadsheet(WorklistTab.MINE, EVERYTHING, rosa, Languages.ENGLISH);

		assertThat(part(file, "xl/styles.xml")).contains("formatCode=\"@\"");
		assertThat(part(file, "xl/worksheets/sheet1.xml")).containsPattern("<col [^>]*style=\"[1-9]");
		assertThat(part(file, "xl/sharedStrings.xml")).contains("A_x005F_x000D_B");
	}

	@Test
	void the_third_sheet_has_what_the_reviewer_reads_on_the_page_and_nothing_else() throws IOException {
		discussion.write(first, new NewRemark("Who pays for it?", List.of(), UUID.randomUUID()), rosa);
		story.judges("MMC", first, "DECLINE");

		List<List<String>> lines = pledges(rosa);

		assertThat(lines.get(0)).containsExactly("Reference", "Question", "Answer");
		assertThat(lines).contains(List.of(first.value(), "Title", "A desk"))
			.contains(List.of(second.value(), "Title", "=HYPERLINK(\"x\")"))
			.anyMatch(line -> line.get(0).equals(first.value()) && line.get(2).equals("Who pays for it?")
					&& line.get(1).startsWith(rosa.name() + ", "));
		assertThat(lines).noneMatch(line -> line.contains("A comment of MMC") || line.contains("ana@example.org"));
	}

	@Test
	void of_a_second_version_it_has_what_ones_own_partner_said_of_the_first() throws IOException {
		take.release(first, rosa);
		story.allJudge(first, "REQUEST_CHANGES");
		story.submit(first, member);
		jobs.run(first);
		take.take(first, null, rosa);

		assertThat(pledges(rosa)).contains(List.of(first.value(), "Your organization\u2019s review of version 1", ""))
			.anyMatch(line -> line.get(0).equals(first.value()) && line.get(2).equals("A comment of UCLG"));
	}

	@Test
	void five_times_as_many_pledges_need_a_few_questions_more_and_not_five_times_as_many() {
		for (int more = 2; more < 10; more++) {
			discussion.write(hers("Pledge " + more), new NewRemark("Why?", List.of(), UUID.randomUUID()), rosa);
		}
		long ofTen = statements();
		for (int more = 10; more < 50; more++) {
			hers("Pledge " + more);
		}

		assertThat(ofTen).isBetween(5L, 30L);
		assertThat(statements()).isLessThan(ofTen + 20);
	}

	private long statements() {
		return Statements.during(() -> offline.spreadsheet(WorklistTab.MINE, EVERYTHING, rosa, Languages.ENGLISH));
	}

	@Test
	void a_download_that_comes_back_as_it_was_changes_nothing() {
		UploadResult result = offline.handIn(offline.spreadsheet(WorklistTab.MINE, EVERYTHING, rosa, Languages.ENGLISH),
				rosa, Languages.ENGLISH);

		assertThat(result.recorded()).isZero();
		assertThat(result.rows()).isEmpty();
		assertThat(result.skipped()).isEqualTo(2);
	}

	private List<List<String>> pledges(Person reader) throws IOException {
		byte[] file = offline.spreadsheet(WorklistTab.MINE, EVERYTHING, reader, Languages.ENGLISH);
		try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
			return workbook.getSheet(2)
				.orElseThrow()
				.read()
				.stream()
				.map(row -> IntStream.range(0, 3).mapToObj(row::getCellText).toList())
				.toList();
		}
	}

	private List<String> columns() throws IOException {
		return read(offline.spreadsheet(WorklistTab.MINE, EVERYTHING, rosa, Languages.ENGLISH)).get(1)
			.stream()
			.map(Cell::getText)
			.toList();
	}

	private static List<Row> read(byte[] file) throws IOException {
		try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
			return workbook.getFirstSheet().read();
		}
	}

	private static String part(byte[] file, String name) throws IOException {
		try (SafeArchive archive = SafeArchive.open(file, new SafeArchive.Limits(100, 10_000_000, 1_000))) {
			return new String(archive.beginning(name, 1_000_000), StandardCharsets.UTF_8);
		}
	}

}
