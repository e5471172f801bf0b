package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.membership.AskToJoin;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.identity.AccountId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.kernel.audit.Actor;
import org.calltolocalaction.kernel.audit.proof.MakeCheckpoint;
import org.calltolocalaction.kernel.audit.proof.ProveEntry;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.team.EnterAbsence.Days;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Acts of one part of the desk, each done through the use case that does it, and the
 * entry that it has to leave.
 */
@DeskTest
abstract class TrailTest {

	static final PartnerCode UCLG = new PartnerCode("UCLG");

	@Autowired
	ApplicationContext desk;

	@Autowired
	AuditTrail trail;

	@Autowired
	Story story;

	@Autowired
	EngineJobs jobs;

	@Autowired
	MutableClock clock;

	@Autowired
	People people;

	@Autowired
	JdbcClient jdbc;

	/** One act, and the entry that it has to leave. */
	record Act(String useCase, String kind, Supplier<Trace> done) {
	}

	/**
	 * About what the entry is, by whom, and all that it says. A value that cannot be
	 * known beforehand, such as a day of the calendar, is {@link #ANY}.
	 */
	record Trace(Record about, Actor who, Map<String, ?> facts, Map<String, ?> personal) {

		static Trace by(Actor actor, Record about) {
			return by(actor, about, Map.of());
		}

		static Trace by(Actor actor, Record about, Map<String, ?> facts) {
			return new Trace(about, actor, facts, Map.of());
		}

		static Trace byTheDesk(Record about) {
			return by(Actor.THE_DESK, about);
		}

		static Trace byTheDesk(Record about, Map<String, ?> facts) {
			return by(Actor.THE_DESK, about, facts);
		}

		/** The same with what a person wrote, or by what a person can be known. */
		Trace personal(String name, Object value) {
			return new Trace(about, who, facts, Map.of(name, value));
		}

	}

	static final Object ANY = new Object();

	/** What is done and looked for; nothing is done by saying so. */
	abstract List<Act> acts();

	@TestFactory
	Stream<DynamicTest> every_act_leaves_its_entry() {
		return acts().stream().map(act -> dynamicTest(act.kind() + " by " + act.useCase(), () -> {
			story.aSharedCall();
			Instant before = clock.instant().truncatedTo(ChronoUnit.MICROS);

			Trace trace = act.done().get();

			List<RecordedEntry> entries = trail.of(trace.about())
				.stream()
				.filter(entry -> entry.kind().equals(act.kind()))
				.toList();
			assertThat(entries).as(act.kind() + " of " + trace.about()).isNotEmpty();
			RecordedEntry last = entries.get(entries.size() - 1);
			assertThat(last.who()).isEqualTo(trace.who().account());
			requireValues(last.facts(), trace.facts());
			requireValues(last.personal(), trace.personal());
			assertThat(last.at()).isBetween(before, clock.instant().plusMillis(1));
			requireNothingPersonal(last);
			requireListed(last);
			requireProof(last);
		}));
	}

	private static void requireValues(Map<String, Object> values, Map<String, ?> expected) {
		assertThat(values).containsOnlyKeys(expected.keySet().toArray(String[]::new));
		expected.forEach((name, value) -> {
			if (value != ANY) {
				assertThat(values.get(name)).as(name).hasToString(value.toString());
			}
		});
	}

	/** What is never erased names nobody, and says nothing that somebody wrote. */
	private void requireNothingPersonal(RecordedEntry entry) {
		String facts = entry.facts().values().toString();
		assertThat(facts).doesNotContain("@");
		assertThat(entry.personal().values().stream().map(Object::toString)).noneMatch(facts::contains);
		entry.who()
			.flatMap(account -> people.find(new AccountId(account)))
			.ifPresent(person -> assertThat(facts).doesNotContain(person.name()));
	}

	/** What is done comes into the next checkpoint, and says there what it said here. */
	private void requireProof(RecordedEntry entry) {
		while (use(MakeCheckpoint.class).make().isPresent()) {
			// One takes a portion.
		}
		assertThat(use(ProveEntry.class).of(entry.id())).hasValueSatisfying(proof -> {
			assertThat(proof.holds()).isTrue();
			assertThat(proof.entry().facts()).isEqualTo(entry.facts());
			assertThat(proof.entry().personal()).containsOnlyKeys(entry.personal().keySet())
				.allSatisfy((name, hash) -> assertThat(hash).matches("[0-9a-f]{64}"));
		});
	}

	private static void requireListed(RecordedEntry entry) {
		String record = read(Path.of("docs/decisions/0052-audit-entries.md"));
		assertThat(entry.facts().keySet()).allSatisfy(name -> assertThat(record).contains("| `" + name + "` |"));
		assertThat(entry.personal().keySet())
			.allSatisfy(name -> assertThat(record).contains("| `" + name + "`, personal |"));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Days days(int length) {
		LocalDate first = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(7);
		return new Days(first, first.plusDays(length));
	}

	GovernmentId asked(Person person, Person member) {
		GovernmentId government = governmentOf(member);
		use(AskToJoin.class).ask(person, government);
		return government;
	}

	PledgeReference underReview() {
		return story.aPledgeUnderReviewBy(story.memberOf("Kampala"));
	}

	PledgeReference decided(Person member, String recommendation) {
		PledgeReference reference = story.aPledgeUnderReviewBy(member);
		story.allJudge(reference, recommendation);
		return reference;
	}

	PledgeReference included(Person member) {
		PledgeReference reference = decided(member, "APPROVE");
		jobs.run(reference);
		return reference;
	}

	Person reviewer() {
		return story.reviewer("UCLG", "R" + UUID.randomUUID());
	}

	Person lead() {
		return story.lead("UCLG", "L" + UUID.randomUUID());
	}

	GovernmentId governmentOf(Person person) {
		return use(Governments.class).actedForBy(person.id()).orElseThrow().id();
	}

	<T> T use(Class<T> useCase) {
		return desk.getBean(useCase);
	}

}
