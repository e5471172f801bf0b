package org.calltolocalaction.notifications.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.notifications.MailTest.in;
import static org.calltolocalaction.notifications.MailTest.subject;
import static org.calltolocalaction.notifications.MailTest.text;

import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.notifications.ChosenMailTest;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.outbox.MailKey;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.calltolocalaction.pledges.PledgeReference;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever wants one mail a day gets it, and nothing is lost or sent twice over it. */
class DigestTests extends ChosenMailTest {

	@Autowired
	private JavaMailSenderImpl sender;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private WriteDigest writeDigest;

	@Autowired
	private Outbox outbox;

	@Autowired
	private MailTexts texts;

	@Autowired
	private RuntimeService runtime;

	private int port;

	static Stream<Locale> languages() {
		return Languages.ALL.stream();
	}

	@BeforeEach
	void theServerIsUp() {
		port = sender.getPort();
	}

	@AfterEach
	void theServerIsUpAgain() {
		sender.setPort(port);
	}

	@ParameterizedTest
	@MethodSource("languages")
	void a_daily_digest_brings_at_the_readers_hour_what_was_held_back_and_receipts_come_at_once(Locale language) {
		Person member = memberWho(DIGEST, language);
		PledgeReference first = story.aSubmittedPledgeBy(member);
		PledgeReference second = story.aSubmittedPledgeBy(member);
		jobs.run(first, second);
		assertThat(mailsTo(member)).as("receipts").hasSize(2);
		story.allJudge(first, "REQUEST_CHANGES");
		story.allJudge(second, "APPROVE");

		clock.set(seven.minusSeconds(1));
		jobs.run(member.id());
		assertThat(mailsTo(member)).hasSize(2);
		clock.set(seven);
		jobs.run(member.id());

		MimeMessage digest = mailsTo(member).get(2);
		assertThat(mailsTo(member)).hasSize(3);
		assertThat(subject(digest)).endsWith(in(language, "2 messages", "2 mensajes", "2 messages"));
		assertThat(text(digest)).contains("- " + first, "- " + second, "A comment of UCLG")
			.contains(in(language, "New messages since your last daily email: 2",
					"Mensajes nuevos desde su último correo diario: 2",
					"Nouveaux messages depuis votre dernier courriel quotidien\u00a0: 2"))
			.contains(in(language, "Please open the pledge, read the comments, make the changes", "Abra el compromiso",
					"Veuillez ouvrir l’engagement"))
			.contains(in(language, "Written on 1 May", "Escrito el 1 de mayo", "Écrit le 1er mai"))
			.contains("/my/profile");
		assertThat(text(digest).split(member.name(), -1)).as("greeted once").hasSize(2);
		assertThat(states(member)).containsExactly("OUTGOING", "OUTGOING", "DIGESTED", "DIGESTED", "OUTGOING");
	}

	@Test
	void nothing_is_mailed_twice_and_the_next_day_brings_what_is_new() {
		Person member = memberWho(DIGEST);
		story.allJudge(submitted(member), "APPROVE");
		clock.set(seven);
		jobs.run(member.id());
		jobs.run(member.id());
		writeDigest.write(member.id());
		assertThat(digestsTo(member)).hasSize(1);

		PledgeReference later = submitted(member);
		story.allJudge(later, "DECLINE");
		clock.set(seven.plus(Duration.ofDays(1)));
		jobs.run(member.id());

		assertThat(digestsTo(member)).hasSize(2);
		assertThat(text(digestsTo(member).get(1))).contains(later.value())
			.contains("New messages since your last daily email: 1");
		clock.set(seven.plus(Duration.ofDays(2)));
		jobs.run(member.id());
		assertThat(digestsTo(member)).as("no news, no mail").hasSize(2);
	}

	@Test
	void a_crash_while_the_digest_is_written_leaves_everything_held_and_the_timer_waiting() {
		Person member = memberWho(DIGEST);
		story.allJudge(submitted(member), "APPROVE");
		clock.set(seven);

		new TransactionTemplate(transactions).executeWithoutResult(crash -> {
			writeDigest.write(member.id());
			crash.setRollbackOnly();
		});

		assertThat(states(member)).containsExactly("OUTGOING", "HELD");
		assertThat(digestsTo(member)).isEmpty();
		jobs.run(member.id());
		assertThat(digestsTo(member)).hasSize(1);
	}

