package org.calltolocalaction.reviews.offline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.calltolocalaction.editions.criteria.Criterion;
import org.calltolocalaction.forms.FormView.Choice;
import org.calltolocalaction.kernel.text.SpreadsheetCell;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes open reviews into a spreadsheet: one a row, one question a column, a second
 * sheet with the guidance, and a third with the pledges themselves. Every cell is text:
 * whatever a government's title begins with, no program takes it for a formula.
 */
@Component
class WriteReviewSheet {

	private static final int NARROW = 16;

	private static final int WIDE = 40;

	/** What fits on a screen beside the two columns before it. */
	private static final int TEXT = 100;

	/** Excel's own limit for one cell, with room for what is written otherwise. */
	private static final int LONGEST_TEXT = 32_000;

	private final SheetQuestions questions;

	private final MessageSource messages;

	WriteReviewSheet(SheetQuestions questions, MessageSource messages) {
		this.questions = questions;
		this.messages = messages;
	}

	/**
	 * @param criteria by which at least one of the reviews is made; the others are not
	 * asked for
	 * @param pledges what there is to read, which may be less than there are reviews
	 */
	byte[] of(List<SheetReview> reviews, Set<Criterion> criteria, List<SheetPledge> pledges, Locale language) {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		List<SheetQuestion> asked = questions.in(language, criteria);
		try (Workbook workbook = new Workbook(file, "Pledge desk", "1.0")) {
			Worksheet sheet = workbook.newWorksheet(say("reviews.offline.sheet", language));
			Worksheet guidance = workbook.newWorksheet(say("reviews.offline.guidance", language));
			headings(sheet, asked, language);
			rows(sheet, reviews);
			guide(guidance, sheet, asked, reviews.size(), language);
			read(workbook.newWorksheet(say("reviews.offline.pledges", language)), pledges, language);
		}
		catch (IOException impossible) {
			throw new UncheckedIOException("A spreadsheet could not be written into memory", impossible);
		}
		return file.toByteArray();
	}

	private void headings(Worksheet sheet, List<SheetQuestion> asked, Locale language) {
		int column = 0;
		for (String key : SheetColumns.BEFORE_THE_QUESTIONS) {
			sheet.value(0, column, say("reviews.offline.column." + key.substring(1), language));
			sheet.value(1, column++, key);
		}
		for (SheetQuestion question : asked) {
			sheet.value(0, column, question.label());
			sheet.value(1, column++, question.name());
		}
		sheet.hideRow(1);
		sheet.range(0, 0, 0, column - 1).style().bold().wrapText(true).set();
		for (int each = 0; each < column; each++) {
			boolean wide = each >= SheetColumns.BEFORE_THE_QUESTIONS.size()
					&& asked.get(each - SheetColumns.BEFORE_THE_QUESTIONS.size()).choices().isEmpty();
			sheet.width(each, wide ? WIDE : NARROW);
			// Else programs make a date of "1/10" while somebody types it.
			sheet.style(each).format("@").wrapText(wide).set();
		}
		sheet.freezePane(1, SheetColumns.ROWS_BEFORE_THE_FIRST);
	}

	private static void rows(Worksheet sheet, List<SheetReview> reviews) {
		int row = SheetColumns.ROWS_BEFORE_THE_FIRST;
		for (SheetReview review : reviews) {
			sheet.value(row, 0, review.reference().value());
			sheet.value(row, 1, Integer.toString(review.revision()));
			sheet.value(row, 2, SpreadsheetCell.escaped(review.title()));
			sheet.value(row, 3, SpreadsheetCell.escaped(review.government()));
			sheet.value(row, 4, review.address().toString());
			row++;
		}
	}

	/**
	 * Explains each question; the lists from which the first sheet lets one choose stand
	 * here.
	 */
	private void guide(Worksheet guidance, Worksheet sheet, List<SheetQuestion> asked, int reviews, Locale language) {
		guidance.value(0, 0, say("reviews.offline.guidance.text", language));
		int row = 2;
		for (int index = 0; index < asked.size(); index++) {
			SheetQuestion question = asked.get(index);
			guidance.value(row, 0, question.label());
			guidance.value(row, 1, question.hint() == null ? "" : question.hint());
			guidance.range(row, 0, row, 1).style().bold().wrapText(true).set();
			int first = row + 1;
			for (Choice choice : question.choices()) {
				guidance.value(++row, 0, choice.label());
			}
			if (row >= first && reviews > 0) {
				int column = SheetColumns.BEFORE_THE_QUESTIONS.size() + index;
				sheet
					.range(SheetColumns.ROWS_BEFORE_THE_FIRST, column, SheetColumns.ROWS_BEFORE_THE_FIRST + reviews - 1,
							column)
					.validateWithList(guidance.range(first, 0, row, 0));
			}
			row += 2;
		}
		guidance.width(0, WIDE);
		guidance.width(1, 2 * WIDE);
	}

	private void read(Worksheet sheet, List<SheetPledge> pledges, Locale language) {
		List<String> headings = List.of("reviews.offline.column.reference", "reviews.offline.pledges.question",
				"reviews.offline.pledges.answer");
		for (int column = 0; column < headings.size(); column++) {
			sheet.value(0, column, say(headings.get(column), language));
		}
		sheet.range(0, 0, 0, headings.size() - 1).style().bold().set();
		int row = 1;
		for (SheetPledge pledge : pledges) {
			for (SheetPledge.Line line : pledge.lines()) {
				sheet.value(row, 0, pledge.reference().value());
				sheet.value(row, 1, cell(line.label()));
				sheet.value(row, 2, cell(line.text()));
				if (line.heading()) {
					sheet.range(row, 0, row, 2).style().bold().format("@").set();
				}
				row++;
			}
		}
		List<Integer> widths = List.of(NARROW, WIDE, TEXT);
		for (int column = 0; column < widths.size(); column++) {
			sheet.width(column, widths.get(column));
			sheet.style(column).format("@").wrapText(true).verticalAlignment("top").set();
		}
		sheet.freezePane(0, 1);
	}

	private static String cell(String text) {
		String escaped = SpreadsheetCell.escaped(text);
		return escaped.length() <= LONGEST_TEXT ? escaped : escaped.substring(0, LONGEST_TEXT) + "\u2026";
	}

	private String say(String key, Locale language) {
		return messages.getMessage(key, null, language);
	}

}
