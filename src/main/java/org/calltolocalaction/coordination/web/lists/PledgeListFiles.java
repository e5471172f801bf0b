package org.calltolocalaction.coordination.web.lists;

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
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.calltolocalaction.coordination.lists.ListKeys;
import org.calltolocalaction.coordination.lists.ListPledges;
import org.calltolocalaction.coordination.lists.PledgeLine;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.text.SpreadsheetCell;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SearchSyntax;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/**
 * Writes all that a list finds, some hundred lines at a time, so that a hundred thousand
 * need no more memory than a page. Each batch is a transaction of its own: a reader who
 * takes the file slowly keeps no connection to the database.
 */
@Component
class PledgeListFiles {

	/** By which spreadsheets know that the file is UTF-8. */
	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private static final List<String> HEADINGS = List.of("reference", "address", "title", "language", "government",
			"country-code", "country", "section", "state", "counts", "time", "submitted", "changed", "waits", "waiting",
			"reviews", "due", "mail");

	private static final int WIDTH = 20;

	private final ListPledges pledges;

	private final ListKeys keys;

	private final Editions editions;

	private final PledgeListPages pages;

	private final DeskProperties desk;

	PledgeListFiles(ListPledges pledges, ListKeys keys, Editions editions, PledgeListPages pages, DeskProperties desk) {
		this.pledges = pledges;
		this.keys = keys;
		this.editions = editions;
		this.pages = pages;
		this.desk = desk;
	}

	/** What is to be written, and for whom. */
	record Found(EditionYear year, SearchQuery query, ListWording wording, Person by) {
	}

	/** Refused, where it is, before anything is written. */
	Found found(EditionYear year, String typed, Locale language, Person by) {
		by.requireOversight();
		editions.edition(year);
		String searched = ListAddress.of(year, false, typed, "", "", List.of()).typed();
		return new Found(year, new SearchSyntax(keys.ofPledges(language)).read(searched), pages.wording(language, by),
				by);
	}

	void writeTable(Found found, OutputStream out) throws IOException {
		Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		text.write(BYTE_ORDER_MARK);
		CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
		try {
			csv.writeRecord(headings(found.wording()));
			eachBatch(found, batch -> batch.forEach(line -> csv
				.writeRecord(cells(line, found.wording()).stream().map(SpreadsheetCell::harmless).toList())));
		}
		catch (UncheckedIOException gone) {
			throw gone.getCause();
		}
		// Only where all of it was written: what breaks off must not look like the whole.
		csv.flush();
	}

	/** Every cell is text: no program makes a formula or a date of it. */
	void writeSpreadsheet(Found found, OutputStream out) throws IOException {
		try (Workbook workbook = new Workbook(out, "Pledge desk", "1.0")) {
			Worksheet sheet = workbook.newWorksheet(found.year().toString());
			for (int column = 0; column < HEADINGS.size(); column++) {
				sheet.width(column, WIDTH);
			}
			sheet.freezePane(1, 1);
			int[] row = { 0 };
			write(sheet, row, headings(found.wording()));
			eachBatch(found, batch -> {
				batch.forEach(line -> write(sheet, row, cells(line, found.wording())));
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

	private void eachBatch(Found found, Consumer<List<PledgeLine>> write) {
		List<PledgeLine> batch = pledges.next(found.year(), found.query(), Optional.empty(), found.by());
		while (!batch.isEmpty()) {
			write.accept(batch);
			Optional<PledgeReference> last = Optional.of(batch.get(batch.size() - 1).reference());
			batch = batch.size() < ListPledges.BATCH ? List.of()
					: pledges.next(found.year(), found.query(), last, found.by());
		}
	}

	private static List<String> headings(ListWording wording) {
		return HEADINGS.stream().map(name -> wording.message("glance.file." + name)).toList();
	}

	private List<String> cells(PledgeLine line, ListWording wording) {
		String mail = line.mailFailed() ? wording.message("glance.mail.failed") : "";
		return List.of(line.reference().value(), desk.addressOf("/coordination/pledges/" + line.reference()).toString(),
				line.title(), line.language(), line.government(), line.country(),
				wording.label(Vocabulary.COUNTRIES, line.country()), wording.label(Vocabulary.REGIONS, line.section()),
				wording.state(line), wording.countsFor(line),
				wording.message("coordination.timeliness." + line.timeliness().name()),
				line.firstSubmittedAt().toString(), line.changedAt().toString(),
				line.waitsFor().map(whom -> wording.message("glance.whom." + whom.name())).orElse(""),
				written(line.waitingSince()), reviews(line, wording), written(line.dueAt()), mail);
	}

	private static String reviews(PledgeLine line, ListWording wording) {
		return line.reviews()
			.stream()
			.map(review -> wording.partner(review.partner()) + ": " + wording.said(review))
			.collect(Collectors.joining("; "));
	}

	private static String written(Optional<Instant> instant) {
		return instant.map(Instant::toString).orElse("");
	}

}