	@Test
	void what_a_digest_brings_has_not_arrived_before_the_server_took_the_digest() throws Exception {
		Person member = memberWho(DIGEST);
		story.allJudge(submitted(member), "APPROVE");
		clock.set(seven);
		theServerIsDown();
		jobs.run(member.id());
		assertThat(digestsTo(member)).isEmpty();
		assertThat(states(member)).containsExactly("OUTGOING", "HELD", "OUTGOING");

		// News that comes meanwhile is for another digest.
		story.allJudge(submittedUndelivered(member), "APPROVE");
		theServerIsUpAgain();
		clock.advance(Duration.ofMinutes(1));

		assertThat(digestsTo(member)).hasSize(1);
		assertThat(text(digestsTo(member).get(0))).contains("New messages since your last daily email: 1");
		assertThat(states(member)).contains("DIGESTED").containsOnlyOnce("HELD");
	}

	@Test
	void a_digest_whose_process_was_deleted_by_hand_is_started_anew_by_saving_the_choice() {
		Person member = memberWho(DIGEST);
		story.allJudge(submitted(member), "APPROVE");
		runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(member.id().businessKey())
			.list()
			.forEach(process -> runtime.deleteProcessInstance(process.getId(), "By hand"));

		updateProfile.receiveMails(member, DIGEST);

		clock.set(seven);
		jobs.run(member.id());
		assertThat(digestsTo(member)).hasSize(1);
	}

	@Test
	void two_mails_that_are_held_at_once_wait_for_one_digest() throws Exception {
		Person member = memberWho(DIGEST);
		Callable<Object> hold = () -> new TransactionTemplate(transactions).execute(
				status -> outbox.write(MailKey.of(MailKind.ACCEPTED, "CLA-2026-0001", member.id(), UUID.randomUUID()),
						member, aLetter(member)));

		ExecutorService nodes = Executors.newFixedThreadPool(2);
		try {
			for (Future<Object> done : nodes.invokeAll(List.of(hold, hold, hold, hold))) {
				done.get();
			}
		}
		finally {
			nodes.shutdown();
		}

		assertThat(jobs.waiting(member.id())).isOne();
		clock.set(seven);
		jobs.run(member.id());
		assertThat(text(digestsTo(member).get(0))).contains("New messages since your last daily email: 4");
	}

	@Test
	void a_mail_that_is_held_while_the_digest_is_written_waits_for_the_next_one() throws Exception {
		Person member = memberWho(DIGEST);
		hold(member);
		clock.set(seven);
		ExecutorService node = Executors.newSingleThreadExecutor();
		try {
			Future<?> meanwhile = new TransactionTemplate(transactions).execute(writing -> {
				jobs.run(member.id());
				Future<?> holding = node.submit(() -> hold(member));
				while (!holding.isDone() && !somebodyWaitsForALock()) {
					Thread.onSpinWait();
				}
				return holding;
			});
			meanwhile.get();
		}
		finally {
			node.shutdown();
		}
		assertThat(states(member)).containsExactlyInAnyOrder("HELD", "OUTGOING", "HELD");
		assertThat(jobs.waiting(member.id())).as("a timer of its own").isOne();
		clock.advance(Duration.ofDays(1));
		jobs.run(member.id());

		assertThat(digestsTo(member)).hasSize(2);
		assertThat(states(member)).doesNotContain("HELD");
	}

	private void hold(Person member) {
		new TransactionTemplate(transactions).executeWithoutResult(
				status -> outbox.write(MailKey.of(MailKind.ACCEPTED, "CLA-2026-0001", member.id(), UUID.randomUUID()),
						member, aLetter(member)));
	}

	private boolean somebodyWaitsForALock() {
		return jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
			.query(Long.class)
			.single() > 0;
	}

	private MailText aLetter(Person member) {
		return texts.to(member).subject("notifications.untitled").paragraph("notifications.untitled").signed("");
	}

	private void theServerIsDown() throws Exception {
		try (ServerSocket free = new ServerSocket(0)) {
			sender.setPort(free.getLocalPort());
		}
	}

}
