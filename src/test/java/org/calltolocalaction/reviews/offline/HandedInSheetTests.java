package org.calltolocalaction.reviews.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.PartnerReviews;
import org.calltolocalaction.reviews.Recommendation;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.team.DeclareInterest;
import org.calltolocalaction.testing.Story;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A spreadsheet is handed in, each row by itself. */
class HandedInSheetTests extends OfflineTest {

	@Autowired
	private SheetQuestions questions;

	@Autowired
	private DeclareInterest declare;

	@Autowired
	private PartnerReviews partnerReviews;

	@Test
	void each_answered_row_becomes_a_review_and_a_wrong_one_keeps_no_other_back() {
		UploadResult result = handIn(row(first, 1, answered("DECLINE")),
				row(second, 1, Map.of("commentToCity", "Only this")), row(hers("Left alone"), 1, Map.of()));

		assertThat(result.recorded()).isEqualTo(1);
		assertThat(result.skipped()).isEqualTo(1);
		assertThat(review(first).recommendation()).contains(Recommendation.DECLINE);
		assertThat(review(first).commentToCity()).isEqualTo("A comment of UCLG");
		assertThat(review(second).open()).isTrue();
		assertThat(result.rows().get(1).number()).isEqualTo(4);
		assertThat(result.rows().get(1).reasons()).contains("Select your recommendation");
	}

	@Test
	void what_was_pasted_into_a_cell_is_kept_without_what_cannot_be_shown() {
		Map<String, String> cells = answered("APPROVE");
		cells.put("commentToCity", "\ufeffOne\u2028two\u0085three \u202efour Co\u0301rdoba\u00a0");
		questions.in(Languages.ENGLISH)
			.stream()
			.filter(question -> !question.choices().isEmpty())
			.forEach(question -> cells.computeIfPresent(question.name(), (name, code) -> "\u00a0" + code + "\u200b"));

		UploadResult result = handIn(
				new Object[] { "\u200e" + first.value().replace("-", "\u2011") + "\u00a0", "1", cells });

		assertThat(result.recorded()).isEqualTo(1);
		assertThat(review(first).commentToCity()).isEqualTo("One\ntwo\nthree four Córdoba");
	}

	@Test
	void answers_are_understood_as_they_are_called_in_each_language() {
		for (Locale language : Languages.ALL) {
			PledgeReference pledge = hers("In " + language);
			Map<String, String> cells = answered("APPROVE");
			questions.in(language)
				.stream()
				.filter(question -> !question.choices().isEmpty())
				.forEach(question -> question.choices()
					.stream()
					.filter(choice -> choice.value().equals(cells.get(question.name())))
					.forEach(choice -> cells.put(question.name(), choice.label().toUpperCase(language))));

			assertThat(handIn(row(pledge, 1, cells)).rows()).allSatisfy(row -> assertThat(row.reasons()).isEmpty());
		}
	}

	@Test
	void what_a_colleague_completed_or_a_newer_version_is_not_overwritten() {
		story.judges("MMC", first, "APPROVE");
		PledgeReference done = story.aPledgeUnderReviewBy(member);
		story.judges("UCLG", done, "DECLINE");
		Person ben = story.reviewer("UCLG", "Ben");
		take.take(second, rosa.id(), ben);

		UploadResult result = handIn(row(done, 1, answered("APPROVE")), row(first, 2, answered("APPROVE")),
				row(second, 1, answered("APPROVE")));

		assertThat(result.recorded()).isZero();
		assertThat(review(done).recommendation()).contains(Recommendation.DECLINE);
		assertThat(result.rows()).extracting(row -> row.reasons().get(0))
			.satisfiesExactly(reason -> assertThat(reason).contains("has already completed this review"),
					reason -> assertThat(reason).contains("a newer version"),
					reason -> assertThat(reason).contains("Ben has taken this review"));
		assertThat(List.of(first, second)).allSatisfy(open -> assertThat(review(open).open()).isTrue());
	}

	@Test
	void what_is_not_hers_is_refused_as_on_the_page() {
		PledgeReference draft = story.aDraftBy(member);
		declare.declare(first, "Former employer", Optional.empty(), rosa);

		assertThat(handIn(row(first, 1, answered("APPROVE")), row(draft, 1, answered("APPROVE")),
				new Object[] { "nonsense", "1", answered("APPROVE") },
				new Object[] { second.value(), "one", answered("APPROVE") })
			.rows()).extracting(row -> row.reasons().get(0))
			.satisfiesExactly(reason -> assertThat(reason).contains("declared a conflict of interest"),
					reason -> assertThat(reason).contains("has no review"),
					reason -> assertThat(reason).contains("has no review"),
					reason -> assertThat(reason).contains("has no review"));
	}

	@Test
	void a_choice_that_is_none_is_named_and_a_formula_is_not_taken_for_an_answer() {
		Map<String, String> wrong = answered("APPROVE");
		wrong.put("recommendation", "Perhaps");
		Map<String, String> computed = answered("APPROVE");
		computed.put("commentToCity", "=1+1");

		assertThat(handIn(row(first, 1, wrong), row(second, 1, computed)).rows())
			.extracting(row -> row.reasons().get(0))
			.satisfiesExactly(
					reason -> assertThat(reason)
						.contains("must be one of the answers in the list (you have “Perhaps”)"),
					reason -> assertThat(reason).contains("a formula", "(cell ", "omment"));
		assertThat(review(second).open()).isTrue();
	}

