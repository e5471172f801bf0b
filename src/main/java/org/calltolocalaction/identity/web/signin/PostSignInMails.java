package org.calltolocalaction.identity.web.signin;

import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.SignInMails;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.post.AddressRefused;
import org.calltolocalaction.post.OutgoingMail;
import org.calltolocalaction.post.PostOffice;
import org.calltolocalaction.post.RefusedAddresses;
import org.calltolocalaction.post.ServerTrouble.Reached;
import org.calltolocalaction.post.ServerTrouble;
import org.calltolocalaction.post.content.MailBlock.Greeting;
import org.calltolocalaction.post.content.MailBlock.Link;
import org.calltolocalaction.post.content.MailBlock.Paragraph;
import org.calltolocalaction.post.content.MailContent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/**
 * Sends sign-in links beside the request, over a queue that is allowed to lose them: a
 * link is worth something for fifteen minutes, and whoever did not get one asks again.
 * While the mail server is in trouble, a link waits for it as long as it still helps
 * whoever gets it. Hence it stands apart from the mails of the outbox, of which none may
 * be lost.
 */
@Component
class PostSignInMails implements SignInMails {

	private static final Logger log = LoggerFactory.getLogger(PostSignInMails.class);

	private static final int WAITING_AT_MOST = 200;

	private static final int SENT_AT_ONCE = 2;

	private static final Duration AGAIN = Duration.ofSeconds(20);

	/** How long a link has to be good for when it comes. */
	private static final Duration USEFUL = Duration.ofMinutes(5);

	private final PostOffice postOffice;

	private final RefusedAddresses refusedAddresses;

	private final People people;

	private final MessageSource messages;

	private final Clock clock;

	private final Duration again;

	// Not a bean: a bean of type Executor would take the place of Spring's own.
	private final ScheduledThreadPoolExecutor postmen = new ScheduledThreadPoolExecutor(SENT_AT_ONCE,
			work -> new Thread(work, "sign-in-mail"));

	@Autowired
	PostSignInMails(PostOffice postOffice, RefusedAddresses refusedAddresses, People people, MessageSource messages,
			Clock clock) {
		this(postOffice, refusedAddresses, people, messages, clock, AGAIN);
	}

	/**
	 * @param again how long a link waits between one try and the next
	 */
	PostSignInMails(PostOffice postOffice, RefusedAddresses refusedAddresses, People people, MessageSource messages,
			Clock clock, Duration again) {
		this.postOffice = postOffice;
		this.refusedAddresses = refusedAddresses;
		this.people = people;
		this.messages = messages;
		this.clock = clock;
		this.again = again;
		postmen.setKeepAliveTime(1, TimeUnit.MINUTES);
		postmen.allowCoreThreadTimeOut(true);
	}

	@Override
	public void sendLink(EmailAddress email, URI link, Locale language, Instant expires) {
		AskedLink asked = new AskedLink(email, link, language, expires);
		if (postmen.getQueue().size() < WAITING_AT_MOST) {
			postmen.execute(() -> send(asked));
		}
		else {
			log.error("A sign-in mail was not sent: {} others are waiting already", WAITING_AT_MOST);
		}
	}

	private record AskedLink(EmailAddress email, URI address, Locale language, Instant expires) {
	}

	private OutgoingMail mail(AskedLink link) {
		// To the nearest: the link was made a moment ago, and 14 minutes are not what the
		// page promises.
		long minutes = Duration.between(clock.instant(), link.expires()).plusSeconds(30).toMinutes();
		String address = link.address().toString();
		MailContent content = new MailContent(List.of(new Greeting(say("identity.mail.greeting", link)),
				new Paragraph(say("identity.mail.use", link)), new Link("", address, address),
				new Paragraph(say("identity.mail.once", link, minutes)),
				new Paragraph(say("identity.mail.ignore", link))));
		return new OutgoingMail(link.email(), link.language(), say("identity.mail.subject", link), content,
				Optional.empty());
	}

	private String say(String key, AskedLink link, Object... arguments) {
		return messages.getMessage(key, arguments, link.language());
	}

	private void send(AskedLink link) {
		// Looked up here and not where it was asked for: the page's answer tells nobody
		// who is suspended.
		if (people.byEmail(link.email().value()).filter(Person::suspended).isPresent()) {
			return;
		}
		try {
			postOffice.send(mail(link));
		}
		catch (AddressRefused refused) {
			log.warn("A sign-in mail was refused: {}", refused.reason());
			// What a stranger types is kept nowhere; an account's person, and the
			// coordinators, see it once signed in.
			if (people.byEmail(link.email().value()).isPresent()) {
				refusedAddresses.note(refused);
			}
		}
		catch (ServerTrouble trouble) {
			if (worthAnotherTry(link, trouble)) {
				postmen.schedule(() -> send(link), again.toMillis(), TimeUnit.MILLISECONDS);
			}
			else {
				log.error("A sign-in mail could not be sent: {}", PostOffice.reasonOf(trouble));
			}
		}
		catch (MailException failure) {
			// The cause names server and address; the mail's text, with the token in it,
			// stays out of the log.
			log.error("A sign-in mail could not be sent: {}", PostOffice.reasonOf(failure));
		}
	}

	private boolean worthAnotherTry(AskedLink link, ServerTrouble trouble) {
		boolean useful = clock.instant().plus(again).plus(USEFUL).isBefore(link.expires());
		// Whoever may have it already is not sent it twice.
		return useful && trouble.reached() != Reached.THE_MAIL && !postmen.isShutdown();
	}

	@PreDestroy
	void finish() throws InterruptedException {
		postmen.shutdown();
		if (!postmen.awaitTermination(10, TimeUnit.SECONDS)) {
			log.warn("{} sign-in mails were not sent before the desk closed", postmen.shutdownNow().size());
		}
	}

}
