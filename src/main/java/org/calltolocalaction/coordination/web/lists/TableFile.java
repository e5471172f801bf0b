package org.calltolocalaction.coordination.web.lists;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.calltolocalaction.kernel.text.SpreadsheetCell;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table as a file, written batch by batch, so that a hundred thousand lines need no
 * more memory than one batch.
 *
 * @param name of the sheet
 * @param headings of the columns
 * @param batches hands one batch of rows after the other to whoever writes them
 */
public record TableFile(String name, List<String> headings, Consumer<Consumer<List<List<String>>>> batches) {

	/** By which spreadsheets know that the file is UTF-8. */
	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private static final int WIDTH = 20;

	/** Comma-separated. */
	public void writeTable(OutputStream out) throws IOException {
		Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		text.write(BYTE_ORDER_MARK);
		CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
		try {
			csv.writeRecord(headings);
			batches.accept(batch -> batch
				.forEach(cells -> csv.writeRecord(cells.stream().map(SpreadsheetCell::harmless).toList())));
		}
		catch (UncheckedIOException gone) {
			throw gone.getCause();
		}
		// Only where all of it was written: what breaks off must not look like the whole.
		csv.flush();
	}

	/** Every cell is text: no program makes a formula or a date of it. */
	public void writeSpreadsheet(OutputStream out) throws IOException {
		try (Workbook workbook = new Workbook(out, "Pledge desk", "1.0")) {
			Worksheet sheet = workbook.newWorksheet(name);
			for (int column = 0; column < headings.size(); column++) {
				sheet.width(column, WIDTH);
			}
			sheet.freezePane(1, 1);
			int[] row = { 0 };
			write(sheet, row, headings);
			batches.accept(batch -> {
				batch.forEach(cells -> write(sheet, row, cells));
				flush(sheet);
			});
		}
		catch (UncheckedIOException gone) {
			throw gone.getCause();
		}
	}

	private static void write(Worksheet sheet, int[] row, List<String> cells) {
		for (int column = 0; column < cells.size(); column++) {
			sheet.inlineString(row[0], column, SpreadsheetCell.escaped(cells.get(column)));
		}
		row[0]++;
	}

	private static void flush(Worksheet sheet) {
		try {
			sheet.flush();
		}
		catch (IOException gone) {
			throw new UncheckedIOException(gone);
		}
	}

}
