package org.calltolocalaction.pledges.signoff.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.text.DateFormats;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.signoff.DraftReading;
import org.calltolocalaction.pledges.signoff.DraftSignOff;
import org.calltolocalaction.pledges.signoff.DraftSignOffs;
import org.calltolocalaction.pledges.signoff.ReadingLink;
import org.calltolocalaction.pledges.signoff.ReadingToken;
import org.calltolocalaction.pledges.signoff.SignOff;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriUtils;

/**
 * Puts together what members see of the approval of their draft: what was said, by which
 * links it can be read, and the link that they have just made.
 */
@Component
@Transactional(readOnly = true)
class SignOffPages {

	private final MyPledges mine;

	private final DraftSignOffs signOffs;

	private final DraftReading reading;

	private final People people;

	private final DeskProperties properties;

	private final DateFormats dates;

	private final MessageSource messages;

	SignOffPages(MyPledges mine, DraftSignOffs signOffs, DraftReading reading, People people, DeskProperties properties,
			DateFormats dates, MessageSource messages) {
		this.mine = mine;
		this.signOffs = signOffs;
		this.reading = reading;
		this.people = people;
		this.properties = properties;
		this.dates = dates;
		this.messages = messages;
	}

	/**
	 * What members see.
	 *
	 * @param complete whether all that has to be answered is
	 * @param read the hash of the text as it is
	 * @param days how many a link works
	 * @param said what was said so far, newest first
	 * @param made the link that was made just now; null where none was
	 */
	record SignOffPage(Pledge pledge, Government government, String title, DraftSignOff signOff, boolean complete,
			String read, long days, List<LinkLine> links, List<SignOff> said, @Nullable MadeLink made) {

		/** Where members have their files, letters among them. */
		public String filesAddress() {
			return "/my/pledges/" + pledge.reference() + "/files";
		}

	}

	/**
	 * An open link.
	 *
	 * @param by how the member signs who made it
	 */
	record LinkLine(ReadingLink link, String by) {
	}

	/**
	 * A link, this once with its secret.
	 *
	 * @param mail the address of a prepared email with it
	 */
	record MadeLink(URI address, String mail) {
	}

	/**
	 * The page as it is now.
	 * @param made the secret of a link that was made just now, or null
	 */
	SignOffPage of(Pledge pledge, @Nullable ReadingToken made, Person member, Locale language) {
		DraftReading.Standing standing = reading.of(pledge);
		List<LinkLine> links = standing.links()
			.stream()
			.map(link -> new LinkLine(link, people.find(link.createdBy()).map(Person::name).orElse("")))
			.toList();
		String title = pledge.content().title();
		return new SignOffPage(pledge, mine.governmentOf(member), title, signOffs.of(pledge, language),
				standing.complete(), standing.read(), standing.days(), links, standing.said(), made == null ? null
						: made(made, title, standing.links().get(standing.links().size() - 1), member, language));
	}

	private MadeLink made(ReadingToken token, String title, ReadingLink link, Person member, Locale language) {
		URI address = properties.addressOf(token.path());
		String subject = say("signoff.links.mail.subject", language, title);
		String body = say("signoff.links.mail.body", language, dates.exact(link.expiresAt(), member.zone(), language));
		return new MadeLink(address,
				"mailto:?subject=" + encoded(subject) + "&body=" + encoded(body + "\r\n\r\n" + address + "\r\n"));
	}

	private String say(String key, Locale language, Object argument) {
		return messages.getMessage(key, new Object[] { argument }, language);
	}

	private static String encoded(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

}
