package org.calltolocalaction.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.calltolocalaction.coordination.bulk.BulkAnswer;
import org.calltolocalaction.coordination.bulk.Confirmation;
import org.calltolocalaction.coordination.bulk.WriteToGovernments;
import org.calltolocalaction.coordination.bulk.WriteToGovernments.Outgoing;
import org.calltolocalaction.coordination.forecast.ForetoldId;
import org.calltolocalaction.coordination.lists.ListKeys;
import org.calltolocalaction.coordination.lists.Selection;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.notifications.coordinators.Message;
import org.calltolocalaction.notifications.coordinators.MessageId;
import org.calltolocalaction.notifications.coordinators.ReadMessages;
import org.calltolocalaction.notifications.delivery.DeliverMail;
import org.calltolocalaction.search.SearchSyntax;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long a coordinator waits who writes to five thousand people, and how long others
 * wait for their pages while that is written and delivered.
 */
@DeskTest
@Import(Guests.class)
class MessageBenchmark {

	private static final int PEOPLE = Integer.getInteger("desk.benchmark.people", 5_000);

	private static final int PAGES = 300;

	private static final Duration READS = Duration.ofMillis(50);

	private static final List<String> ROWS = List.of("""
			insert into account (id, version, email, name, language, zone, coordinator, created_at, lead)
			select gen_random_uuid(), 0, 'written-to-' || number || '@example.org', 'Reader ' || number,
			(array['en', 'es', 'fr'])[1 + number % 3], 'UTC', false, :now, false
			from generate_series(1, :people) as number""",
			"""
					insert into government (id, version, name, folded_name, type, country, region, website, registered_at, standing)
					select gen_random_uuid(), 0, 'Written to ' || number, 'written to ' || number, 'MUNICIPALITY', 'AR', 'LATAM', '', :now,
					'CONFIRMED' from generate_series(1, :people) as number""",
			"""
					insert into membership (id, version, account, government, state, requested_at)
					select gen_random_uuid(), 0, account.id, government.id, 'ACTIVE', :now from account join government
					on government.folded_name = 'written to ' || substring(account.email from 'written-to-(\\d+)')""",
			"""
					with drafted as (insert into pledge (reference, government_id, state, answers, draft_version, created_at, created_by,
					changed_at, changed_by, latest_revision, decision_note, version)
					select 'CLA-2996-' || lpad(substring(folded_name from 12), 6, '0'), id, 'DRAFT', '{"title": "A draft"}', 1, :now,
					:author, :now, :author, 0, '', 0 from government where folded_name like 'written to %'
					returning reference, government_id)
					insert into coordination_draft (reference, government_id, government, government_order, country, section, begun_at,
					kept_on)
					select reference, government_id, name, lower(name), country, region, :now, (:now)::date
					from drafted join government on government.id = government_id""");

	@Autowired
	private Story story;

	@Autowired
	private Guests guests;

	@Autowired
	private WriteToGovernments write;

	@Autowired
	private ReadMessages messages;

	@Autowired
	private ListKeys keys;

	@Autowired
	private EngineJobs jobs;

	@Autowired
	private DeliverMail deliver;

	@Autowired
	private MutableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void writing_to_five_thousand_people() {
		EditionYear year = story.anOpenEdition();
		Person coordinator = story.coordinator();
		fill(story.memberOf("Kampala"), clock);
		Visitor reader = guests.signedIn(story.coordinator());
		List<String> pages = List.of("/coordination/editions/" + year + "/pledges", "/pledges",
				"/coordination/messages");
		Crowd.Work reads = (person, time) -> assertThat(reader.opens(pages.get(time % pages.size())).status())
			.isEqualTo(200);
		Crowd.measures(1, 60, reads);

		Selection found = new Selection(year, true, Set.of(),
				Optional.of(new SearchSyntax(keys.ofDrafts(Locale.ENGLISH))
					.read("section:LATAM without:objectives government:written")));
		Outgoing outgoing = new Outgoing(new Message("An invitation", "Please come.\n".repeat(50), Languages.ENGLISH),
				Optional.empty());
		write.preview(found, outgoing, 1, coordinator);
		long begun = System.nanoTime();
		String foreseen = write.preview(found, outgoing, 1, coordinator).forecast().fingerprint();
		report("preview", begun);
		Figures quiet = Crowd.measures(2, PAGES, READS, reads);
		quiet.print("pages, quiet", "two people");

		Confirmation confirmation = new Confirmation(ForetoldId.random(), foreseen);
		begun = System.nanoTime();
		assertThat(write.write(found, outgoing, confirmation, coordinator)).isInstanceOf(BulkAnswer.Done.class);
		report("the answer", begun);
		MessageId message = new MessageId(confirmation.once().value());
		assertThat(messages.message(message, coordinator).progress().people()).isEqualTo(PEOPLE);

		CompletableFuture<Void> work = CompletableFuture.runAsync(() -> {
			long began = System.nanoTime();
			jobs.run(message);
			report("portions written", began);
			deliver();
		});
		Figures during = Crowd.measures(2, PAGES, READS, reads);
		during.print("pages, while it is written and then delivered", "two people");
		boolean stillAtWork = !work.isDone();
		stop = true;
		work.join();
		System.out.printf(Locale.ROOT, "FIGURE p95 of pages %+.0f %%, delivering to the end: %s, %s%n",
				100 * (during.percentile(95) / quiet.percentile(95) - 1), stillAtWork,
				messages.message(message, coordinator).progress());
	}

	private volatile boolean stop;

	/** As the couriers do, while as much time passes here as on any clock. */
	private void deliver() {
		Clock wall = Clock.systemUTC();
		long last = wall.millis();
		while (!stop) {
			long now = wall.millis();
			clock.advance(Duration.ofMillis(now - last));
			last = now;
			if (!deliver.deliverNext()) {
				LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
			}
		}
	}

	private void fill(Person author, Clock now) {
		for (String rows : ROWS) {
			jdbc.sql(rows)
				.param("now", now.instant().atOffset(ZoneOffset.UTC))
				.param("people", PEOPLE)
				.param("author", author.id().value())
				.update();
		}
		for (String table : List.of("account", "government", "membership", "pledge", "coordination_draft")) {
			jdbc.sql("vacuum analyze " + table).update();
		}
	}

	private static void report(String what, long begun) {
		System.out.printf(Locale.ROOT, "FIGURE message to %,d people, %s: %,d ms%n", PEOPLE, what,
				(System.nanoTime() - begun) / 1_000_000);
	}

}
