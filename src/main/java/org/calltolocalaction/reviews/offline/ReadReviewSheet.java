package org.calltolocalaction.reviews.offline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
import org.dhatim.fastexcel.reader.Row;
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

	/**
	 * @throws Refused where it is not the desk's spreadsheet, too large, or holds macros
	 */
	List<FilledRow> rows(byte[] file) {
		requireHarmless(file);
		List<Row> rows = allRows(file);
		Map<Integer, String> keys = rows.stream()
			.filter(row -> row.getRowNum() == SheetColumns.ROWS_BEFORE_THE_FIRST)
			.findFirst()
			.map(ReadReviewSheet::keys)
			.orElse(Map.of());
		if (!keys.containsValue(SheetColumns.REFERENCE) || !keys.containsValue(SheetColumns.REVISION)) {
			throw new Refused("reviews.offline.refused.other-sheet");
		}
		return rows.stream()
			.filter(row -> row.getRowNum() > SheetColumns.ROWS_BEFORE_THE_FIRST)
			.map(row -> filled(row, keys))
			.filter(row -> row.computed() || !row.cells().isEmpty())
			.toList();
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
			SheetBounds bounds = new SheetBounds(MOST_ROWS + SheetColumns.ROWS_BEFORE_THE_FIRST);
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
	private static List<Row> allRows(byte[] file) {
		List<Row> rows;
		try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
				Stream<Row> all = workbook.getFirstSheet().openStream()) {
			rows = all.limit(MOST_ROWS + 1L).toList();
		}
		catch (IOException | RuntimeException broken) {
			throw new Refused("reviews.offline.refused.unreadable");
		}
		requireAtMost(rows.size(), MOST_ROWS);
		return rows;
	}

	private static Map<Integer, String> keys(Row row) {
		Map<Integer, String> keys = new HashMap<>();
		row.stream()
			.filter(cell -> cell != null)
			.forEach(cell -> keys.put(cell.getColumnIndex(), Text.IDENTIFIER.of(cell.getText())));
		return keys;
	}

	private static FilledRow filled(Row row, Map<Integer, String> keys) {
		Map<String, String> cells = new HashMap<>();
		boolean computed = false;
		for (Map.Entry<Integer, String> column : keys.entrySet()) {
			Optional<Cell> cell = row.getOptionalCell(column.getKey());
			computed |= cell.filter(found -> found.getType() == CellType.FORMULA || found.getType() == CellType.ERROR)
				.isPresent();
			String text = Text.trimmed(Text.PROSE.of(cell.map(Cell::getText).orElse("")));
			if (!text.isEmpty()) {
				cells.put(column.getValue(), text);
			}
		}
		return new FilledRow(row.getRowNum(), cells, computed);
	}

}
