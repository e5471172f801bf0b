package org.calltolocalaction.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.calltolocalaction.governments.AcceptInvitation;
import org.calltolocalaction.governments.InviteColleague;
import org.calltolocalaction.governments.OpenInvitations;
import org.calltolocalaction.governments.RemoveMember;
import org.calltolocalaction.identity.EmailAddress;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.MailPreference;
import org.calltolocalaction.identity.MailPreference.Choice;
import org.calltolocalaction.identity.OpenAccount;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.UpdateProfile;
import org.calltolocalaction.kernel.Languages;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each person gets as much mail as they chose, and nothing is lost or sent twice over it. */
@DeskTest
class DigestTests {

	private static final ZoneId KAMPALA = ZoneId.of("Africa/Kampala");

	private static final MailPreference DIGEST = new MailPreference(Choice.DIGEST, 7);

	private static final MailPreference WHAT_NEEDS_ME = new MailPreference(Choice.WHAT_NEEDS_ME, 7);

	@Autowired
	private Story story;

	@Autowired
	private EngineJobs jobs;

	@Autowired
	private MutableClock clock;

	@Autowired
	private GreenMail server;

	@Autowired
	private JavaMailSenderImpl sender;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private UpdateProfile updateProfile;

	@Autowired
	private OpenAccount openAccount;

	@Autowired
	private People people;

	@Autowired
	private GrantRole grantRole;

	@Autowired
	private InviteColleague inviteColleague;

	@Autowired
	private AcceptInvitation acceptInvitation;

	@Autowired
	private OpenInvitations openInvitations;

	@Autowired
	private RemoveMember removeMember;

	@Autowired
	private WriteDigest writeDigest;

	@Autowired
	private DigestCalendar calendar;

	@Autowired
	private Outbox outbox;

	@Autowired
	private Letters letters;

	@Autowired
	private RuntimeService runtime;

	private int port;

	/** Noon of the first day, and seven o'clock of the second, where the members live. */
	private Instant noon;

	private Instant seven;

	static Stream<Locale> languages() {
		return Languages.ALL.stream();
	}

