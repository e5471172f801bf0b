package org.calltolocalaction.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What coordinators open where an edition has ten and a hundred thousand pledges, with
 * the plans of the queries. Rows are written past the use cases: nobody would wait for a
 * hundred thousand processes.
 */
@DeskTest
@Import(Guests.class)
class CoordinationBenchmark {

	private static final int REQUESTS = 60;

	private static final int WARM_UP = 150;

	private static final List<String> QUERIES = List.of(
			"""
					select reference from coordination_pledge where edition = :edition order by waiting_since, reference limit 50""",
			"""
					select count(*) from (select 1 from coordination_pledge where edition = :edition limit 10001) as counted""",
			"""
					select reference from coordination_pledge where edition = :edition
					and exists (select from coordination_review asked where asked.reference = coordination_pledge.reference
					and asked.edition = coordination_pledge.edition and asked.state = 'OPEN' and partner = 'MMC'
					and due_at < now()) order by waiting_since, reference limit 50""",
			"""
					select reference from coordination_pledge where edition = :edition
					and search @@ to_tsquery('simple', 'term0001:* & term0010:*') order by waiting_since, reference limit 50""",
			"""
					select edition, what, key, sum(number) from coordination_count where edition = :edition
					and what <> 'government' group by edition, what, key""",
			"""
					select partner, count(*) filter (where due_at >= now()), count(*) filter (where due_at < now())
					from coordination_review where edition = :edition and state = 'OPEN' and due_at < now() + interval '7 days'
					group by partner""");

	@Autowired
	private Story story;

	@Autowired
	private Guests guests;

	@Autowired
	private JdbcClient jdbc;

	private Visitor coordinator;

	private Person author;

	private int edition;

	private int written;

	@BeforeEach
	void a_coordinator() {
		edition = story.anOpenEdition().value();
		author = story.memberOf("Kampala");
		coordinator = guests.signedIn(story.coordinator());
	}

	@AfterEach
	void what_was_written_goes() {
		jdbc.sql("delete from coordination_pledge where reference like 'CLA-2999-%'").update();
		jdbc.sql("delete from coordination_review where reference like 'CLA-2999-%'").update();
		jdbc.sql("delete from pledge where reference like 'CLA-2999-%'").update();
	}

	@Test
	void looking_after_an_edition() {
		String list = "/coordination/editions/" + edition + "/pledges";
		Map<String, String> pages = new LinkedHashMap<>();
		pages.put("overview", "/coordination");
		pages.put("edition", "/coordination/editions/" + edition);
		pages.put("list, longest wait first", list);
		pages.put("list, late at MMC", list + "?q=late:MMC&sort=government");
		pages.put("list, two terms", list + "?q=term0001%20term0010&sort=title");
		writeUpTo(1_000);
		pages.values().forEach(page -> Crowd.measures(1, WARM_UP, (person, time) -> coordinator.opens(page)));
		for (int pledges : new int[] { 10_000, 100_000 }) {
			writeUpTo(pledges);
			pages.forEach((what, page) -> measure(pledges, what, page));
			QUERIES.forEach(this::explain);
			takeAlong(pledges, list);
		}
	}

	private void measure(int pledges, String what, String address) {
		Crowd.Work opens = (person, time) -> assertThat(coordinator.opens(address).status()).isEqualTo(200);
		Crowd.measures(1, REQUESTS, opens);
		Crowd.measures(1, REQUESTS, opens)
			.print("edition of %,d, %s".formatted(pledges, what), "p95 200 ms, at 100,000 1.5 times that of 10,000");
		if (!address.contains("/pledges")) {
			Crowd.measures(8, REQUESTS, opens)
				.print("edition of %,d, %s, eight at once".formatted(pledges, what), "as many as it can");
		}
	}

	private void takeAlong(int pledges, String list) {
		for (String kind : List.of("csv", "xlsx")) {
			long begun = System.nanoTime();
			int bytes = coordinator.opens(list + "." + kind).response().body().length();
			System.out.printf("FILE of %,d pledges, %s: %,d bytes in %,d ms%n", pledges, kind, bytes,
					(System.nanoTime() - begun) / 1_000_000);
		}
	}

