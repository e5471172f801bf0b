package org.calltolocalaction.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.testing.AwkwardMailServer;
import org.calltolocalaction.testing.Deliveries;
import org.calltolocalaction.testing.Inbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Mails that do not arrive, said by the server at once and by a report hours later, and
 * an answer: a coordinator deals with each from the overview on.
 */
class BouncedMailJourneyTests extends Journey {

	@Autowired
	private JavaMailSenderImpl sender;

	@Autowired
	private Deliveries deliveries;

	@Autowired
	private Inbox inbox;

	@Autowired
	private JdbcClient jdbc;

	private int port;

	@BeforeEach
	void rememberTheServer() {
		port = sender.getPort();
	}

	@AfterEach
	void theServerIsUpAgain() {
		sender.setPort(port);
	}

	@Test
	void a_coordinator_corrects_addresses_at_which_no_mail_arrives_and_reads_an_answer() {
		story.anOpenEdition();
		Person refused = story.memberOf("Kampala");
		Person late = story.memberOf("Quito");
		PledgeReference first = submitted(refused);
		PledgeReference second = submitted(late);
		try (AwkwardMailServer server = AwkwardMailServer.thatKnowsAsciiOnly().answering("550 5.1.1 no such user")) {
			sender.setPort(server.port());
			deliveries.deliverTo(refused.email());
		}
		sender.setPort(port);
		deliveries.deliverTo(late.email());
		inbox
			.gets(Inbox.report("desk@calltolocalaction.example", "failed", "5.1.1",
					"<" + mailTo(late, second) + "@localhost>"))
			.isLookedInto();

		PersonAtBrowser laura = signedIn(story.coordinator());
		laura.opens("/coordination").follows(words("inbox.title"));
		laura.sees(refused.email(), late.email());
		laura.opens("/coordination/pledges/" + first).follows(words("inbox.task.BOUNCED", refused.email()));
		laura.presses(words("inbox.again.button")).seesErrorsThatLeadToTheirFields();
		laura.fills(Map.of("to", "another", "other", "ana@kampala.example"))
			.presses(words("inbox.again.button"))
			.isTold(words("inbox.sent-again"));
		assertThat(postbox.everythingTo("ana@kampala.example")).contains(first.value());
		laura.opens("/coordination/pledges/" + first).sees(words("coordination.act.mail.resent"));

		PersonAtBrowser onAPhone = signedIn(story.coordinator(), PageChecks.SMALL, false);
		onAPhone.opens("/coordination/pledges/" + second).follows(words("inbox.task.BOUNCED", late.email()));
		onAPhone.fills(Map.of("how", "CALLED", "note", "She writes from another address now"))
			.presses(words("inbox.end.button"))
			.isTold(words("inbox.ended"));

		inbox.gets(Inbox.answer("stranger@elsewhere.example", "desk@calltolocalaction.example", "We agree with this."))
			.isLookedInto();
		laura.opens("/coordination/quarantine").follows("Re: Your pledge");
		laura.fills(Map.of("pledge", second.value()))
			.presses(words("inbox.assign.button"))
			.isTold(words("inbox.assigned"))
			.sees("We agree with this.", words("coordination.act.mail.assigned"));
	}

	private PledgeReference submitted(Person member) {
		PledgeReference reference = story.aSubmittedPledgeBy(member);
		jobs.run(reference);
		return reference;
	}

	private String mailTo(Person member, PledgeReference about) {
		return jdbc.sql("select id from mail where recipient = ? and about = ? order by created_at limit 1")
			.params(member.email(), about.value())
			.query(String.class)
			.single();
	}

}
