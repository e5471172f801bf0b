package org.calltolocalaction.identity;

import java.time.ZoneId;
import java.util.Locale;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.address.Links;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person says how they are called, which language they read, in which zone they live
 * and how much mail they want.
 */
@Service
@Transactional
public class UpdateProfile {

	public static final int LONGEST_NAME = 120;

	private final Accounts accounts;

	private final ApplicationEventPublisher events;

	UpdateProfile(Accounts accounts, ApplicationEventPublisher events) {
		this.accounts = accounts;
		this.events = events;
	}

	/** Whether this may stand in mails to people who do not know its bearer. */
	public static boolean plausibleName(String name) {
		return !Links.in(name);
	}

	public void introduce(Person person, String name, Locale language, ZoneId zone) {
		String given = Text.NAME.of(name);
		if (given.length() > LONGEST_NAME) {
			throw new IllegalArgumentException(
					"A name has up to " + LONGEST_NAME + " characters, not " + given.length());
		}
		if (!plausibleName(given)) {
			throw new IllegalArgumentException("A name stands in mails to others: it leads nowhere");
		}
		accounts.findById(person.id().value())
			.orElseThrow(() -> new NotFound("Account " + person.id()))
			.introduce(given, Languages.nearest(language), zone);
	}

	/**
	 * Takes over a browser's zone for somebody who has not introduced themselves yet, so
	 * that times are theirs at once.
	 */
	public void guessZone(Person person, ZoneId zone) {
		accounts.findById(person.id().value())
			.orElseThrow(() -> new NotFound("Account " + person.id()))
			.guessZone(zone);
	}

	public void receiveMails(Person person, MailPreference preference) {
		accounts.findById(person.id().value())
			.orElseThrow(() -> new NotFound("Account " + person.id()))
			.receiveMails(preference);
		events.publishEvent(new MailsRearranged(person.id()));
	}

	/**
	 * Remembers the language chosen at the top of a page; mails come in it from now on.
	 */
	public void speak(Person person, Locale language) {
		accounts.speak(person.id().value(), Languages.nearest(language).getLanguage());
	}

}
