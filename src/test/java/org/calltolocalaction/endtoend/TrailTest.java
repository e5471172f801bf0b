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
import org.calltolocalaction.kernel.audit.AuditTrail.Entry;
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

	/** About what the entry is, by whom, and what it says as the reason. */
	record Trace(Object about, String who, String why) {

		static Trace by(Person person, Object about, String why) {
			return new Trace(about, person.email(), why);
		}

		static Trace byTheDesk(Object about, String why) {
			return new Trace(about, AuditTrail.THE_DESK, why);
		}

	}

	/** What is done and looked for; nothing is done by saying so. */
	abstract List<Act> acts();

	@TestFactory
	Stream<DynamicTest> every_act_leaves_its_entry() {
		return acts().stream().map(act -> dynamicTest(act.kind() + " by " + act.useCase(), () -> {
			story.aSharedCall();
			Instant before = clock.instant().truncatedTo(ChronoUnit.MICROS);

			Trace trace = act.done().get();

			List<Entry> entries = trail.of(trace.about().toString())
				.stream()
				.filter(entry -> entry.act().equals(act.kind()))
				.toList();
			assertThat(entries).as(act.kind() + " of " + trace.about()).isNotEmpty();
			Entry last = entries.get(entries.size() - 1);
			assertThat(last.who()).isEqualTo(trace.who());
			assertThat(last.why()).contains(trace.why());
			assertThat(last.at()).isBetween(before, clock.instant().plusMillis(1));
		}));
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
