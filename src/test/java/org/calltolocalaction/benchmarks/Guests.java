package org.calltolocalaction.benchmarks;

import com.icegreen.greenmail.util.GreenMail;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.testing.Visitor;
import org.springframework.security.authentication.ott.GenerateOneTimeTokenRequest;
import org.springframework.security.authentication.ott.OneTimeTokenService;

/**
 * Signs people in without a mail, of which nobody may ask for many at once. Imported by
 * the benchmarks that need it.
 */
class Guests {

	private final DeskProperties desk;

	private final GreenMail mails;

	private final OneTimeTokenService tokens;

	Guests(DeskProperties desk, GreenMail mails, OneTimeTokenService tokens) {
		this.desk = desk;
		this.mails = mails;
		this.tokens = tokens;
	}

	Visitor signedIn(Person person) {
		Visitor visitor = new Visitor(desk.publicAddress(), mails);
		visitor.opens("/sign-in/link?token="
				+ tokens.generate(new GenerateOneTimeTokenRequest(person.email())).getTokenValue());
		visitor.followsOpenedLink();
		return visitor;
	}

}
