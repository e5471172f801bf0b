package org.calltolocalaction.reports.web;

import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Moments;
import org.calltolocalaction.reports.EditionReport;
import org.calltolocalaction.reports.ReadReport.Readable;
import org.calltolocalaction.reports.ReportEntry;
import org.calltolocalaction.reports.web.ReportPage.Bar;
import org.calltolocalaction.reports.web.ReportPage.Country;
import org.calltolocalaction.reports.web.ReportPage.Objectives;
import org.calltolocalaction.reports.web.ReportPage.Section;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Component;

/** Puts a report into the reader's words and their order: sections and countries stand as the language sorts them. */
@Component
class ReportPages {

	private final Vocabulary vocabulary;

	private final Clock clock;

	ReportPages(Vocabulary vocabulary, Clock clock) {
		this.vocabulary = vocabulary;
		this.clock = clock;
	}

	ReportPage of(Readable readable, Optional<Person> reader, Locale language) {
		Edition edition = readable.edition();
		EditionReport report = readable.report();
		ZoneId zone = reader.map(Person::zone).orElse(ZoneOffset.UTC);
		Instant asOf = edition.publishedAt().or(report::frozenAt).orElseGet(clock::instant);
		boolean coordinator = reader.filter(Person::coordinator).isPresent();
		return new ReportPage(edition, report, readable.preview(), Moments.day(LocalDate.ofInstant(asOf, zone), language),
				objectives(report, language), sections(report, language), coordinator ? report.notForPublication() : 0);
	}

	private List<Objectives> objectives(EditionReport report, Locale language) {
		Map<String, Long> counts = report.byObjective();
		long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
		return Stream.of(Vocabulary.GCM_OBJECTIVES, Vocabulary.GCR_OBJECTIVES)
			.map(list -> new Objectives(list, vocabulary.terms(list, language)
				.stream()
				.filter(term -> counts.containsKey(term.code()))
				.map(term -> new Bar(term.code(), term.shortLabel(), counts.get(term.code()),
						Math.round(100d * counts.get(term.code()) / most)))
				.toList()))
			.filter(objectives -> !objectives.bars().isEmpty())
			.toList();
	}

	private List<Section> sections(EditionReport report, Locale language) {
		return sorted(report.bySectionAndCountry(), language, Section::name,
				(region, countries) -> new Section(region, vocabulary.label(Vocabulary.REGIONS, region, language),
						countries(countries, language)));
	}

	private List<Country> countries(Map<String, List<ReportEntry>> byCountry, Locale language) {
		return sorted(byCountry, language, Country::name,
				(country, entries) -> new Country(vocabulary.label(Vocabulary.COUNTRIES, country, language), entries));
	}

	private static <V, T> List<T> sorted(Map<String, V> byCode, Locale language, Function<T, String> name,
			BiFunction<String, V, T> named) {
		return byCode.entrySet()
			.stream()
			.map(entry -> named.apply(entry.getKey(), entry.getValue()))
			.sorted(Comparator.comparing(name, Collator.getInstance(language)))
			.toList();
	}

}
