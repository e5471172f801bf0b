package org.calltolocalaction.coordination.web.mail;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.SpreadsheetCell;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.log.MailLine;
import org.calltolocalaction.notifications.log.SearchMails;
import org.calltolocalaction.search.SearchQuery;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/**
 * Writes all that a search of the log finds, some hundred lines at a time, each a
 * transaction of its own: a reader who takes the file slowly keeps no connection to the
 * database.
 */
@Component
class MailLogFiles {

	/** By which spreadsheets know that the file is UTF-8. */
	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private static final List<String> HEADINGS = List.of("id", "written", "recipient", "language", "subject", "kind",
			"about", "about-name", "state", "tried", "tries", "answer");

	/** What a sheet of the format can hold, without its headings. */
	private static final int MOST_ROWS = 1_048_575;

	private static final int WIDTH = 20;

	private final SearchMails search;

	private final MailLogPages pages;

	private final MailWording wording;

	MailLogFiles(SearchMails search, MailLogPages pages, MailWording wording) {
		this.search = search;
		this.pages = pages;
		this.wording = wording;
	}

	/** What is to be written, and for whom. */
	record Asked(SearchQuery query, Locale language, Person by) {
	}

	/** Refused, where it is, before anything is written. */
	Asked asked(String typed, Locale language, Person by) {
		by.requireOversight();
		return new Asked(pages.query(MailLogAddress.of(typed, "", "", List.of()).typed(), language), language, by);
	}

	void writeTable(Asked asked, OutputStream out) throws IOException {
		Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		text.write(BYTE_ORDER_MARK);
		CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
		try {
			csv.writeRecord(headings(asked));
			eachBatch(asked, Integer.MAX_VALUE, batch -> batch
				.forEach(cells -> csv.writeRecord(cells.stream().map(SpreadsheetCell::harmless).toList())));
		}
		catch (UncheckedIOException gone) {
			throw gone.getCause();
		}
		// Only where all of it was written: what breaks off must not look like the whole.
		csv.flush();
	}

	/** Every cell is text: no program makes a formula or a date of it. */
	void writeSpreadsheet(Asked asked, OutputStream out) throws IOException {
		try (Workbook workbook = new Workbook(out, "Pledge desk", "1.0")) {
			Worksheet sheet = workbook.newWorksheet(wording.say("mails.title", asked.language()));
			for (int column = 0; column < HEADINGS.size(); column++) {
				sheet.width(column, WIDTH);
			}
			sheet.freezePane(1, 1);
			int[] row = { 0 };
			write(sheet, row, headings(asked));
			eachBatch(asked, MOST_ROWS, batch -> {
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

	private void eachBatch(Asked asked, int most, Consumer<List<List<String>>> write) {
		int left = most;
		List<MailLine> batch = search.next(asked.query(), Optional.empty(), asked.by());
		while (!batch.isEmpty() && left > 0) {
			Map<String, MailWording.About> abouts = wording.abouts(batch);
			write.accept(batch.stream().limit(left).map(line -> cells(line, abouts, asked.language())).toList());
			left -= batch.size();
			Optional<MailId> last = Optional.of(batch.get(batch.size() - 1).id());
			batch = batch.size() < SearchMails.BATCH ? List.of() : search.next(asked.query(), last, asked.by());
		}
	}

	private List<String> headings(Asked asked) {
		return HEADINGS.stream().map(name -> wording.say("mails.file." + name, asked.language())).toList();
	}

	private List<String> cells(MailLine line, Map<String, MailWording.About> abouts, Locale language) {
		String about = Optional.ofNullable(abouts.get(line.about())).map(MailWording.About::name).orElse(line.about());
		return List.of(line.id().toString(), line.writtenAt().toString(), line.shownRecipient(),
				line.language().getLanguage(), line.subject(), wording.kind(line.kind(), language), line.about(), about,
				wording.state(line.state(), language), line.triedAt().map(Instant::toString).orElse(""),
				Integer.toString(line.attempts()), line.answer());
	}

}
