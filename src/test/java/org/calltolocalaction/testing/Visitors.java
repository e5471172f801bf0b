package org.calltolocalaction.testing;

import com.icegreen.greenmail.util.GreenMail;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DeskProperties;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * People who come to the desk, each with a browser of their own, however many links to
 * sign in others asked for.
 */
public class Visitors {

	private final DeskProperties desk;

	private final GreenMail mails;

	private final JdbcClient jdbc;

	Visitors(DeskProperties desk, GreenMail mails, JdbcClient jdbc) {
		this.desk = desk;
		this.mails = mails;
		this.jdbc = jdbc;
	}

	/** Somebody who is not signed in. */
	public Visitor anybody() {
		jdbc.sql("delete from sign_in_request").update();
		return new Visitor(desk.publicAddress(), mails);
	}

	public Visitor signedIn(Person person) {
		Visitor visitor = anybody();
		visitor.signsIn(person.email());
		return visitor;
	}

	/** The page at this address as the person reads it. */
	public String page(Person person, String address) {
		return signedIn(person).opens(address).text();
	}

}
