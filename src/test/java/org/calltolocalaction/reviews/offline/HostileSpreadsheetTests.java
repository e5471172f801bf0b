package org.calltolocalaction.reviews.offline;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.Mockito.mock;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.testing.Costs;
import org.calltolocalaction.testing.HostileFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A spreadsheet of a few kilobytes costs a few megabytes, whatever it says, and is
 * refused in words.
 */
class HostileSpreadsheetTests {

	static Stream<Arguments> sheets() {
		String shared = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>";
		String manyShown = rows(900, 50, "t=\"s\"", "<v>0</v>");
		return Stream.of(sheet("large", "a cell far to the right", row("<c r=\"ZZZZZZ50\"><v>1</v></c>"), ""),
				sheet("large", "a cell in the last column there is", row("<c r=\"XFD1\"><v>1</v></c>"), ""),
				sheet("large", "a cell far to the right with dollars", row("<c r=\"$ABCDEF$1\"><v>1</v></c>"), ""),
				sheet("large", "a cell far to the right in small letters", row("<c r=\"zzzzz1\"><v>1</v></c>"), ""),
				sheet("large", "a column whose number overflows", row("<c r=\"" + "Z".repeat(40) + "1\"><v>1</v></c>"),
						""),
				sheet("large", "columns without an address", row("<c><v>1</v></c>".repeat(400)), ""),
				sheet("large", "a million rows with nothing in them", "<row/>".repeat(1_000_000), ""),
				sheet("large", "a number of a million digits",
						row("<c r=\"A1\"><v>" + "9".repeat(1_000_000) + "</v></c>"), ""),
				sheet("large", "a text of a million letters",
						row("<c r=\"A1\" t=\"str\"><v>" + "a".repeat(1_000_000) + "</v></c>"), ""),
				sheet("large", "a shared text of ten million letters", shared,
						"<si><t>" + "a".repeat(10_000_000) + "</t></si>"),
				sheet("large", "a shared text in ten thousand pieces", shared,
						"<si>" + "<r><t>abcdefgh</t></r>".repeat(10_000) + "</si>"),
				sheet("large", "a long text that is shown by every cell", manyShown,
						"<si><t>" + "a ".repeat(16_000) + "</t></si>"),
				sheet("large", "a million shared texts", shared, "<si/>".repeat(1_000_000)), sheet("large",
						"a formula for every cell", rows(900, 50, "", "<f t=\"array\" ref=\"A1:Z900\">1+1</f>"), ""),
				sheet("large", "elements in each other", "<a>".repeat(100_000), ""),
				arguments("unreadable", "entities that name each other",
						HostileFiles.spreadsheetOf(HostileFiles.laughs(), "<sst/>")),
				arguments("unreadable", "entities in the shared texts",
						HostileFiles.spreadsheetOf("<worksheet><sheetData>" + shared + "</sheetData></worksheet>",
								HostileFiles.laughs().replace("worksheet", "sst"))),
				arguments("unreadable", "a cell of no column",
						HostileFiles.spreadsheet(row("<c r=\"5\"><v>1</v></c>"), "")),
				arguments("unreadable", "a shared text that is not there",
						HostileFiles.spreadsheet(row("<c t=\"s\"><v>99999999999</v></c>"), "")));
	}

	private static Arguments sheet(String reason, String what, String rows, String sharedTexts) {
		return arguments(reason, what, HostileFiles.spreadsheet(rows, sharedTexts));
	}

	private static String row(String cells) {
		return "<row r=\"1\">" + cells + "</row>";
	}

	private static String rows(int rows, int columns, String attributes, String content) {
		String row = "<row>" + ("<c " + attributes + ">" + content + "</c>").repeat(columns) + "</row>";
		return IntStream.range(0, rows).mapToObj(number -> row).collect(Collectors.joining());
	}

	@ParameterizedTest(name = "{1}")
	@MethodSource("sheets")
	void it_is_refused_for_little(String reason, String what, byte[] file) throws Exception {
		Costs.within(96, 3, () -> {
			assertThatThrownBy(() -> new ReadReviewSheet(mock(SheetLabels.class)).rows(file, Locale.ENGLISH))
				.isInstanceOf(Refused.class)
				.hasMessageContaining("reviews.offline.refused." + reason);
			return null;
		});
	}

}
