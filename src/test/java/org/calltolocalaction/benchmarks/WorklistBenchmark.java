package org.calltolocalaction.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
 * A reviewer's worklist where each of three partners has so many open reviews, with the
 * plans of the queries, of which docs/worklist-plans.md keeps a copy. Rows are written
 * past the use cases: nobody would wait for a hundred thousand processes.
 */
@DeskTest
@Import(Guests.class)
class WorklistBenchmark {

	private static final int REQUESTS = 400;

	private static final int WARM_UP = 1_000;

	/**
	 * Words of which the first is in every fifth pledge, the second in every thirteenth
	 * and the third in every fortieth.
	 */
	private static final String THREE_TERMS = "term0001 term0010 term0100";

	/**
	 * What the desk asks for a first page, for its count, for the words of a search and
	 * for what they find; and what the index would have to do for beginnings of words.
	 */
	private static final List<String> QUERIES = List.of("""
			select reference, title from review where partner = 'UCLG' and state = 'OPEN'
			order by due_at, reference limit 50""",
			"""
					select count(*) from (select 1 from review where partner = 'UCLG' and state = 'OPEN' limit 1001) as counted""",
			"""
					select word from review_word where word >= 'term0001' and word < 'term0001' || chr(1114111) limit 32""",
			"""
					with found as materialized (select id, reference, due_at from review where partner = 'UCLG' and state = 'OPEN'
					and search @@ '(''term0001'') & (''term0010'') & (''term0100'')'::tsquery
					order by due_at, reference limit 1001)
					select reference, title from (select id from found order by due_at, reference limit 50) as page
					join review using (id)""",
			"""
					select reference, title from review where partner = 'UCLG' and state = 'OPEN'
					and search @@ '''term0001'':* & ''term0010'':* & ''term0100'':*'::tsquery
					order by due_at, reference limit 50""");

	@Autowired
	private Story story;

	@Autowired
	private Guests guests;

	@Autowired
	private JdbcClient jdbc;

	private Visitor rosa;

	private Person author;

	private int edition;

	private int written;

	@BeforeEach
	void a_reviewer() {
		edition = story.anOpenEdition().value();
		author = story.memberOf("Kampala");
		Person reviewer = story.reviewer("UCLG", "Rosa");
		rosa = guests.signedIn(reviewer);
	}

	/** Other benchmarks close this call, which never had a hundred thousand pledges. */
	@AfterEach
	void what_was_written_goes() {
		jdbc.sql("delete from review where reference like 'CLA-2999-%'").update();
		jdbc.sql("delete from pledge_revision where reference like 'CLA-2999-%'").update();
		jdbc.sql("delete from pledge where reference like 'CLA-2999-%'").update();
	}

	@Test
	void looking_for_work() {
		Map<String, String> pages = new LinkedHashMap<>();
		pages.put("first page", "/reviews");
		pages.put("by title", "/reviews?sort=title");
		pages.put("three terms", "/reviews?q=" + URLEncoder.encode(THREE_TERMS, StandardCharsets.UTF_8));
		openUpTo(1_000);
		// The compiler goes on working for most of a minute after the first pages, and
		// would count against the shortest list.
		pages.values().forEach(page -> Crowd.measures(1, WARM_UP, (person, time) -> rosa.opens(page)));
		for (int reviews : new int[] { 1_000, 10_000, 100_000 }) {
			openUpTo(reviews);
			pages.forEach((what, page) -> measure(reviews, what, page));
			QUERIES.forEach(this::explain);
		}
	}

	private void measure(int reviews, String what, String address) {
		Crowd.Work opens = (person, time) -> assertThat(rosa.opens(address).status()).isEqualTo(200);
		Crowd.measures(1, REQUESTS, opens);
		Crowd.measures(1, REQUESTS, opens)
			.print("worklist of %,d, %s".formatted(reviews, what), "p95 40 ms, at 100,000 1.5 times that of 1,000");
	}

	private void explain(String query) {
		System.out.println("PLAN of " + query.replaceAll("\\s+", " "));
		jdbc.sql("explain (analyze, costs off) " + query).query(String.class).list().forEach(System.out::println);
	}

	private void openUpTo(int reviews) {
		// Made anew at the end: word by word it would take minutes.
		String indexOfWords = jdbc.sql("select indexdef from pg_indexes where indexname = 'review_search'")
			.query(String.class)
			.single();
		jdbc.sql("drop index review_search").update();
		jdbc.sql(
				"""
						insert into pledge (reference, government_id, state, answers, draft_version, created_at, created_by, changed_at,
						changed_by, call_year, first_submitted_at, latest_revision, decision_note, version)
						select 'CLA-2999-' || lpad(number::text, 6, '0'), membership.government, 'UNDER_REVIEW', '{}', 1, now(),
						membership.account, now(), membership.account, :edition, now(), 1, '', 0
						from generate_series(:from, :to) as number, membership where membership.account = :author""")
			.param("edition", edition)
			.param("from", written + 1)
			.param("to", reviews)
			.param("author", author.id().value())
			.update();
		jdbc.sql(
				"""
						insert into pledge_revision (reference, number, content, sha256, submitted_at, submitted_by, member_zone,
						timeliness, counts_for)
						select reference, 1, '{}', repeat('0', 64), now(), created_by, 'UTC', 'IN_TIME', call_year
						from pledge where reference like 'CLA-2999-%' and not exists
						(select from pledge_revision where pledge_revision.reference = pledge.reference)""")
			.update();
		jdbc.sql(
				"""
						insert into review (id, reference, revision, round, criteria_edition, criteria_version, partner, state, opened_at,
						due_at, answers, version,
						government_id, title, title_order, language, government, government_order, country, section, objectives, search)
						select gen_random_uuid(), reference, 1, 1, 2999, 1, partner, 'OPEN', now() - random() * interval '30 days',
						now() + random() * interval '30 days', '{}', 0, government_id, title, lower(title), 'en', place, lower(place),
						(array['AR', 'UG', 'ES', 'KE', 'FR'])[1 + floor(random() * 5)], 'AFRICA', array['GCM-15'],
						to_tsvector('simple', translate(reference, '-', ' ') || ' ' || title || ' ' || place)
						from (select reference, government_id, 'City ' || floor(random() * 500) as place,
						(select string_agg('term' || lpad(floor(1500 * power(random(), 2))::text, 4, '0'), ' ')
						from generate_series(1, 20) where pledge.reference is not null) as title
						from pledge where reference like 'CLA-2999-%' and not exists
						(select from review where review.reference = pledge.reference)) as generated,
						unnest(array['UCLG', 'MMC', 'IOM']) as partner""")
			.update();
		jdbc.sql(indexOfWords).update();
		jdbc.sql(
				"insert into review_word select distinct unnest(tsvector_to_array(search)) from review on conflict do nothing")
			.update();
		jdbc.sql("vacuum analyze review").update();
		jdbc.sql("vacuum analyze review_word").update();
		written = reviews;
	}

}
