package org.calltolocalaction.reviews.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.text.SpreadsheetCell;
import org.calltolocalaction.testing.SampleFiles;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A spreadsheet is read as the person sees it who filled it in, whatever they did to it.
 */
class FilledSheetTests {

	private static final String COMMENT = "commentToCity";

	private static final String[] LABELS = { "Reference", "Version", "Comment to the government" };

	private static final String[] KEYS = { "#reference", "#revision", COMMENT };

	private final SheetLabels labels = mock(SheetLabels.class);

	private final ReadReviewSheet read = new ReadReviewSheet(labels);

	@BeforeEach
	void labels_in_two_languages() {
		when(labels.inEachLanguage()).thenReturn(
				List.of(Map.of("reference", "#reference", "version", "#revision", "comment to the government", COMMENT),
						Map.of("referencia", "#reference", "version no", "#revision", "comentario", COMMENT)));
	}

	@ParameterizedTest
	@CsvSource({ "46032, mm/dd/yy, 01/10/26", "46296, d-mmm, 1-Oct", "46296, dd/mm/yyyy, 01/10/2026",
			"46296.5, dd/mm/yyyy hh:mm, 01/10/2026 12:00", "0.5, 0%, 50%", "0.5, 0.00%, 50.00%", "0.25, # ?/?, 1/4",
			"1200000, '#,##0', '1,200,000'", "2027, General, 2027", "33123456789012, General, 33123456789012",
			"1.5, General, 1.5", "3, ;;;, 3", "50, '0\"%\"', 50%", "-5, [Red][<0]-0;0, -5",
			"1234.5, '#,##0.00 [$€-fr-FR]', '1,234.50 €'", "0.4375, h:mm, 10:30", "1.5, [h]:mm, 36:00",
			"0.8, h:mm:ss AM/PM, 7:12:00 PM" })
	void a_number_is_what_its_cell_shows(double number, String format, String shown) {
		assertThat(comment(sheet -> {
			sheet.value(2, 2, number);
			sheet.style(2, 2).format(format).set();
		})).isEqualTo(shown);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "[$-C0A]d\" de \"mmmm\" de \"yyyy;@ | 1 de octubre de 2026", "[$-es-ES]d-mmm-yy | 1-oct-26",
					"[$-fr-FR]dddd d mmmm yyyy | jeudi 1 octobre 2026", "[$-40C]d mmmm yyyy;@ | 1 octobre 2026",
					"[$-F800]dddd, mmmm dd, yyyy | Thursday, 1 October 2026", "mmm yyyy | Oct 2026",
					"yyyy\"年\"m\"月\"d\"日\" | 2026年10月1日", "[$-en-US,1]mmmm d, yyyy | October 1, 2026" })
	void a_day_is_shown_in_the_words_of_its_format(String format, String shown) {
		assertThat(comment(sheet -> {
			sheet.value(2, 2, 46296);
			sheet.style(2, 2).format(format).set();
		})).isEqualTo(shown);
	}

	@Test
	void a_sheet_of_another_program_is_read_too() {
		byte[] file = workbook(sheet -> {
			filled(sheet);
			rowAt(sheet, 3, "CLA-2026-0002", "1");
			sheet.value(3, 2, 46296);
		});
		UnaryOperator<String> strict = text -> text
			.replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main",
					"http://purl.oclc.org/ooxml/spreadsheetml/main")
			.replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships",
					"http://purl.oclc.org/ooxml/officeDocument/relationships")
			.replaceFirst("<c r=\"C4\".*?</c>", "<c r=\"C4\" t=\"d\"><v>2026-10-01T00:00:00</v></c>")
			.replaceFirst("<c r=\"C3\".*?</c>", "<c r=\"C3\" t=\"str\"><v>Well done</v></c>");
		byte[] changed = file;
		for (String part : List.of("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml",
				"xl/_rels/workbook.xml.rels")) {
			changed = SampleFiles.changed(changed, part, strict);
		}

		assertThat(read.rows(changed, Locale.ENGLISH)).allMatch(row -> row.computed().isEmpty())
			.extracting(row -> row.cell(COMMENT))
			.containsExactly("Well done", "2026-10-01");
	}

	@ParameterizedTest
	@CsvSource({ "en, TRUE, FALSE", "es, VERDADERO, FALSO", "fr, VRAI, FAUX" })
	void a_truth_is_the_word_that_the_program_shows(String language, String yes, String no) {
		byte[] file = workbook(sheet -> {
			rowAt(sheet, 0, KEYS);
			rowAt(sheet, 1, "CLA-2026-0001", "1");
			sheet.value(1, 2, true);
			rowAt(sheet, 2, "CLA-2026-0002", "1");
			sheet.value(2, 2, false);
		});

		assertThat(read.rows(file, Locale.forLanguageTag(language))).extracting(row -> row.cell(COMMENT))
			.containsExactly(yes, no);
	}

	@Test
	void days_that_are_counted_from_1904_are_the_days_that_were_typed() {
		byte[] file = workbook(sheet -> {
			rowAt(sheet, 0, KEYS);
			rowAt(sheet, 1, "CLA-2026-0001", "1");
			sheet.value(1, 2, 46296 - 1462);
			sheet.style(1, 2).format("dd/mm/yyyy").set();
		});

		byte[] from1904 = SampleFiles.changed(file, "xl/workbook.xml",
				text -> text.replaceFirst("<workbookPr[^>]*/>", "<workbookPr date1904=\"1\"/>"));

		assertThat(read.rows(from1904, Locale.ENGLISH)).singleElement()
			.satisfies(row -> assertThat(row.cell(COMMENT)).isEqualTo("01/10/2026"));
	}

	@Test
	void of_a_cell_in_several_letterings_all_is_read_and_of_how_it_is_spoken_nothing() {
		byte[] file = SampleFiles.changed(workbook(FilledSheetTests::filled), "xl/sharedStrings.xml",
				text -> text.replace("<t>Well done</t>",
						"<r><t xml:space=\"preserve\">Well </t></r><r><rPr><b/></rPr><t>done</t></r>"
								+ "<rPh sb=\"0\" eb=\"1\"><t>ueru</t></rPh>"));

		assertThat(read.rows(file, Locale.ENGLISH)).singleElement()
			.satisfies(row -> assertThat(row.cell(COMMENT)).isEqualTo("Well done"));
	}

	@Test
	void empty_rows_behind_the_last_are_not_counted_and_hidden_ones_are_read() {
		assertThat(rows(sheet -> {
			filled(sheet);
			rowAt(sheet, 3, "CLA-2026-0002", "1", "Hidden");
			sheet.hideRow(3);
			sheet.hideColumn(2);
			for (int row = 4; row < 2_000; row++) {
				sheet.style(row, 0).format("@").set();
				sheet.style(row, 5).bold().set();
			}
		})).extracting(row -> row.cell(COMMENT)).containsExactly("Well done", "Hidden");
	}

	@Test
	void joined_cells_say_what_the_first_of_them_says() {
		assertThat(rows(sheet -> {
			rowAt(sheet, 0, "Reviews of our partner");
			sheet.range(0, 0, 0, 2).merge();
			rowAt(sheet, 2, LABELS);
			rowAt(sheet, 4, "CLA-2026-0001", "1", "Well done");
			sheet.range(4, 2, 4, 4).merge();
			sheet.setAutoFilter(2, 0, 4, 2);
		})).filteredOn(row -> !row.unanswered())
			.singleElement()
			.satisfies(row -> assertThat(row.cell(COMMENT)).isEqualTo("Well done"));
	}

	@ParameterizedTest
	@CsvSource({ "a_x000D_b, 'a\nb'", "a_x005F_x000D_b, a_x000D_b", "a_x00e9_b, aéb", "a_x00zz_b, a_x00zz_b" })
	void signs_that_the_file_writes_as_codes_are_read_as_signs(String written, String meant) {
		assertThat(comment(sheet -> sheet.value(2, 2, written))).isEqualTo(meant);
		assertThat(ShownCell.unescaped(SpreadsheetCell.escaped(written))).isEqualTo(written);
	}

	@Test
	void a_sorted_sheet_has_its_keys_anywhere() {
		assertThat(rows(sheet -> {
			rowAt(sheet, 0, "CLA-2026-0002", "1", "Two");
			rowAt(sheet, 1, LABELS);
			rowAt(sheet, 5, "CLA-2026-0001", "1", "One");
			rowAt(sheet, 7, KEYS);
		})).extracting(FilledRow::number, row -> row.cell("#reference"), row -> row.cell(COMMENT))
			.containsExactly(tuple(1, "CLA-2026-0002", "Two"), tuple(6, "CLA-2026-0001", "One"));
	}

	@Test
	void columns_may_have_moved_and_others_been_inserted() {
		assertThat(rows(sheet -> {
			rowAt(sheet, 0, "Mine", LABELS[2], "", LABELS[1], LABELS[0]);
			rowAt(sheet, 1, "", KEYS[2], "", KEYS[1], KEYS[0]);
			rowAt(sheet, 2, "later", "Well done", "x", "2", "CLA-2026-0001");
		})).singleElement()
			.satisfies(row -> assertThat(row.cells()).containsExactlyInAnyOrderEntriesOf(
					Map.of("#reference", "CLA-2026-0001", "#revision", "2", COMMENT, "Well done")));
	}

	@ParameterizedTest
	@CsvSource({ "Reference,Version,Comment to the government", "REFERENCIA,Version no,Comentario" })
	void without_its_keys_the_labels_tell_in_any_language(String reference, String version, String comment) {
		assertThat(rows(sheet -> {
			rowAt(sheet, 0, reference, version, comment);
			rowAt(sheet, 1, "CLA-2026-0001", "1", "Well done");
		})).singleElement().satisfies(row -> assertThat(row.cell(COMMENT)).isEqualTo("Well done"));
	}

	@Test
	void a_formula_in_a_column_that_only_explains_keeps_no_row_back() {
		assertThat(rows(sheet -> {
			rowAt(sheet, 0, KEYS[0], KEYS[1], KEYS[2], "#address");
			rowAt(sheet, 1, "CLA-2026-0001", "1", "Well done");
			sheet.formula(1, 3, "HYPERLINK(\"https://www.example.org\")");
			rowAt(sheet, 2, "CLA-2026-0002", "1");
			sheet.formula(2, 2, "1+1");
		})).extracting(row -> row.computed().stream().map(FilledRow.Computed::address).toList())
			.containsExactly(List.of(), List.of("C3"));
	}

	@Test
	void the_sheet_may_stand_behind_others() {
		byte[] file = workbook(notes -> rowAt(notes, 0, "My notes"), FilledSheetTests::filled);

		assertThat(read.rows(file, Locale.ENGLISH)).hasSize(1);
	}

	@Test
	void of_a_sheet_and_its_empty_copy_the_filled_one_is_read_and_of_two_filled_ones_none() {
		Consumer<Worksheet> empty = sheet -> {
			rowAt(sheet, 0, KEYS);
			rowAt(sheet, 1, "CLA-2026-0009", "1");
		};

		assertThat(read.rows(workbook(empty, FilledSheetTests::filled), Locale.ENGLISH)).singleElement()
			.satisfies(row -> assertThat(row.cell("#reference")).isEqualTo("CLA-2026-0001"));
		assertRefused("several-sheets", workbook(FilledSheetTests::filled, FilledSheetTests::filled));
	}

	@Test
	void a_column_that_stands_there_twice_is_refused() {
		assertRefused("column-twice", workbook(sheet -> {
			rowAt(sheet, 0, KEYS[0], KEYS[1], KEYS[2], KEYS[2]);
			rowAt(sheet, 1, "CLA-2026-0001", "1", "One", "Another");
		}));
	}

	@Test
	void what_calc_made_of_dates_percents_and_truths_is_read_as_calc_shows_it() throws IOException {
		assertThat(comments("dates-and-percents-as-typed.xlsx")).containsEntry("CLA-2026-0013", "01/10/26")
			.containsEntry("CLA-2026-0017", "50.00%")
			.containsEntry("CLA-2026-0019", "-no budget is named")
			.containsEntry("CLA-2026-0020", "250.000,00")
			.containsEntry("CLA-2026-0021", "TRUE");
	}

	@Test
	void line_breaks_of_another_system_are_line_breaks() throws IOException {
		assertThat(comments("line-breaks-of-another-system.xlsx")).containsEntry("CLA-2026-0017",
				"First line\nSecond line");
	}

	@Test
	void a_sheet_that_was_sorted_with_its_keys_is_ours() throws IOException {
		assertThat(file("sorted-with-its-keys.xlsx")).extracting(row -> row.cell("#reference"))
			.hasSize(15)
			.allMatch(reference -> reference.startsWith("CLA-2026-"));
	}

	private Map<String, String> comments(String name) throws IOException {
		return file(name).stream()
			.filter(row -> !row.cell(COMMENT).isEmpty())
			.collect(Collectors.toMap(row -> row.cell("#reference"), row -> row.cell(COMMENT)));
	}

	private List<FilledRow> file(String name) throws IOException {
		try (InputStream file = getClass().getResourceAsStream("/sheets/" + name)) {
			return read.rows(file.readAllBytes(), Locale.ENGLISH);
		}
	}

	private String comment(Consumer<Worksheet> cell) {
		return rows(sheet -> {
			rowAt(sheet, 0, LABELS);
			rowAt(sheet, 1, KEYS);
			rowAt(sheet, 2, "CLA-2026-0001", "1");
			cell.accept(sheet);
		}).get(0).cell(COMMENT);
	}

	private List<FilledRow> rows(Consumer<Worksheet> sheet) {
		return read.rows(workbook(sheet), Locale.ENGLISH);
	}

	private void assertRefused(String reason, byte[] file) {
		assertThatThrownBy(() -> read.rows(file, Locale.ENGLISH)).isInstanceOf(Refused.class)
			.hasMessageContaining("reviews.offline.refused." + reason);
	}

	private static void filled(Worksheet sheet) {
		rowAt(sheet, 0, LABELS);
		rowAt(sheet, 1, KEYS);
		rowAt(sheet, 2, "CLA-2026-0001", "1", "Well done");
	}

	private static void rowAt(Worksheet sheet, int row, String... cells) {
		for (int column = 0; column < cells.length; column++) {
			if (!cells[column].isEmpty()) {
				sheet.value(row, column, cells[column]);
			}
		}
	}

	@SafeVarargs
	private static byte[] workbook(Consumer<Worksheet>... sheets) {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try (Workbook workbook = new Workbook(file, "Test", "1.0")) {
			int number = 1;
			for (Consumer<Worksheet> sheet : sheets) {
				sheet.accept(workbook.newWorksheet("Sheet " + number++));
			}
		}
		catch (IOException impossible) {
			throw new IllegalStateException(impossible);
		}
		return file.toByteArray();
	}

}
