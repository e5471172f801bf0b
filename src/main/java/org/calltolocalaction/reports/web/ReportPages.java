package org.calltolocalaction.reports.web;

import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.DateFormats;
import org.calltolocalaction.reports.Errata;
import org.calltolocalaction.reports.Erratum;
import org.calltolocalaction.reports.PrintedEntry;
import org.calltolocalaction.reports.ReadReport.Readable;
import org.calltolocalaction.reports.ReportContents;
import org.calltolocalaction.reports.ReportEntry;
import org.calltolocalaction.reports.ReportFigures;
import org.calltolocalaction.reports.ReportFigures.Place;
import org.calltolocalaction.reports.web.ReportPage.Bar;
import org.calltolocalaction.reports.web.ReportPage.Country;
import org.calltolocalaction.reports.web.ReportPage.ErratumLine;
import org.calltolocalaction.reports.web.ReportPage.Line;
import org.calltolocalaction.reports.web.ReportPage.Objectives;
import org.calltolocalaction.reports.web.ReportPage.Section;
import org.calltolocalaction.reports.web.ReportPage.SectionLink;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Component;

/**
 * Puts one page of a report into the reader's words and their order: sections and
 * countries stand as the language sorts them. Which entries stand on a page follows from
 * how many there are of each country, so that no others are read.
 */
@Component
class ReportPages {

	/** How many pledges one page shows. */
	static final int PAGE_SIZE = 50;

	private final ReportContents contents;

	private final Errata errata;

	private final Vocabulary vocabulary;

	private final Clock clock;

	ReportPages(ReportContents contents, Errata errata, Vocabulary vocabulary, Clock clock) {
		this.contents = contents;
		this.errata = errata;
		this.vocabulary = vocabulary;
		this.clock = clock;
	}

	/**
	 * A place by its names in the reader's language, and how many pledges stand before
	 * it.
	 */
	private record Shelf(Place place, String section, String country, long before) {

		long end() {
			return before + place.pledges();
		}

	}

	/**
	 * @param number from 1; beyond the last page it is the last one
	 */
	ReportPage of(Readable readable, int number, Optional<Person> reader, Locale language) {
		Edition edition = readable.edition();
		ReportFigures figures = readable.report().figures();
		ZoneId zone = reader.map(Person::zone).orElse(ZoneOffset.UTC);
		Instant asOf = edition.publishedAt().or(readable.report()::frozenAt).orElseGet(clock::instant);
		Days dates = new Days(zone, language);
		boolean coordinator = reader.filter(Person::coordinator).isPresent();
		int pages = Math.toIntExact(Math.max(1, (figures.pledges() + PAGE_SIZE - 1) / PAGE_SIZE));
		int shown = Math.min(number, pages);
		List<Shelf> shelves = shelves(figures.places(), language);
		return new ReportPage(edition, figures, readable.preview(), dates.of(asOf),
				shown == 1 ? objectives(figures, language) : List.of(), contents(shelves),
				sections(readable, shelves, shown, dates), shown == 1 ? errata(readable, dates) : List.of(),
				shown == 1 ? errata.count(edition.year()) : 0, coordinator ? figures.notForPublication() : 0, shown,
				pages);
	}

	private List<Objectives> objectives(ReportFigures figures, Locale language) {
		Map<String, Long> counts = figures.byObjective();
		long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
		return Stream.of(Vocabulary.GCM_OBJECTIVES, Vocabulary.GCR_OBJECTIVES)
			.map(list -> new Objectives(list,
					vocabulary.terms(list, language)
						.stream()
						.filter(term -> counts.containsKey(term.code()))
						.map(term -> new Bar(term.code(), term.shortLabel(), counts.getOrDefault(term.code(), 0L),
								Math.round(100d * counts.getOrDefault(term.code(), 0L) / most)))
						.toList()))
			.filter(objectives -> !objectives.bars().isEmpty())
			.toList();
	}

