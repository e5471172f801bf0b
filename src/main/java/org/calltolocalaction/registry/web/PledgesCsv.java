package org.calltolocalaction.registry.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.text.DateFormats;
import org.calltolocalaction.kernel.text.SpreadsheetCell;
import org.calltolocalaction.registry.PublishedPledge;
import org.calltolocalaction.registry.PublishedPledges;
import org.calltolocalaction.reports.Errata;
import org.calltolocalaction.reports.Erratum;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes what was found in the public list as a table for other programs, some pledges at
 * a time, so that ten thousand need no more memory than two hundred. Why the file is as
 * it is: docs/decisions/0058-the-public-finds-and-takes-along.md.
 */
@Component
class PledgesCsv {

	/** By which spreadsheets know that the file is UTF-8. */
	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private final PublishedPledges published;

	private final Vocabulary vocabulary;

	private final MessageSource messages;

	private final DeskProperties desk;

	private final Errata errata;

	PledgesCsv(PublishedPledges published, Vocabulary vocabulary, MessageSource messages, DeskProperties desk,
			Errata errata) {
		this.published = published;
		this.errata = errata;
		this.vocabulary = vocabulary;
		this.messages = messages;
		this.desk = desk;
	}

	/**
	 * @param editions from which they are, in the order in which they are written
	 */
	void write(SearchQuery query, List<EditionYear> editions, Locale language, OutputStream out) throws IOException {
		write(out, csv -> {
			csv.writeRecord(headings(language));
			for (EditionYear edition : editions) {
				write(query, edition, csv::writeRecord, language);
			}
		});
	}

	/**
	 * The same of a report, with a column more: what stands in place of the entries that
	 * were taken out.
	 * @param all what finds every pledge
	 */
	void writeReport(SearchQuery all, EditionYear edition, Locale language, OutputStream out) throws IOException {
		write(out, csv -> {
			List<String> headings = headings(language);
			csv.writeRecord(with(headings, messages.getMessage("registry.csv.erratum", null, language)));
			write(all, edition, row -> csv.writeRecord(with(row, "")), language);
			List<Erratum> batch = errata.inPlaceOfEntries(edition, "");
			while (!batch.isEmpty()) {
				batch.forEach(erratum -> csv.writeRecord(row(erratum, headings.size(), language)));
				batch = errata.inPlaceOfEntries(edition, batch.get(batch.size() - 1).reference().value());
			}
		});
	}

	private static void write(OutputStream out, Consumer<CsvWriter> records) throws IOException {
		Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		text.write(BYTE_ORDER_MARK);
		CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
		try {
			records.accept(csv);
		}
		catch (UncheckedIOException gone) {
			throw gone.getCause();
		}
		// Only where all of it was written: what breaks off must not look like the whole.
		csv.flush();
	}

	// Each batch is a transaction of its own: a reader who takes the file slowly keeps no
	// connection to the database.
	private void write(SearchQuery query, EditionYear edition, Consumer<List<String>> rows, Locale language) {
		List<PublishedPledge> batch = published.next(query, edition, Optional.empty());
		while (!batch.isEmpty()) {
			batch.forEach(pledge -> rows.accept(row(pledge, language)));
			batch = batch.size() < PublishedPledges.BATCH ? List.of()
					: published.next(query, edition, Optional.of(batch.get(batch.size() - 1)));
		}
	}

	private static List<String> with(List<String> row, String last) {
		return Stream.concat(row.stream(), Stream.of(last)).toList();
	}

	private List<String> row(Erratum erratum, int width, Locale language) {
		String day = DateFormats.day(LocalDate.ofInstant(erratum.takenOutAt(), ZoneOffset.UTC), language);
		String reference = erratum.reference().value();
		List<String> row = new ArrayList<>(Collections.nCopies(width, ""));
		row.set(0, reference);
		row.set(2, erratum.edition().toString());
		return with(row,
				messages.getMessage("reports.erratum." + erratum.kind(), new Object[] { reference, day }, language));
	}

	private List<String> headings(Locale language) {
		return Stream.of("registry.csv.reference", "registry.csv.address", "registry.csv.edition", "registry.csv.title",
				"registry.csv.language", "registry.csv.government", "registry.csv.type", "registry.csv.country-code",
				"registry.csv.country", "registry.csv.section", "registry.csv.stage", "registry.csv.objectives",
				"registry.csv.sdgs", "registry.csv.beneficiaries", "registry.csv.summary")
			.map(key -> messages.getMessage(key, null, language))
			.toList();
	}

	private List<String> row(PublishedPledge pledge, Locale language) {
		String stage = pledge.stage().isEmpty() ? ""
				: messages.getMessage("reports.stage." + pledge.stage(), null, language);
		return Stream
			.of(pledge.reference().value(), desk.addressOf("/pledges/" + pledge.reference()).toString(),
					pledge.edition().toString(), pledge.title(), pledge.language(), pledge.government(),
					vocabulary.label(Vocabulary.GOVERNMENT_TYPES, pledge.governmentType(), language), pledge.country(),
					vocabulary.label(Vocabulary.COUNTRIES, pledge.country(), language),
					vocabulary.label(Vocabulary.REGIONS, pledge.region(), language), stage,
					words(pledge.codes().objectives(), language), words(pledge.codes().sdgs(), language),
					words(pledge.codes().beneficiaries(), language), pledge.summary())
			.map(SpreadsheetCell::harmless)
			.toList();
	}

	/**
	 * Each as it is shown on the pages, with its number in the reader's language. Codes
	 * are in the JSON.
	 */
	private String words(List<String> codes, Locale language) {
		return codes.stream()
			.map(code -> vocabulary.shortLabel(listOf(code), code, language))
			.collect(Collectors.joining("; "));
	}

	private static String listOf(String code) {
		return code.startsWith("GCM-") ? Vocabulary.GCM_OBJECTIVES : code.startsWith("GCR-") ? Vocabulary.GCR_OBJECTIVES
				: code.startsWith("SDG-") ? Vocabulary.SDGS : Vocabulary.BENEFICIARIES;
	}

}