	private void explain(String query) {
		System.out.println("PLAN of " + query.replaceAll("\\s+", " "));
		jdbc.sql("explain (analyze, costs off, buffers off) " + query)
			.param("edition", edition)
			.query(String.class)
			.list()
			.forEach(System.out::println);
	}

	private void writeUpTo(int pledges) {
		jdbc.sql(
				"""
						insert into pledge (reference, government_id, state, answers, draft_version, created_at, created_by, changed_at,
						changed_by, call_year, first_submitted_at, latest_revision, decision_note, version)
						select 'CLA-2999-' || lpad(number::text, 6, '0'), membership.government, 'UNDER_REVIEW', '{}', 1, now(),
						membership.account, now(), membership.account, :edition, now(), 1, '', 0
						from generate_series(:from, :to) as number, membership where membership.account = :author""")
			.param("edition", edition)
			.param("from", written + 1)
			.param("to", pledges)
			.param("author", author.id().value())
			.update();
		jdbc.sql(
				"""
						insert into coordination_pledge (edition, reference, step, state, timeliness, counts_for, government_id, government,
						government_order, country, section, title, title_order, language, first_submitted_at, submitted_on, changed_at,
						waits_for, waiting_since, due_at, mail_failed, search, kept_on)
						select :edition, reference, step, case step when 'CARRIED_OVER' then 'UNDER_REVIEW' else step end, 'IN_TIME', :edition, government_id, place, lower(place),
						(array['AR', 'UG', 'ES', 'KE', 'FR'])[1 + floor(random() * 5)],
						(array['AFRICA', 'LATAM', 'EUROPE'])[1 + floor(random() * 3)], title, lower(title), 'en',
						now() - days * interval '1 day', (now() - days * interval '1 day')::date, now() - days * interval '1 hour',
						case when step = 'UNDER_REVIEW' then 'PARTNERS' end,
						case when step = 'UNDER_REVIEW' then now() - days * interval '1 day' end,
						case when step = 'UNDER_REVIEW' then now() + (30 - days) * interval '1 day' end,
						random() < 0.001, to_tsvector('simple', translate(reference, '-', ' ') || ' ' || title || ' ' || place), now()::date
						from (select reference, government_id, 'City ' || floor(random() * 500) as place, random() * 120 as days,
						(array['UNDER_REVIEW', 'UNDER_REVIEW', 'INCLUDED', 'INCLUDED', 'ACCEPTED', 'CHANGES_REQUESTED', 'DISAGREEMENT',
						'DECLINED', 'WITHDRAWN', 'CARRIED_OVER'])[1 + floor(random() * 10)] as step,
						(select string_agg('term' || lpad(floor(1500 * power(random(), 2))::text, 4, '0'), ' ')
						from generate_series(1, 12) where pledge.reference is not null) as title
						from pledge where reference like 'CLA-2999-%' and not exists
						(select from coordination_pledge line where line.reference = pledge.reference)) as generated""")
			.param("edition", edition)
			.update();
		jdbc.sql(
				"""
						insert into coordination_review (reference, partner, edition, state, recommendation, opened_at, due_at, completed_at,
						kept_on)
						select reference, partner, edition, case when due_at is null then 'COMPLETED' else 'OPEN' end,
						case when due_at is null then 'APPROVE' end, first_submitted_at,
						coalesce(due_at, now()) + random() * interval '10 days',
						case when due_at is null then first_submitted_at + random() * interval '40 days' end, kept_on
						from coordination_pledge, unnest(array['UCLG', 'MMC', 'IOM']) as partner
						where reference like 'CLA-2999-%' on conflict do nothing""")
			.update();
		for (String table : List.of("pledge", "coordination_pledge", "coordination_review")) {
			jdbc.sql("vacuum analyze " + table).update();
		}
		jdbc.sql(
				"""
						with taken as (delete from coordination_count returning *) insert into coordination_count
						select edition, what, key, day, sum(number) from taken group by edition, what, key, day having sum(number) <> 0""")
			.update();
		jdbc.sql("vacuum analyze coordination_count").update();
		written = pledges;
	}

}