	@BeforeEach
	void aCallIsOpen() {
		port = sender.getPort();
		int year = story.anOpenEdition().value();
		noon = Instant.parse(year + "-05-01T09:00:00Z");
		seven = Instant.parse(year + "-05-02T04:00:00Z");
		clock.set(noon);
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
			.contains(in(language, "Since your last daily email there are 2 messages for you:",
					"Desde su último correo diario hay 2 mensajes para usted:",
					"Depuis votre dernier courriel quotidien, il y a 2 messages pour vous\u00a0:"))
			.contains(in(language, "Please open the pledge, make the changes", "Abra el compromiso",
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
		assertThat(text(digestsTo(member).get(1))).contains(later.value()).contains("there is 1 message");
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
		assertThatThrownBy(() -> mailsTo(member)).isInstanceOf(RuntimeException.class);
		assertThat(states(member)).containsExactly("OUTGOING", "HELD", "OUTGOING");

		// News that comes meanwhile is for another digest.
		story.allJudge(submittedUndelivered(member), "APPROVE");
		theServerIsUpAgain();
		clock.advance(Duration.ofMinutes(1));

		assertThat(digestsTo(member)).hasSize(1);
		assertThat(text(digestsTo(member).get(0))).contains("there is 1 message");
		assertThat(states(member)).contains("DIGESTED").containsOnlyOnce("HELD");
	}

	@Test
	void who_wants_only_what_needs_them_gets_that_at_once_and_not_the_rest() {
		Person member = memberWho(WHAT_NEEDS_ME);
		PledgeReference accepted = submitted(member);
		PledgeReference toChange = submitted(member);
		story.allJudge(accepted, "APPROVE");
		story.allJudge(toChange, "REQUEST_CHANGES");

		List<MimeMessage> mails = mailsTo(member);
		assertThat(mails).hasSize(3)
			.last()
			.satisfies(mail -> assertThat(subject(mail)).contains(toChange.value(), "changes requested"));
		assertThat(states(member)).containsExactlyInAnyOrder("OUTGOING", "OUTGOING", "DROPPED", "OUTGOING");
		assertThat(jobs.waiting(member.id())).isZero();
	}

	@Test
	void who_chose_nothing_gets_everything_now() {
		Person member = story.memberOf("Maputo");
		assertThat(member.mails()).isEqualTo(MailPreference.DEFAULT);
		story.allJudge(submitted(member), "APPROVE");

		assertThat(mailsTo(member)).hasSize(2);
	}

	@Test
	void coordinators_choose_alike() {
		Person coordinator = openAccount.of(address(), Locale.ENGLISH);
		grantRole.coordinator(story.coordinator(), EmailAddress.parse(coordinator.email()).orElseThrow());
		updateProfile.receiveMails(coordinator, DIGEST);
		PledgeReference reference = submitted(story.memberOf("Maputo"));
		story.judges("UCLG", reference, "APPROVE");
		story.judges("MMC", reference, "DECLINE");
		story.judges("IOM", reference, "APPROVE");
		jobs.run(reference);
		assertThat(mailsTo(coordinator)).isEmpty();

		clock.advance(Duration.ofDays(1));
		jobs.run(coordinator.id());

		assertThat(text(digestsTo(coordinator).get(0))).contains(reference.value(), "decision needed");
	}

	@Test
	void another_hour_counts_for_what_is_held_already() {
		Person member = memberWho(DIGEST);
		story.allJudge(submitted(member), "APPROVE");

		updateProfile.receiveMails(member, new MailPreference(Choice.DIGEST, 15));

		clock.set(noon.plus(Duration.ofHours(3)));
		jobs.run(member.id());
		assertThat(digestsTo(member)).as("at three in the afternoon of the same day").hasSize(1);
	}

	@Test
	void who_wants_everything_now_waits_no_longer_for_what_was_held() {
		Person member = memberWho(DIGEST);
		story.allJudge(submitted(member), "APPROVE");

		updateProfile.receiveMails(member, MailPreference.DEFAULT);
		jobs.run(member.id());

		assertThat(digestsTo(member)).hasSize(1);
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
	void a_removed_member_gets_no_digest_of_what_is_no_longer_theirs() {
		Person member = story.memberOf("Maputo");
		Person ben = openAccount.of(address(), Locale.ENGLISH);
		inviteColleague.invite(member, EmailAddress.parse(ben.email()).orElseThrow());
		acceptInvitation.accept(ben, openInvitations.to(ben).get(0).id());
		updateProfile.receiveMails(ben, DIGEST);
		story.allJudge(submitted(member), "REQUEST_CHANGES");
		assertThat(states(ben)).contains("HELD");

		removeMember.remove(member, ben.id());

		clock.advance(Duration.ofDays(1));
		jobs.run(ben.id());
		assertThat(digestsTo(ben)).isEmpty();
		assertThat(states(ben)).doesNotContain("HELD").contains("DROPPED");
		assertThat(mailsTo(ben)).as("the end of the membership")
			.anySatisfy(mail -> assertThat(subject(mail)).contains("You no longer act for"));
	}

	@Test
	void two_mails_that_are_held_at_once_wait_for_one_digest() throws Exception {
		Person member = memberWho(DIGEST);
		Callable<Object> hold = () -> new TransactionTemplate(transactions).execute(status -> outbox.write(
				MailKey.of(MailKind.ACCEPTED, "CLA-2026-0001", member.id(), UUID.randomUUID()), member, aLetter(member)));

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
		assertThat(text(digestsTo(member).get(0))).contains("there are 4 messages");
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

	@ParameterizedTest
	@CsvSource({ "Africa/Kampala, 7, 2026-05-01T03:59:59Z, 2026-05-01T04:00:00Z",
			"Africa/Kampala, 7, 2026-05-01T04:00:00Z, 2026-05-02T04:00:00Z",
			"America/Bogota, 0, 2026-05-01T04:30:00Z, 2026-05-01T05:00:00Z",
			"Asia/Kathmandu, 23, 2026-05-01T12:00:00Z, 2026-05-01T17:15:00Z",
			"Europe/Madrid, 2, 2026-03-28T23:30:00Z, 2026-03-29T01:00:00Z",
			"Europe/Madrid, 7, 2026-10-24T12:00:00Z, 2026-10-25T06:00:00Z" })
	void a_digest_is_due_when_the_readers_clock_shows_the_hour(ZoneId zone, int hour, Instant now, Instant due) {
		Person reader = openAccount.of(address(), Locale.ENGLISH);
		updateProfile.introduce(reader, "Reader", Locale.ENGLISH, zone);
		updateProfile.receiveMails(reader, new MailPreference(Choice.DIGEST, hour));
		clock.set(now);

		assertThat(calendar.due(reader.id())).isEqualTo(due);
	}

	@Test
	void each_kind_of_mail_can_wait_or_not() {
		assertThat(MailKind.values()).filteredOn(MailKind::alwaysSent)
			.containsExactly(MailKind.RECEIPT, MailKind.LOOKED_AT_AGAIN, MailKind.REVIEWS_GIVEN, MailKind.REVIEW_REOPENED,
					MailKind.REVIEW_STILL_OVERDUE, MailKind.INVITATION, MailKind.MEMBER_REMOVED,
					MailKind.REVIEW_ESCALATED, MailKind.MENTIONED, MailKind.DIGEST);
		assertThat(MailKind.values()).filteredOn(kind -> kind.stateFor(WHAT_NEEDS_ME) == MailState.DROPPED)
			.containsExactly(MailKind.ACCEPTED, MailKind.DECLINED, MailKind.CARRIED_OVER, MailKind.RETURNED,
					MailKind.INCLUDED, MailKind.REVIEWS_MOVED_ON);
		assertThat(MailKind.values()).filteredOn(kind -> kind.stateFor(DIGEST) == MailState.OUTGOING)
			.allMatch(MailKind::alwaysSent);
		assertThat(MailKind.values()).allMatch(kind -> kind.stateFor(MailPreference.DEFAULT) == MailState.OUTGOING);
	}

	private Person memberWho(MailPreference preference) {
		return memberWho(preference, Locale.ENGLISH);
	}

	private Person memberWho(MailPreference preference, Locale language) {
		Person member = story.memberOf("Maputo", language, KAMPALA);
		updateProfile.receiveMails(member, preference);
		return people.person(member.id());
	}

	/** Its receipt is delivered. */
	private PledgeReference submitted(Person member) {
		PledgeReference reference = submittedUndelivered(member);
		mailsTo(member);
		return reference;
	}

	private PledgeReference submittedUndelivered(Person member) {
		PledgeReference reference = story.aSubmittedPledgeBy(member);
		jobs.run(reference);
		return reference;
	}

	private void hold(Person member) {
		new TransactionTemplate(transactions).executeWithoutResult(status -> outbox.write(
				MailKey.of(MailKind.ACCEPTED, "CLA-2026-0001", member.id(), UUID.randomUUID()), member, aLetter(member)));
	}

	private boolean somebodyWaitsForALock() {
		return jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
			.query(Long.class)
			.single() > 0;
	}

	private Letter aLetter(Person member) {
		return letters.to(member).subject("notifications.untitled").paragraph("notifications.untitled").signed("");
	}

	/** What the person finds in their mailbox once everything that is on its way is delivered. */
	private List<MimeMessage> mailsTo(Person person) {
		jdbc.sql("select id from mail where recipient = ? and sent_at is null and state = 'OUTGOING' order by created_at")
			.param(person.email())
			.query(UUID.class)
			.list()
			.forEach(jobs::run);
		return Arrays.stream(server.getReceivedMessages()).filter(mail -> isTo(mail, person)).toList();
	}

	private List<MimeMessage> digestsTo(Person person) {
		return mailsTo(person).stream().filter(mail -> text(mail).contains("daily email there")).toList();
	}

	/** What became of each mail to the person, in the order in which they were written. */
	private List<String> states(Person person) {
		return jdbc.sql("select state from mail where recipient = ? order by created_at, state desc")
			.param(person.email())
			.query(String.class)
			.list();
	}

	private void theServerIsDown() throws Exception {
		try (ServerSocket free = new ServerSocket(0)) {
			sender.setPort(free.getLocalPort());
		}
	}

	private static EmailAddress address() {
		return EmailAddress.parse("reader." + UUID.randomUUID() + "@example.org").orElseThrow();
	}

	private static String in(Locale language, String english, String spanish, String french) {
		return MailTest.in(language, english, spanish, french);
	}

	private static String text(MimeMessage mail) {
		return MailTest.text(mail);
	}

	private static String subject(MimeMessage mail) {
		return MailTest.subject(mail);
	}

	private static boolean isTo(MimeMessage mail, Person person) {
		try {
			return mail.getAllRecipients()[0].toString().equals(person.email());
		}
		catch (MessagingException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

}
