package org.calltolocalaction.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.testing.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

@DeskTest
class DeskForRealTests {

	@Autowired
	private ApplicationContext desk;

	@Autowired
	private DeskProperties properties;

	@Autowired
	private JavaMailSender mails;

	@Autowired
	private GreenMail mailServer;

	@LocalServerPort
	private int port;

	@Test
	void a_desk_with_a_database_has_nothing_of_the_try_out() {
		assertThat(properties.tryout()).isFalse();
		assertThat(desk.getBeansOfType(EmbeddedDatabase.class)).isEmpty();
		assertThat(desk.getBeansOfType(LocalMailbox.class)).isEmpty();
		assertThat(desk.getBeansOfType(MailboxPage.class)).isEmpty();
	}

	@Test
	void mails_go_through_the_mail_server() throws Exception {
		SimpleMailMessage message = new SimpleMailMessage();
		message.setFrom(properties.mailFrom());
		message.setTo("ana@example.org");
		message.setSubject("for real");
		message.setText("text");
		mails.send(message);

		assertThat(mailServer.getReceivedMessages()).singleElement()
			.satisfies(received -> assertThat(received.getSubject()).isEqualTo("for real"));
	}

	@Test
	void the_public_address_is_where_the_desk_serves() {
		assertThat(properties.publicAddress()).hasToString("http://localhost:" + port);
		assertThat(properties.addressOf("/my")).hasToString("http://localhost:" + port + "/my");
	}

}
