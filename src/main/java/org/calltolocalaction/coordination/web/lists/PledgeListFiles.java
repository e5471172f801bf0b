package org.calltolocalaction.coordination.web.lists;

import java.io.IOException;
import java.io.OutputStream;
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
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SearchSyntax;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Component;

/**
 * Writes all that a list finds, some hundred lines at a time, so that a hundred thousand
 * need no more memory than a page. Each batch is a transaction of its own: a reader who
 * takes the file slowly keeps no connection to the database.
 */
@Component
class PledgeListFiles {

	private static final List<String> HEADINGS = List.of("reference", "address", "title", "language", "government",
			"country-code", "country", "section", "state", "counts", "time", "submitted", "changed", "waits", "waiting",
			"reviews", "due", "mail");

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
		file(found).writeTable(out);
	}

	void writeSpreadsheet(Found found, OutputStream out) throws IOException {
		file(found).writeSpreadsheet(out);
	}

	private TableFile file(Found found) {
		return new TableFile(found.year().toString(), headings(found.wording()), write -> eachBatch(found,
				batch -> write.accept(batch.stream().map(line -> cells(line, found.wording())).toList())));
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
