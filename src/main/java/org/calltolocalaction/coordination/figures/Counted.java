package org.calltolocalaction.coordination.figures;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.calltolocalaction.coordination.lists.Step;

/**
 * What was counted of one edition.
 *
 * @param rows each kind of what was counted, once
 */
record Counted(List<Row> rows) {

	static final String STEP = "step";

	static final String DAY = "day";

	static final String SECTION = "section";

	static final String LOAD = "load";

	static final String DAYS = "days";

	static final String DRAFT = "draft";

	/**
	 * @param number now
	 * @param then at the end of the day that is asked for
	 */
	record Row(int edition, String what, String key, long number, long then) {

		String before(char mark) {
			return key.substring(0, key.indexOf(mark));
		}

		String after(char mark) {
			return key.substring(key.indexOf(mark) + 1);
		}

	}

	List<Row> of(String what) {
		return rows.stream().filter(row -> row.what().equals(what) && row.number() != 0).toList();
	}

	long number(String what) {
		return rows.stream().filter(row -> row.what().equals(what)).mapToLong(Row::number).sum();
	}

	long then(String what) {
		return rows.stream().filter(row -> row.what().equals(what)).mapToLong(Row::then).sum();
	}

	long number(Collection<Step> steps) {
		return rows.stream().filter(row -> isOne(row, steps)).mapToLong(Row::number).sum();
	}

	long then(Collection<Step> steps) {
		return rows.stream().filter(row -> isOne(row, steps)).mapToLong(Row::then).sum();
	}

	private static boolean isOne(Row row, Collection<Step> steps) {
		return row.what().equals(STEP) && steps.contains(Step.valueOf(row.key()));
	}

	static LocalDate day(Row row) {
		return LocalDate.parse(row.key());
	}

}
