package org.calltolocalaction.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.testing.Visitors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A published report of so many pledges, read by eight strangers at once who do not stop.
 * Its entries are written past the use cases, as a freeze would have kept them.
 */
@DeskTest
class ReportBenchmark {

	private static final int READERS = 8;

	private static final int REQUESTS = 50;

	private static final int YEAR = 2998;

	@Autowired
	private Visitors visitors;

	@Autowired
	private JdbcClient jdbc;

	@AfterEach
	void what_was_written_goes() {
		jdbc.sql("delete from report_entry where edition_year = " + YEAR).update();
		jdbc.sql("delete from frozen_report where edition_year = " + YEAR).update();
		jdbc.sql("delete from edition where year = " + YEAR).update();
	}

	@Test
	void reading_a_report() {
		jdbc.sql("""
				insert into edition (year, state, forum, deadline_local, deadline_zone, grace_minutes, review_days,
				review_cut_off_days, opened_at, published_at, version)
				values (:year, 'PUBLISHED', '', now(), 'UTC', 0, 15, 45, now(), now(), 0)""")
			.param("year", YEAR)
			.update();
		List<Visitor> readers = Stream.generate(visitors::anybody).limit(READERS).toList();
		for (int entries : new int[] { 10, 1_000, 10_000, 100_000 }) {
			freeze(entries);
			int last = (entries + 49) / 50;
			Map<String, Integer> pages = new LinkedHashMap<>();
			pages.put("first page", 1);
			pages.put("page in the middle", (last + 1) / 2);
			pages.put("last page", last);
			pages.forEach((what, page) -> {
				Crowd.Work reads = (person,
						time) -> assertThat(readers.get(person).opens("/reports/" + YEAR + "?page=" + page).status())
							.isEqualTo(200);
				Crowd.measures(READERS, REQUESTS, reads);
				System.gc();
				heap().forEach(MemoryPoolMXBean::resetPeakUsage);
				long before = used();
				Figures figures = Crowd.measures(READERS, REQUESTS, reads);
				figures.print("report of %,d, %s, %d readers".formatted(entries, what, READERS), "no more than of 10");
				long peak = heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
				System.gc();
				System.out.printf(Locale.ROOT,
						"FIGURE memory of the same: before %d MB, at most %d MB with garbage, after %d MB%n",
						before >> 20, peak >> 20, used() >> 20);
			});
		}
	}

	private static Stream<MemoryPoolMXBean> heap() {
		return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
	}

	private static long used() {
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	/** Entries of five kilobytes in five hundred cities of ten countries. */
	private void freeze(int entries) {
		jdbc.sql("delete from report_entry where edition_year = " + YEAR).update();
		jdbc.sql("delete from frozen_report where edition_year = " + YEAR).update();
		jdbc.sql(
				"""
						insert into report_entry (edition_year, reference, revision, government_name, government_type, country, region,
						published, objectives, content, sha256)
						select :year, reference, 1, city, 'MUNICIPALITY', country, section, true, array['GCM-07', 'GCM-15', 'GCR-1'],
						jsonb_build_object('reference', reference, 'revision', 1, 'governmentName', city, 'governmentType', 'MUNICIPALITY',
						'country', country, 'region', section, 'published', true, 'answers', jsonb_build_object('title', 'A desk for '
						|| city, 'language', 'en', 'stage', 'IN_PROGRESS', 'summary', repeat('What the city does. ', 150),
						'expectedImpact', repeat('Who arrives. ', 120), 'mainGcmObjectives', jsonb_build_array('GCM-07', 'GCM-15'),
						'gcrObjectives', jsonb_build_array('GCR-1'))), ''
						from (select 'CLA-2998-' || lpad(number::text, 6, '0') as reference, 'City ' || (number % 500) as city,
						countries[1 + number % cardinality(countries)] as country,
						(array['AFRICA', 'LATAM', 'EUROPE', 'ASPAC', 'MEWA'])[1 + number % 5] as section
						from generate_series(1, :entries) as number, string_to_array('AR UG ES KE FR NO CL PE DE IT', ' ') as countries)
						as generated""")
			.param("year", YEAR)
			.param("entries", entries)
			.update();
		jdbc.sql(
				"""
						insert into frozen_report (edition_year, frozen_at, sha256, figures)
						select :year, now(), '', jsonb_build_object('pledges', count(*), 'governments', 500, 'countries', 10,
						'notForPublication', 0, 'byObjective', jsonb_build_object('GCM-07', count(*), 'GCM-15', count(*), 'GCR-1', count(*)),
						'places', (select jsonb_agg(jsonb_build_object('region', region, 'country', country, 'pledges', pledges)) from (
						select region, country, count(*) as pledges from report_entry where edition_year = :year group by region, country)
						as place)) from report_entry where edition_year = :year""")
			.param("year", YEAR)
			.update();
		jdbc.sql("vacuum analyze report_entry").update();
	}

}
