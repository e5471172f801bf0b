package org.calltolocalaction.testing;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;

/**
 * A real SMTP server, one for all tests of a run, that keeps what it is sent for the test
 * to read.
 */
final class TestMailServer {

	private TestMailServer() {
	}

	static GreenMail instance() {
		return Holder.SERVER;
	}

	private static final class Holder {

		private static final GreenMail SERVER = start();

		private static GreenMail start() {
			GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort())
				.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
			server.start();
			return server;
		}

	}

}
