package org.calltolocalaction.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * The log of a million mails, as of a desk that has written some hundred a day for years:
 * its pages and the searches of it, and the plans by which the database finds them.
 */
@DeskTest
@Import(Guests.class)
class MailLogBenchmark {

	private static final int MAILS = Integer.getInteger("desk.benchmark.mails", 1_000_000);

	private static final int REQUESTS = 40;

	private static final int WARM_UP = 20;

	private static final String LOG = "/coordination/mails";

	private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

	/** Of ten thousand readers and a hundred thousand pledges; some wait, some failed. */
	private static final String WRITE = """
			insert into mail (id, key, kind, about, recipient, language, subject, body, message_id, created_at, attempts,
			last_error, sent_at, state, next_attempt_at)
			select gen_random_uuid(), 'BENCHMARK/' || number,
			(array['RECEIPT', 'ACCEPTED', 'CHANGES_REQUESTED', 'REVIEW_WAITING', 'REVIEW_OVERDUE', 'DEADLINE_REMINDER',
			'INCLUDED', 'COORDINATORS_MESSAGE'])[1 + number %% 8],
			'CLA-2999-' || lpad((number %% 100000)::text, 6, '0'),
			'reader' || number %% 10000 * 7919 %% 10000 || '@city' || number %% 10000 * 7919 %% 10000 %% 500 || '.example.org',
			(array['en', 'es', 'fr'])[1 + number %% 3],
			'Subject term' || lpad((number %% 1500)::text, 4, '0') || ' of city ' || number %% 3000,
			repeat('What the mail says, as long as most are. ', 30), '<' || number || '@benchmark.example>',
			now() - (%1$d - number) * interval '1 minute', 1,
			case when number %% 500 = 7 then '550 5.7.1 Rejected by policy' end,
			case when number %% 500 = 7 then null else now() - (%1$d - number) * interval '1 minute' end,
			case when number %% 500 = 7 then 'FAILED' else 'OUTGOING' end, null
			from generate_series(1, %1$d) as number""";

	private static final String TRIED = """
			insert into mail_try (mail, attempt, at, recipient, outcome, answer)
			select id, 1, created_at, recipient, case when sent_at is null then 'ENDED' else 'TAKEN' end,
			coalesce(last_error, '250 2.0.0 Ok: queued as 4X2') from mail where key like 'BENCHMARK/%'""";

	@Autowired
	private Story story;

	@Autowired
	private Guests guests;

	@Autowired
	private JdbcClient jdbc;

	private Visitor coordinator;

	@BeforeEach
	void a_million_mails_were_written() {
		coordinator = guests.signedIn(story.coordinator());
		long begun = System.nanoTime();
		jdbc.sql(WRITE.formatted(MAILS)).update();
		jdbc.sql(TRIED).update();
		jdbc.sql("vacuum analyze mail").update();
		jdbc.sql("vacuum analyze mail_try").update();
		System.out.printf("MAILS %,d written within %,d s%n", MAILS, (System.nanoTime() - begun) / 1_000_000_000);
		jdbc.sql("""
				select relname || ' ' || pg_size_pretty(pg_relation_size(oid)) from pg_class
				where relname like 'mail%' and pg_relation_size(oid) > 1000000 order by pg_relation_size(oid) desc""")
			.query(String.class)
			.list()
			.forEach(size -> System.out.println("SIZE " + size));
	}

	@AfterEach
	void what_was_written_goes() {
		jdbc.sql("delete from mail where key like 'BENCHMARK/%'").update();
	}

	@Test
	void looking_for_a_mail() {
		Map<String, String> pages = new LinkedHashMap<>();
		pages.put("first page", LOG);
		pages.put("second page", next(LOG));
		pages.put("oldest page of a month", search("until:2000-01-01"));
		for (String typed : new String[] { "reader7@city7.example.org", "to:reader7@city7.example.org", "to:reader77",
				"to:nobody@elsewhere.example", "about:CLA-2999-000042", "CLA-2999-000042", "kind:receipt",
				"kind:invitation", "state:failed", "state:waiting", "state:overdue", "since:2026-01-01", "term0001",
				"term0001 city", "term1499 \"of city 2999\"", "nothingofthekind", "kind:receipt state:failed",
				"to:reader7@city7.example.org term0001", "-kind:receipt -kind:accepted", "term0001 state:failed",
				"kind:accepted until:2026-01-01" }) {
			pages.put(typed, search(typed));
		}
		pages.put("overview", "/coordination");
		pages.put("send failed ones again", LOG + "/resend");
		pages.values().forEach(page -> Crowd.measures(1, WARM_UP, opens(page)));
		pages.forEach((what, page) -> Crowd.measures(1, REQUESTS, opens(page)).print("mails: " + what, "p95 100 ms"));
		Crowd.measures(8, REQUESTS, opens(LOG)).print("mails: first page, eight at once", "as many as it can");
		long begun = System.nanoTime();
		assertThat(coordinator.opens(LOG + ".csv?q=state:failed").text().lines().count()).isGreaterThan(MAILS / 500);
		System.out.printf("FIGURE mails: failed ones as a table, %,d ms%n", (System.nanoTime() - begun) / 1_000_000);
		for (String where : new String[] { "true", "lower(recipient) = 'reader7@city7.example.org'",
				"lower(recipient) like 'reader77%'", "about = 'CLA-2999-000042'", "kind = 'RECEIPT'",
				"state = 'FAILED'", "mail_words(subject) @@ to_tsquery('simple', 'term0001:*')" }) {
			System.out.println("PLAN " + where);
			jdbc.sql("explain (analyze, costs off, timing off, summary off) select id from mail where " + where
					+ " order by created_at desc, id desc limit 51")
				.query(String.class)
				.list()
				.forEach(System.out::println);
		}
	}

	private Crowd.Work opens(String address) {
		return (person, time) -> assertThat(coordinator.opens(address).status()).isEqualTo(200);
	}

	private String next(String address) {
		Matcher found = NEXT.matcher(coordinator.opens(address).text());
		assertThat(found.find()).as("more than a page").isTrue();
		return found.group(1).replace("&amp;", "&");
	}

	private static String search(String typed) {
		return LOG + "?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
	}

}
