package org.calltolocalaction.testing;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;

/**
 * A real SMTP server, one for all tests of a run, that keeps what it is sent for the test
 * to read; with the mailbox to which answers come, which the desk reads by IMAP.
 */
final class TestMailServer {

	static final String INBOX = "desk@calltolocalaction.example";

	static final String INBOX_USER = "inbox";

	static final String INBOX_PASSWORD = "only for tests";

	private TestMailServer() {
	}

	static GreenMail instance() {
		return Holder.SERVER;
	}

	private static final class Holder {

		private static final GreenMail SERVER = start();

		private static GreenMail start() {
			GreenMail server = new GreenMail(
					new ServerSetup[] { ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.IMAP.dynamicPort() })
				.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
			server.start();
			server.setUser(INBOX, INBOX_USER, INBOX_PASSWORD);
			return server;
		}

	}

}
