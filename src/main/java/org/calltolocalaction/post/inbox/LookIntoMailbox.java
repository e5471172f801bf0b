package org.calltolocalaction.post.inbox;

import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.calltolocalaction.kernel.Sha256;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.post.inbox.IncomingMails.Aside;
import org.calltolocalaction.post.inbox.IncomingMails.Aside.Why;
import org.calltolocalaction.post.inbox.Mailbox.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes what is new in the mailbox, one node at a time. Each mail is taken in a
 * transaction of its own, in which it is remembered, and marked as read when that is
 * committed: whoever dies between finds it taken. One that cannot be taken is tried three
 * times and then left in the mailbox, and keeps no other waiting; each try is counted
 * before it is made, so that one of which a node dies is no exception.
 */
@Service
public class LookIntoMailbox {

	private static final Logger log = LoggerFactory.getLogger(LookIntoMailbox.class);

	static final int LARGEST = 25 * 1024 * 1024;

	/** At one look; the rest waits for the next. */
	static final int MOST = 50;

	private static final int TRIES = 3;

	private static final Duration REMEMBERED = Duration.ofDays(400);

	private final InboxSettings settings;

	private final InboxRows rows;

	private final ReadMime readMime;

	private final IncomingMails incoming;

	private final TransactionTemplate transaction;

	private final Clock clock;

	LookIntoMailbox(InboxSettings settings, InboxRows rows, ReadMime readMime, IncomingMails incoming,
			PlatformTransactionManager transactions, Clock clock) {
		this.settings = settings;
		this.rows = rows;
		this.readMime = readMime;
		this.incoming = incoming;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** Whether there is a mailbox. */
	public boolean configured() {
		return settings.configured();
	}

	/** How it was found last; nothing where nobody has looked yet. */
	public Optional<InboxState> state() {
		return rows.state();
	}

	/**
	 * Looks, where there is a mailbox and nobody else looks or has just done so.
	 * @return how many mails were taken or put aside
	 */
	public int look() {
		return look(settings);
	}

	int look(InboxSettings mailbox) {
		if (!mailbox.configured() || !rows.takeTurn(mailbox.poll())) {
			return 0;
		}
		Optional<String> trouble = Optional.of("The mailbox could not be read to its end");
		int[] done = { 0 };
		try (Mailbox open = Mailbox.open(mailbox)) {
			open.each(MOST, mail -> {
				done[0] += take(mail) ? 1 : 0;
				return true;
			});
			rows.forgetBefore(clock.instant().minus(REMEMBERED));
			trouble = Optional.empty();
		}
		catch (MessagingException failure) {
			String why = "%s: %s".formatted(failure.getClass().getSimpleName(), failure.getMessage());
			log.warn("The mailbox at {} could not be read, and will be: {}", mailbox.host(), Text.LINE.of(why));
			trouble = Optional.of(why);
		}
		finally {
			rows.endTurn(trouble);
		}
		return done[0];
	}

	/** Whether it is out of the way. */
	private boolean take(Waiting mail) throws MessagingException {
		if (rows.isDone(mail.uid())) {
			mail.done(false);
			return false;
		}
		if (mail.size() > LARGEST) {
			putAside(mail, Why.TOO_LARGE);
			return true;
		}
		Integer tries = transaction.execute(status -> rows.tries(mail.uid()));
		if (tries == null || tries > TRIES) {
			log.warn("Mail {} was never read to its end, and is not tried again", mail.uid());
			putAside(mail, Why.UNREADABLE);
			return true;
		}
		try {
			byte[] raw = mail.raw(LARGEST);
			IncomingMail read = readMime.read(raw);
			String fingerprint = fingerprint(read, raw);
			transaction.executeWithoutResult(status -> {
				if (rows.take(mail.uid(), fingerprint)) {
					incoming.take(read);
				}
			});
		}
		catch (Mailbox.TooLarge larger) {
			putAside(mail, Why.TOO_LARGE);
			return true;
		}
		catch (FolderClosedException | StoreClosedException gone) {
			rows.notTried(mail.uid());
			throw gone;
		}
		catch (MessagingException | IOException | RuntimeException poison) {
			return failed(mail, tries, poison);
		}
		mail.done(false);
		return true;
	}

	private boolean failed(Waiting mail, int tries, Exception poison) throws MessagingException {
		log.warn("Mail {} could not be taken ({} of {} times): {}", mail.uid(), tries, TRIES,
				Text.LINE.of(poison.toString()));
		if (tries < TRIES) {
			return false;
		}
		putAside(mail, Why.UNREADABLE);
		return true;
	}

	private void putAside(Waiting mail, Why why) throws MessagingException {
		Aside aside = new Aside(shown(mail, "From"), shown(mail, "Subject"), why);
		transaction.executeWithoutResult(status -> {
			rows.putAside(mail.uid());
			incoming.putAside(aside);
		});
		mail.done(true);
	}

	private static String shown(Waiting mail, String header) {
		try {
			String said = Text.NAME.of(MimeParts.decoded(mail.header(header)));
			return Text.NAME.of(said.substring(0, Math.min(200, said.length())));
		}
		catch (MessagingException | RuntimeException unreadable) {
			return "";
		}
	}

	/** A mail that has a name is itself by it, whatever servers write above it. */
	private static String fingerprint(IncomingMail read, byte[] raw) {
		byte[] known = read.messageId().isEmpty() ? raw
				: (read.messageId() + '\n' + read.from()).getBytes(StandardCharsets.UTF_8);
		return Sha256.of(known);
	}

}
