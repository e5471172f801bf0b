package org.calltolocalaction.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.digest.GatherNotices;
import org.calltolocalaction.notifications.outbox.OutboxFigures;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.testing.AwkwardMailServer;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.testing.Visitors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A mail server takes the connection and says nothing: nothing waits for it but mails.
 */
@DeskTest
class HangingMailServerTests {

	private static final String TIMEOUT = "mail.smtp.timeout";

	@Autowired
	private Story story;

	@Autowired
	private Visitors visitors;

	@Autowired
	private DeliverMail deliverMail;

	@Autowired
	private GatherNotices gather;

	@Autowired
	private OutboxFigures figures;

	@Autowired
	private MutableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private DataSource dataSource;

	@Autowired
	private JavaMailSenderImpl sender;

	private AwkwardMailServer silent;

	private MailCourier courier;

	private int port;

	private String patience;

	private Person member;

	@BeforeEach
	void mails_wait_for_a_server_that_is_silent() {
		story.aSharedCall();
		member = story.memberOf("Kampala");
		story.aPledgeUnderReviewBy(member);
		story.aPledgeUnderReviewBy(member);
		story.aPledgeUnderReviewBy(member);
		port = sender.getPort();
		silent = AwkwardMailServer.thatKnowsAsciiOnly();
		sender.setPort(silent.port());
		// Longer than the test, which is to find everybody waiting.
		Properties session = sender.getSession().getProperties();
		patience = session.getProperty(TIMEOUT);
		session.setProperty(TIMEOUT, "60000");
		courier = new MailCourier(deliverMail, gather, figures, clock);
	}

	@AfterEach
	void the_server_is_back() {
		silent.close();
		if (courier.isRunning()) {
			courier.stop();
		}
		sender.getSession().getProperties().setProperty(TIMEOUT, patience);
		sender.setPort(port);
	}

	@ParameterizedTest
	@ValueSource(strings = { AwkwardMailServer.GREETING, "MAIL", "DATA" })
	void submissions_reviews_and_decisions_go_on_and_no_connection_to_the_database_is_held(String command) {
		everybodyWaits(command);
		everyConnectionIsFree();

		PledgeReference reference = story.aPledgeUnderReviewBy(member);
		story.allJudge(reference, "APPROVE");

		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.INCLUDED);
		assertThat(visitors.anybody().opens("/pledges/" + reference).status()).isEqualTo(200);
		assertThat(silent.silences()).as("and all the while they wait").isEqualTo(3);
		everyConnectionIsFree();
	}

	@Test
	void who_asks_for_a_link_has_the_page_at_once() {
		everybodyWaits("DATA");
		for (String name : List.of("ana", "ben")) {
			Visitor visitor = visitors.anybody();
			visitor.opens("/sign-in");
			assertThat(visitor.sends("/sign-in", Map.of("email", name + UUID.randomUUID() + "@example.org")).path())
				.isEqualTo("/sign-in/sent");
		}

		Awaitility.await("the links wait, too").atMost(Duration.ofSeconds(5)).until(() -> silent.silences() == 5);
		everyConnectionIsFree();
	}

	@Test
	void mails_that_were_under_way_are_sent_when_there_is_a_server_again() {
		everybodyWaits("DATA");
		silent.close();
		courier.stop();
		sender.setPort(port);

		clock.advance(OutgoingMails.LEASE);
		jdbc.sql("select id from mail where recipient = ? and state = 'OUTGOING'")
			.param(member.email())
			.query((row, number) -> new MailId(row.getObject("id", UUID.class)))
			.list()
			.forEach(deliverMail::deliver);

		assertThat(jdbc.sql("select count(*) from mail where recipient = ? and state = 'OUTGOING' and sent_at is null")
			.param(member.email())
			.query(Long.class)
			.single()).isZero();
	}

	private void everybodyWaits(String command) {
		silent.saying(command, AwkwardMailServer.HANGS);
		// What other tests left is not to be in the way.
		jdbc.sql("update mail set next_attempt_at = null where recipient <> ?").param(member.email()).update();
		courier.begin();
		Awaitility.await("all couriers wait").atMost(Duration.ofSeconds(10)).until(() -> silent.silences() == 3);
	}

	private void everyConnectionIsFree() {
		Awaitility.await("all connections are free").atMost(Duration.ofSeconds(5)).until(() -> connectionsInUse() == 0);
	}

	private int connectionsInUse() throws SQLException {
		return dataSource.unwrap(HikariDataSource.class).getHikariPoolMXBean().getActiveConnections();
	}

}
