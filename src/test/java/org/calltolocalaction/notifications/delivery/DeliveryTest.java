package org.calltolocalaction.notifications.delivery;

import java.net.ServerSocket;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.notifications.LoggedMail;
import org.calltolocalaction.notifications.MailTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A test of mails that are handed to a server, which a test may choose. */
abstract class DeliveryTest extends MailTest {

	@Autowired
	JavaMailSenderImpl sender;

	private int port;

	@BeforeEach
	void rememberTheServer() {
		port = sender.getPort();
	}

	@AfterEach
	void theServerIsUpAgain() {
		sender.setPort(port);
	}

	Person givenAReceipt() {
		given.anOpenCall();
		Person member = given.aMember(Languages.FRENCH);
		pledgeMails.receipt(given.aSubmittedPledge(member, "Parks"));
		return member;
	}

	LoggedMail theLogged() {
		return log.recent(1)
			.mails()
			.stream()
			.filter(mail -> mail.id().equals(written().get(0)))
			.findFirst()
			.orElseThrow();
	}

	void theServerIsDown() throws Exception {
		try (ServerSocket free = new ServerSocket(0)) {
			sender.setPort(free.getLocalPort());
		}
	}

}
