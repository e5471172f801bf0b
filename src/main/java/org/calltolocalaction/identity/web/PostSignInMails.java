package org.calltolocalaction.identity.web;

import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.SignInMails;
import org.calltolocalaction.kernel.EmailAddress;
import org.calltolocalaction.post.AddressRefused;
import org.calltolocalaction.post.OutgoingMail;
import org.calltolocalaction.post.PostOffice;
import org.calltolocalaction.post.RefusedAddresses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/**
 * Sends sign-in links beside the request, over a queue that is allowed to lose them: a link is worth something for
 * fifteen minutes, and whoever did not get one asks again. Hence it stands apart from the mails of the processes, of
 * which none may be lost.
 */
@Component
class PostSignInMails implements SignInMails {

	private static final Logger log = LoggerFactory.getLogger(PostSignInMails.class);

	private static final int WAITING_AT_MOST = 200;

	private static final int SENT_AT_ONCE = 2;

	private final PostOffice postOffice;

	private final RefusedAddresses refusedAddresses;

	private final People people;

	private final MessageSource messages;

	private final Clock clock;

	// Not a bean: a bean of type Executor would take the place of Spring's own.
	private final ThreadPoolExecutor postmen = new ThreadPoolExecutor(SENT_AT_ONCE, SENT_AT_ONCE, 1, TimeUnit.MINUTES,
			new ArrayBlockingQueue<>(WAITING_AT_MOST), work -> new Thread(work, "sign-in-mail"));

	PostSignInMails(PostOffice postOffice, RefusedAddresses refusedAddresses, People people, MessageSource messages,
			Clock clock) {
		this.postOffice = postOffice;
		this.refusedAddresses = refusedAddresses;
		this.people = people;
		this.messages = messages;
		this.clock = clock;
		postmen.allowCoreThreadTimeOut(true);
	}

	@Override
	public void sendLink(EmailAddress email, URI link, Locale language, Instant expires) {
		// To the nearest: the link was made a moment ago, and 14 minutes are not what the page promises.
		long minutes = Duration.between(clock.instant(), expires).plusSeconds(30).toMinutes();
		OutgoingMail mail = mail(email, link, language, minutes);
		try {
			postmen.execute(() -> send(mail));
		}
		catch (RejectedExecutionException full) {
			log.error("A sign-in mail was not sent: {} others are waiting already", WAITING_AT_MOST);
		}
	}

	private OutgoingMail mail(EmailAddress email, URI link, Locale language, long minutes) {
		return new OutgoingMail(email, language, messages.getMessage("identity.mail.subject", null, language),
				messages.getMessage("identity.mail.text", new Object[] { link.toString(), minutes }, language),
				Optional.empty());
	}

	private void send(OutgoingMail mail) {
		try {
			postOffice.send(mail);
		}
		catch (AddressRefused refused) {
			log.warn("A sign-in mail was refused: {}", refused.reason());
			// What a stranger types is kept nowhere; an account's person, and the coordinators, see it once signed in.
			if (people.byEmail(mail.to().value()).isPresent()) {
				refusedAddresses.note(refused);
			}
		}
		catch (MailException failure) {
			// The cause names server and address; the mail's text, with the token in it, stays out of the log.
			log.error("A sign-in mail could not be sent: {}", PostOffice.reasonOf(failure));
		}
	}

	@PreDestroy
	void finish() throws InterruptedException {
		postmen.shutdown();
		if (!postmen.awaitTermination(10, TimeUnit.SECONDS)) {
			log.warn("{} sign-in mails were not sent before the desk closed", postmen.shutdownNow().size());
		}
	}

}