	@Test
	void of_several_rows_about_one_pledge_none_is_recorded_and_each_says_which_they_are() {
		UploadResult result = handIn(row(first, 1, answered("APPROVE")), row(second, 1, answered("APPROVE")),
				row(first, 1, answered("DECLINE")));

		assertThat(result.recorded()).isOne();
		assertThat(review(first).open()).isTrue();
		assertThat(result.rows()).filteredOn(row -> !row.recorded())
			.hasSize(2)
			.allSatisfy(row -> assertThat(row.reasons().get(0)).contains("about this pledge: 3, 5."));
	}

	@Test
	void a_reference_in_small_letters_is_the_same_and_rows_without_one_are_not_about_one_pledge() {
		assertThat(handIn(row(first, 1, answered("APPROVE")),
				new Object[] { first.value().toLowerCase(Locale.ROOT), "1", answered("DECLINE") },
				new Object[] { "", "", answered("APPROVE") }, new Object[] { "", "", answered("DECLINE") })
			.rows()).extracting(row -> row.reasons().get(0))
			.satisfiesExactly(reason -> assertThat(reason).contains("about this pledge: 3, 4."),
					reason -> assertThat(reason).contains("about this pledge: 3, 4."),
					reason -> assertThat(reason).contains("has no review"),
					reason -> assertThat(reason).contains("has no review"));
		assertThat(review(first).open()).isTrue();
	}

	@Test
	void handing_the_same_sheet_in_twice_changes_nothing() {
		Object[] row = row(first, 1, answered("APPROVE"));

		assertThat(handIn(row).recorded()).isEqualTo(1);
		assertThat(handIn(row).recorded()).isZero();
		assertThat(review(first).recommendation()).contains(Recommendation.APPROVE);
	}

	@Test
	void whatever_else_is_sent_is_refused_as_a_whole() throws IOException {
		assertRefused("unreadable", "reference;recommendation".getBytes(StandardCharsets.UTF_8));
		assertRefused("unreadable", zip("a.txt", 10));
		assertRefused("macros", zip("xl/vbaProject.bin", 10));
		assertRefused("large", zip("xl/worksheets/sheet1.xml", 33 * 1024 * 1024));
		assertRefused("other-sheet", workbook(sheet -> sheet.value(1, 0, "Reference")));
		assertRefused("other-sheet", workbook(sheet -> longList(sheet, "Somebody's own", "list")));
		assertRefused("large", workbook(sheet -> longList(sheet, "#reference", "#revision")));
	}

	private static void longList(Worksheet sheet, String first, String second) {
		sheet.value(0, 0, first);
		sheet.value(0, 1, second);
		for (int row = 1; row < 1100; row++) {
			sheet.value(row, 0, "x");
		}
	}

	private void assertRefused(String reason, byte[] file) {
		assertThatThrownBy(() -> offline.handIn(file, rosa, Languages.ENGLISH)).isInstanceOf(Refused.class)
			.hasMessageContaining("reviews.offline.refused." + reason);
	}

	private Review review(PledgeReference reference) {
		return partnerReviews.review(reference, rosa);
	}

	/** What a whole review holds, in the cells of its row. */
	private Map<String, String> answered(String recommendation) {
		Answers review = Story.review("UCLG", recommendation);
		Map<String, String> cells = new HashMap<>();
		questions.in(Languages.ENGLISH).forEach(question -> cells.put(question.name(), review.text(question.name())));
		return cells;
	}

	private static Object[] row(PledgeReference reference, int revision, Map<String, String> cells) {
		return new Object[] { reference.value(), Integer.toString(revision), cells };
	}

	@SuppressWarnings("unchecked")
	private UploadResult handIn(Object[]... rows) {
		List<String> keys = new ArrayList<>(List.of("#reference", "#revision"));
		questions.in(Languages.ENGLISH).forEach(question -> keys.add(question.name()));
		byte[] file = workbook(sheet -> {
			for (int column = 0; column < keys.size(); column++) {
				sheet.value(0, column, keys.get(column));
				sheet.value(1, column, keys.get(column));
			}
			for (int row = 0; row < rows.length; row++) {
				sheet.value(row + 2, 0, (String) rows[row][0]);
				sheet.value(row + 2, 1, (String) rows[row][1]);
				for (Map.Entry<String, String> cell : ((Map<String, String>) rows[row][2]).entrySet()) {
					if (cell.getValue().startsWith("=")) {
						sheet.formula(row + 2, keys.indexOf(cell.getKey()), cell.getValue().substring(1));
					}
					else {
						sheet.value(row + 2, keys.indexOf(cell.getKey()), cell.getValue());
					}
				}
			}
		});
		return offline.handIn(file, rosa, Languages.ENGLISH);
	}

	private static byte[] workbook(Consumer<Worksheet> content) {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try (Workbook workbook = new Workbook(file, "Test", "1.0")) {
			content.accept(workbook.newWorksheet("Sheet"));
		}
		catch (IOException impossible) {
			throw new IllegalStateException(impossible);
		}
		return file.toByteArray();
	}

	private static byte[] zip(String part, int size) throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(file)) {
			zip.putNextEntry(new ZipEntry(part));
			zip.write(new byte[size]);
			zip.closeEntry();
		}
		return file.toByteArray();
	}

}
