package org.calltolocalaction.reviews.offline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.archive.SafeArchive;
import org.calltolocalaction.kernel.archive.UnsafeArchive;
import org.calltolocalaction.kernel.text.Text;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.springframework.stereotype.Component;

/**
 * Reads a spreadsheet that came back; whatever else somebody sends is refused as a whole,
 * with the reason.
 */
@Component
class ReadReviewSheet {

	/** More than a download holds, and more than anybody fills in at once. */
	private static final int MOST_ROWS = 1_000;

	/** A file of a few kilobytes can unpack to gigabytes. */
	private static final SafeArchive.Limits LIMITS = new SafeArchive.Limits(200, 32L * 1024 * 1024, 250);

	private final SheetLabels labels;

	ReadReviewSheet(SheetLabels labels) {
		this.labels = labels;
	}

	/**
	 * The rows of that sheet of the file which is ours, whatever stands before it.
	 * @param language of the person, whose program follows it
	 * @throws Refused where it is not the desk's spreadsheet, too large, or holds macros,
	 * or where several of its sheets are filled in
	 */
	List<FilledRow> rows(byte[] file, Locale language) {
		requireHarmless(file);
		List<List<FilledRow>> ours = allSheets(file, language);
		if (ours.isEmpty()) {
			throw new Refused("reviews.offline.refused.other-sheet");
		}
		List<List<FilledRow>> filled = ours.stream()
			.filter(rows -> rows.stream().anyMatch(row -> !row.unanswered()))
			.toList();
		if (filled.size() > 1) {
			throw new Refused("reviews.offline.refused.several-sheets");
		}
		return filled.isEmpty() ? ours.get(0) : filled.get(0);
	}

	/**
	 * What the library would keep of the file, by the bounds of what it may; nothing of
	 * it is kept here.
	 */
	private static void requireHarmless(byte[] file) {
		try (SafeArchive archive = SafeArchive.open(file, LIMITS)) {
			if (archive.names().stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))) {
				throw new Refused("reviews.offline.refused.macros");
			}
			SheetBounds bounds = new SheetBounds();
			archive.each(bounds::reads);
			bounds.requireKept();
		}
		catch (UnsafeArchive unsafe) {
			throw new Refused("reviews.offline.refused."
					+ (unsafe.reason() == UnsafeArchive.Reason.EXCESSIVE ? "large" : "unreadable"));
		}
		catch (IOException broken) {
			throw new Refused("reviews.offline.refused.unreadable");
		}
	}

	private static void requireAtMost(long found, long most) {
		if (found > most) {
			throw new Refused("reviews.offline.refused.large");
		}
	}

	// The reader throws whatever a broken part of the file leads it to: nothing of it is
	// the desk's own mistake.
	private List<List<FilledRow>> allSheets(byte[] file, Locale language) {
		List<Map<String, String>> known = labels.inEachLanguage();
		List<List<FilledRow>> ours = new ArrayList<>();
		try (ReadableWorkbook workbook = new ReadableWorkbook(
				new ByteArrayInputStream(StrictSheets.asUsual(file, LIMITS)), new ReadingOptions(true, false))) {
			ShownCell shown = new ShownCell(language, workbook.isDate1904());
			for (Sheet sheet : workbook.getSheets().toList()) {
				List<Row> rows = rows(sheet);
				SheetHeader.among(rows, known).ifPresent(header -> {
					requireAtMost(rows.size(), MOST_ROWS);
					ours.add(filled(rows, header, shown));
				});
			}
		}
		catch (Refused refused) {
			throw refused;
		}
		catch (IOException | RuntimeException broken) {
			throw new Refused("reviews.offline.refused.unreadable");
		}
		return ours;
	}

	/**
	 * One more than may be, where there are more. Programs write a thousand empty rows
	 * behind the last.
	 */
	private static List<Row> rows(Sheet sheet) throws IOException {
		try (Stream<Row> all = sheet.openStream()) {
			return all.filter(ReadReviewSheet::saysSomething).limit(MOST_ROWS + 1L).toList();
		}
	}

	private static boolean saysSomething(Row row) {
		return row.stream().anyMatch(cell -> cell != null && cell.getType() != CellType.EMPTY);
	}

	private static List<FilledRow> filled(List<Row> rows, SheetHeader header, ShownCell shown) {
		return rows.stream()
			.filter(row -> !header.rows().contains(row.getRowNum()))
			.map(row -> filled(row, header.columns(), shown))
			.filter(row -> !row.computed().isEmpty() || !row.cells().isEmpty())
			.toList();
	}

	private static FilledRow filled(Row row, Map<Integer, String> keys, ShownCell shown) {
		Map<String, String> cells = new HashMap<>();
		List<FilledRow.Computed> computed = new ArrayList<>();
		for (Map.Entry<Integer, String> column : keys.entrySet()) {
			Optional<Cell> cell = row.getOptionalCell(column.getKey());
			cell.filter(found -> SheetColumns.isRead(column.getValue()) && isComputed(found))
				.ifPresent(found -> computed
					.add(new FilledRow.Computed(column.getValue(), found.getAddress().toString())));
			String text = Text.trimmed(Text.PROSE.of(cell.map(shown::text).orElse("")));
			if (!text.isEmpty()) {
				cells.put(column.getValue(), text);
			}
		}
		return new FilledRow(row.getRowNum(), cells, computed);
	}

	private static boolean isComputed(Cell cell) {
		// Some programs write every text as if a formula had made it, without one.
		return cell.getType() == CellType.FORMULA && cell.getFormula() != null || cell.getType() == CellType.ERROR;
	}

}