	private List<Shelf> shelves(List<Place> places, Locale language) {
		Collator order = Collator.getInstance(language);
		List<Shelf> named = places.stream()
			.map(place -> new Shelf(place, vocabulary.label(Vocabulary.REGIONS, place.region(), language),
					vocabulary.label(Vocabulary.COUNTRIES, place.country(), language), 0))
			.sorted(Comparator.comparing(Shelf::section, order)
				.thenComparing(shelf -> shelf.place().region())
				.thenComparing(Shelf::country, order))
			.toList();
		List<Shelf> shelves = new ArrayList<>();
		long before = 0;
		for (Shelf shelf : named) {
			shelves.add(new Shelf(shelf.place(), shelf.section(), shelf.country(), before));
			before += shelf.place().pledges();
		}
		return shelves;
	}

	private static List<SectionLink> contents(List<Shelf> shelves) {
		return bySection(shelves).values()
			.stream()
			.map(ofSection -> new SectionLink(ofSection.get(0).place().region(), ofSection.get(0).section(),
					ofSection.stream().mapToLong(shelf -> shelf.place().pledges()).sum(),
					Math.toIntExact(ofSection.get(0).before() / PAGE_SIZE) + 1))
			.toList();
	}

	private List<Section> sections(Readable readable, List<Shelf> shelves, int number, Days dates) {
		long from = (number - 1L) * PAGE_SIZE;
		List<Shelf> shown = shelves.stream()
			.filter(shelf -> shelf.end() > from && shelf.before() < from + PAGE_SIZE)
			.toList();
		if (shown.isEmpty()) {
			return List.of();
		}
		Map<Place, List<PrintedEntry>> entries = contents
			.printed(readable.edition().year(), shown.stream().map(Shelf::place).toList(), from - shown.get(0).before(),
					PAGE_SIZE)
			.stream()
			.collect(Collectors.groupingBy(printed -> place(printed.entry(), shown)));
		return bySection(shown).values()
			.stream()
			.map(ofSection -> new Section(ofSection.get(0).place().region(), ofSection.get(0).section(),
					ofSection.stream()
						.filter(shelf -> entries.containsKey(shelf.place()))
						.map(shelf -> new Country(shelf.country(),
								lines(entries.getOrDefault(shelf.place(), List.of()), dates)))
						.toList()))
			.toList();
	}

	private static List<Line> lines(List<PrintedEntry> entries, Days dates) {
		return entries.stream()
			.map(printed -> new Line(printed.entry(),
					printed.erratum().map(erratum -> takenOut(erratum, dates)).orElse(null)))
			.toList();
	}

	private List<ErratumLine> errata(Readable readable, Days dates) {
		Instant frozen = readable.report().frozenAt().orElse(Instant.MAX);
		return errata.of(readable.edition().year())
			.stream()
			.map(erratum -> erratum.takenOutAt().isBefore(frozen) ? new ErratumLine(erratum.reference().value(),
					"ADDED", dates.of(erratum.putBackAt().orElseThrow()), null) : takenOut(erratum, dates))
			.toList();
	}

	private static ErratumLine takenOut(Erratum erratum, Days dates) {
		return new ErratumLine(erratum.reference().value(), erratum.kind().name(), dates.of(erratum.takenOutAt()),
				erratum.putBackAt().map(dates::of).orElse(null));
	}

	/** Days as the reader lives by them. */
	private record Days(ZoneId zone, Locale language) {

		String of(Instant instant) {
			return DateFormats.day(LocalDate.ofInstant(instant, zone), language);
		}

	}

	private static Place place(ReportEntry entry, List<Shelf> shelves) {
		return shelves.stream()
			.map(Shelf::place)
			.filter(place -> place.region().equals(entry.region()) && place.country().equals(entry.country()))
			.findFirst()
			.orElseThrow();
	}

	private static Map<String, List<Shelf>> bySection(List<Shelf> shelves) {
		return shelves.stream()
			.collect(Collectors.groupingBy(shelf -> shelf.place().region(), LinkedHashMap::new, Collectors.toList()));
	}

}
