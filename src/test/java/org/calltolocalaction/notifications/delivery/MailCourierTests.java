package org.calltolocalaction.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.notifications.Given;
import org.calltolocalaction.notifications.MailTest;
import org.calltolocalaction.notifications.digest.GatherNotices;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.notifications.outbox.OutboxFigures;
import org.calltolocalaction.notifications.outbox.OutboxHealthIndicator;
import org.calltolocalaction.post.PostOffice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The threads that send, as they run on two nodes. */
class MailCourierTests extends MailTest {

	@Autowired
	private GatherNotices gather;

	@Autowired
	private OutboxFigures figures;

	@Autowired
	private PostOffice postOffice;

	private MailCourier node;

	private MailCourier other;

	@BeforeEach
	void two_nodes() {
		jdbc.sql("update mail set next_attempt_at = null where next_attempt_at is not null").update();
		node = new MailCourier(deliverMail, gather, figures, clock);
		other = new MailCourier(deliverMail, gather, figures, clock);
	}

	@AfterEach
	void stop() {
		for (MailCourier courier : List.of(node, other)) {
			if (courier.isRunning()) {
				courier.stop();
			}
		}
	}

	@Test
	void each_mail_is_sent_once_by_one_of_them() {
		given.anOpenCall();
		Person member = given.aMember(Languages.ENGLISH);
		IntStream.range(0, 30)
			.mapToObj(number -> given.aSubmittedPledge(member, "Parks " + number))
			.forEach(pledgeMails::receipt);

		node.begin();
		other.begin();

		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> unsent() == 0);
		assertThat(Arrays.stream(server.getReceivedMessages()).map(MailTest::subject).distinct()).hasSize(30);
		assertThat(server.getReceivedMessages()).hasSize(30);
	}

	@Test
	void what_falls_due_together_is_one_mail_although_both_gather() {
		given.anOpenCall();
		given.noLead(Given.MMC);
		Person coordinator = given.aCoordinator(Languages.ENGLISH);
		Person member = given.aMember(Languages.ENGLISH);
		List.of("Parks", "Schools", "Homes").forEach(title -> {
			var pledge = given.aSubmittedPledge(member, title);
			given.underReviewBy(pledge, Given.MMC);
			clock.advance(Duration.ofDays(40));
			reviewRoundMails.tellCoordinators(pledge);
		});
		node.begin();
		other.begin();
		clock.advance(Outbox.GATHERING);

		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(server.getReceivedMessages()).isNotEmpty());
		node.stop();
		other.stop();
		MimeMessage mail = theMailTo(coordinator);
		assertThat(text(mail)).contains("(3):");
	}

	@Test
	void a_node_that_stopped_sends_nothing_any_more_and_another_goes_on() {
		given.anOpenCall();
		Person member = given.aMember(Languages.ENGLISH);
		node.begin();
		node.stop();
		pledgeMails.receipt(given.aSubmittedPledge(member, "Parks"));
		assertThat(node.isRunning()).isFalse();
		assertThat(unsent()).isOne();

		other.begin();

		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> unsent() == 0);
	}

	@Test
	void health_tells_what_waits_and_what_has_failed_and_is_up() {
		given.anOpenCall();
		jdbc.sql("update mail set state = 'OUTGOING' where state = 'FAILED'").update();
		pledgeMails.receipt(given.aSubmittedPledge(given.aMember(Languages.ENGLISH), "Parks"));
		pledgeMails.receipt(given.aSubmittedPledge(given.aMember(Languages.ENGLISH), "Schools"));
		jdbc.sql("update mail set state = 'FAILED', next_attempt_at = null where id = ?")
			.param(written().get(0).value())
			.update();

		figures.read();

		var health = new OutboxHealthIndicator(figures, postOffice).health();
		assertThat(health.getStatus().getCode()).isEqualTo("UP");
		assertThat(health.getDetails()).containsEntry("waiting", 1L)
			.containsEntry("failed", 1L)
			.containsKey("oldest")
			.doesNotContainKey("trouble");
	}

	private long unsent() {
		return jdbc.sql("select count(*) from mail where next_attempt_at is not null").query(Long.class).single();
	}

}
