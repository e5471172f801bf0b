package org.calltolocalaction.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.MailState;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.post.RefusalReason;
import org.calltolocalaction.post.RefusedAddresses;
import org.calltolocalaction.post.RefusedAddresses.RefusedAddress;
import org.calltolocalaction.testing.AwkwardMailServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What becomes of a mail by what its server says, and how far the conversation had come.
 */
class AnswersOfMailServersTests extends DeliveryTest {

	@Autowired
	private RefusedAddresses refusedAddresses;

	@Test
	void an_address_that_does_not_exist_ends_the_delivery_and_is_remembered_until_a_mail_arrives() throws Exception {
		Person member = givenAReceipt();
		try (AwkwardMailServer awkward = AwkwardMailServer.thatKnowsAsciiOnly().answering("550 5.1.1 no such user")) {
			sender.setPort(awkward.port());

			deliverMail.deliver(written().get(0));
			deliverMail.deliver(written().get(0));

			assertThat(awkward.recipients()).hasSize(1);
		}
		assertThat(theLogged().state()).isEqualTo(MailState.UNDELIVERABLE);
		assertThat(theLogged().attempts()).isEqualTo(1);
		assertThat(theLogged().lastError().orElseThrow()).contains("550 5.1.1 no such user");
		assertThat(refusedAddresses.of(member.email())).map(RefusedAddress::reason)
			.contains(RefusalReason.NO_SUCH_MAILBOX);
		theServerIsUpAgain();
		PledgeReference another = given.aSubmittedPledge(member, "Schools");
		pledgeMails.receipt(another);
		assertThat(mailsTo(member)).hasSize(1);
		assertThat(refusedAddresses.of(member.email())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "RCPT | 550 5.1.1 no such user | UNDELIVERABLE", "RCPT | 552 5.2.2 mailbox full | UNDELIVERABLE",
					"RCPT | 553 sorry | UNDELIVERABLE", "RCPT | 554 5.7.1 blocked by policy | FAILED",
					"DATA | 554 no valid recipients, mailbox gone | UNDELIVERABLE",
					"DATA | 550 5.3.4 not today | FAILED", "CONTENT | 550 5.1.1 no such user | UNDELIVERABLE",
					"CONTENT | 552 5.3.4 too large | FAILED", "CONTENT | 554 5.7.1 looks like spam | FAILED",
					"CONTENT | 550 rejected | FAILED" })
	void what_is_refused_for_good_at_whatever_point_is_not_tried_again(String command, String answer, MailState state)
			throws Exception {
		givenAReceipt();
		try (AwkwardMailServer awkward = AwkwardMailServer.thatKnowsAsciiOnly().saying(command, answer)) {
			sender.setPort(awkward.port());

			deliverMail.deliver(written().get(0));
			clock.advance(Duration.ofDays(1));

			assertThat(deliverMail.deliver(written().get(0))).isFalse();
			assertThat(awkward.recipients()).hasSize(1);
		}
		assertThat(theLogged().state()).isEqualTo(state);
		assertThat(theLogged().lastError().orElseThrow()).contains(answer);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "GREETING | 554 5.7.1 you are on a list", "EHLO | ''", "MAIL | 550 5.7.1 sender refused",
					"MAIL | 553 5.1.8 no such sender", "MAIL | 451 4.3.0 later", "RCPT | 450 4.7.1 greylisted",
					"RCPT | 452 4.2.2 mailbox full", "RCPT | 421 4.3.2 closing", "RCPT | 550 5.7.1 relaying denied",
					"RCPT | 530 5.7.0 authentication required", "DATA | 451 4.3.0 later",
					"CONTENT | 452 4.3.1 no space", "RCPT | ''", "CONTENT | ''", "MAIL | ''" })
	void what_may_pass_or_is_our_own_fault_is_tried_again_and_says_nothing_of_the_address(String command, String answer)
			throws Exception {
		Person member = givenAReceipt();
		try (AwkwardMailServer awkward = AwkwardMailServer.thatKnowsAsciiOnly().saying(command, answer)) {
			sender.setPort(awkward.port());

			deliverMail.deliver(written().get(0));
		}
		assertThat(theLogged().state()).isEqualTo(MailState.OUTGOING);
		assertThat(theLogged().attempts()).isEqualTo(1);
		assertThat(theLogged().lastError()).isPresent();
		assertThat(refusedAddresses.of(member.email())).isEmpty();
		theServerIsUpAgain();
		assertThat(deliverMail.deliver(written().get(0))).as("a minute later").isFalse();
		clock.advance(Duration.ofMinutes(1));
		assertThat(deliverMail.deliver(written().get(0))).isTrue();
		assertThat(theLogged().sent()).isTrue();
	}

	@Test
	void a_mail_that_is_put_off_each_time_is_tried_less_and_less_often_and_given_up_after_five_days() throws Exception {
		givenAReceipt();
		Instant begun = clock.instant();
		List<Duration> tries = new ArrayList<>();
		try (AwkwardMailServer awkward = AwkwardMailServer.thatKnowsAsciiOnly().answering("451 4.3.0 later")) {
			sender.setPort(awkward.port());
			while (theLogged().state() == MailState.OUTGOING) {
				clock.set(nextAttempt());
				tries.add(Duration.between(begun, clock.instant()));
				deliverMail.deliver(written().get(0));
			}
		}

		assertThat(tries).startsWith(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(6),
				Duration.ofMinutes(21), Duration.ofMinutes(81), Duration.ofMinutes(321));
		assertThat(tries.get(tries.size() - 1)).isBetween(Duration.ofDays(5).minusHours(4), Duration.ofDays(5));
		assertThat(theLogged().state()).isEqualTo(MailState.FAILED);
		// As docs/operations.md says.
		jdbc.sql("update mail set state = 'OUTGOING', next_attempt_at = now() where state = 'FAILED'").update();
		theServerIsUpAgain();
		clock.reset();
		assertThat(deliverMail.deliver(written().get(0))).isTrue();
		assertThat(theLogged().sent()).isTrue();
	}

	@Test
	void however_long_the_server_is_down_no_mail_is_given_up() throws Exception {
		Person member = givenAReceipt();
		theServerIsDown();
		for (int day = 0; day < 8; day++) {
			clock.advance(Duration.ofDays(1));
			deliverMail.deliver(written().get(0));
		}
		assertThat(theLogged().state()).isEqualTo(MailState.OUTGOING);

		theServerIsUpAgain();
		assertThat(mailsTo(member)).hasSize(1);
	}

	@Test
	void a_server_in_trouble_is_asked_once_a_minute_and_the_other_mails_are_not_touched() throws Exception {
		// What other tests left is not to be in the way.
		jdbc.sql("update mail set next_attempt_at = null where next_attempt_at is not null").update();
		givenAReceipt();
		for (int number = 0; number < 5; number++) {
			pledgeMails.receipt(given.aSubmittedPledge(given.aMember(Languages.ENGLISH), "Parks"));
		}
		jdbc.sql("update mail set next_attempt_at = created_at - interval '1 day' where id in (:ids)")
			.param("ids", written().stream().map(MailId::value).toList())
			.update();
		try (AwkwardMailServer awkward = AwkwardMailServer.thatKnowsAsciiOnly()
			.saying("MAIL", "550 5.7.1 not from here")) {
			sender.setPort(awkward.port());
			whileThereAreAny();
			assertThat(timesAsked(awkward)).isEqualTo(3);
			clock.advance(Duration.ofSeconds(59));
			assertThat(deliverMail.deliverNext()).isFalse();
			clock.advance(Duration.ofSeconds(1));
			assertThat(deliverMail.deliverNext()).isTrue();
			assertThat(deliverMail.deliverNext()).isFalse();
			assertThat(timesAsked(awkward)).isEqualTo(4);

			awkward.saying("MAIL", "250 ok");
			clock.advance(Duration.ofMinutes(1));
			whileThereAreAny();
			assertThat(awkward.mails()).hasSizeGreaterThanOrEqualTo(6);
		}
		assertThat(jdbc.sql("select count(*) from mail where id in (:ids) and sent_at is null")
			.param("ids", written().stream().map(MailId::value).toList())
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void a_server_that_took_a_mail_and_then_hangs_has_taken_it() throws Exception {
		givenAReceipt();
		try (AwkwardMailServer awkward = AwkwardMailServer.thatKnowsAsciiOnly()
			.saying("QUIT", AwkwardMailServer.HANGS)) {
			sender.setPort(awkward.port());

			deliverMail.deliver(written().get(0));

			assertThat(theLogged().sent()).isTrue();
		}
	}

	@Test
	void a_mail_to_a_mailbox_that_the_server_cannot_be_told_of_goes_to_nobody_and_says_why() throws Exception {
		givenAReceipt();
		jdbc.sql("update mail set recipient = ? where id = ?")
			.params("łukasz@city.example", written().get(0).value())
			.update();
		try (AwkwardMailServer awkward = AwkwardMailServer.thatKnowsAsciiOnly()) {
			sender.setPort(awkward.port());

			deliverMail.deliver(written().get(0));

			assertThat(awkward.recipients()).isEmpty();
		}
		assertThat(theLogged().state()).isEqualTo(MailState.UNDELIVERABLE);
		assertThat(refusedAddresses.of("łukasz@city.example")).map(RefusedAddress::reason)
			.contains(RefusalReason.NEEDS_UTF8);
	}

	@Test
	void an_address_from_before_that_no_server_accepts_is_named_and_holds_nothing_up() {
		givenAReceipt();
		jdbc.sql("update mail set recipient = ? where id = ?")
			.params(".bob@city.example", written().get(0).value())
			.update();

		deliverMail.deliver(written().get(0));

		assertThat(theLogged().state()).isEqualTo(MailState.UNDELIVERABLE);
		assertThat(refusedAddresses.of(".bob@city.example")).map(RefusedAddress::reason)
			.contains(RefusalReason.NO_ADDRESS);
	}

	private void whileThereAreAny() {
		boolean any = true;
		while (any) {
			any = deliverMail.deliverNext();
		}
	}

	private static long timesAsked(AwkwardMailServer server) {
		return server.commands().stream().filter(line -> line.startsWith("MAIL FROM:")).count();
	}

	private Instant nextAttempt() {
		return jdbc.sql("select next_attempt_at from mail where id = ?")
			.param(written().get(0).value())
			.query(Timestamp.class)
			.single()
			.toInstant();
	}

}
