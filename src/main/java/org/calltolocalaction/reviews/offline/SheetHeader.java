package org.calltolocalaction.reviews.offline;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.text.Text;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;

/**
 * Which column of a sheet holds what, wherever its row of keys stands: people sort the
 * sheet, insert rows and columns, and move them.
 *
 * @param columns the keys by the places of their columns
 * @param rows the numbers of the rows that say so, which are no reviews
 */
record SheetHeader(Map<Integer, String> columns, Set<Integer> rows) {

	private static final List<String> NEEDED = List.of(SheetColumns.REFERENCE, SheetColumns.REVISION);

	/** Longer texts are neither a key nor a label, and cost what they cost to compare. */
	private static final int LONGEST = 300;

	/**
	 * Nothing where the sheet is not one of ours.
	 * @param labels the keys by their labels, for each language
	 * @throws Refused where a column stands there twice
	 */
	static Optional<SheetHeader> among(List<Row> rows, List<Map<String, String>> labels) {
		List<Row> keys = rows.stream()
			.filter(row -> columns(row, Text.IDENTIFIER::of).values().containsAll(NEEDED))
			.toList();
		Map<Integer, Map<Integer, String>> labelled = new TreeMap<>();
		for (Row row : rows) {
			labels.stream()
				.map(language -> columns(row, label -> language.getOrDefault(Text.plain(label), "")))
				.filter(columns -> columns.values().containsAll(NEEDED))
				.findFirst()
				.ifPresent(columns -> labelled.put(row.getRowNum(), columns));
		}
		Set<Integer> saying = new HashSet<>(labelled.keySet());
		keys.forEach(row -> saying.add(row.getRowNum()));
		return keys.stream()
			.findFirst()
			.map(row -> columns(row, Text.IDENTIFIER::of))
			.or(() -> labelled.values().stream().findFirst())
			.map(columns -> new SheetHeader(once(columns), saying));
	}

	/** What the cells of a row say, by their places, each read in this way. */
	private static Map<Integer, String> columns(Row row, UnaryOperator<String> read) {
		Map<Integer, String> columns = new TreeMap<>();
		for (Cell cell : row) {
			if (cell != null && cell.getType() == CellType.STRING && cell.getText().length() <= LONGEST) {
				columns.put(cell.getColumnIndex(), read.apply(ShownCell.unescaped(cell.getText())));
			}
		}
		columns.values().removeIf(String::isEmpty);
		return columns;
	}

	private static Map<Integer, String> once(Map<Integer, String> columns) {
		if (columns.values().stream().distinct().count() < columns.size()) {
			throw new Refused("reviews.offline.refused.column-twice");
		}
		return columns;
	}

}
