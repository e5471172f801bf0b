package org.calltolocalaction.notifications.delivery;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.notifications.MailBounced;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.MailState;
import org.calltolocalaction.notifications.delivery.OutgoingMails.Leased;
import org.calltolocalaction.notifications.leaving.LeavingLinks;
import org.calltolocalaction.notifications.text.OneLine;
import org.calltolocalaction.post.AddressRefused;
import org.calltolocalaction.post.MailRefused;
import org.calltolocalaction.post.OutgoingMail;
import org.calltolocalaction.post.PostOffice;
import org.calltolocalaction.post.RefusalReason;
import org.calltolocalaction.post.RefusedAddresses;
import org.calltolocalaction.post.ServerTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands written mails to the mail server, one at a time: takes a mail, speaks with the
 * server, and writes down what came of it. No transaction is open and no connection to
 * the database is held while the server speaks, so that nobody waits for it. Refuses to
 * be part of a transaction.
 */
@Service
public class DeliverMail {

	private static final Logger log = LoggerFactory.getLogger(DeliverMail.class);

	/** Between one try and the next; the last goes on. */
	private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
			Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4));

	/** How long a mail is tried, as mail servers do. */
	private static final Duration TRIED_FOR = Duration.ofDays(5);

	/**
	 * A server that takes no mail at all is asked by one mail after the other, at the
	 * pace of the post office.
	 */
	private static final Duration SERVER_PAUSE = Duration.ofMinutes(1);

	private final OutgoingMails outgoing;

	private final LastLook lastLook;

	private final PostOffice postOffice;

	private final RefusedAddresses refusedAddresses;

	private final LeavingLinks leavingLinks;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final Clock clock;

	DeliverMail(OutgoingMails outgoing, LastLook lastLook, PostOffice postOffice, RefusedAddresses refusedAddresses,
			LeavingLinks leavingLinks, ApplicationEventPublisher events, PlatformTransactionManager transactions,
			Clock clock) {
		this.leavingLinks = leavingLinks;
		this.outgoing = outgoing;
		this.lastLook = lastLook;
		this.postOffice = postOffice;
		this.refusedAddresses = refusedAddresses;
		this.events = events;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * The mail that is due longest, unless the server is known to be in trouble.
	 * @return whether there was one
	 */
	public boolean deliverNext() {
		return postOffice.takesMail() && deliver(() -> outgoing.lease(clock.instant()));
	}

	/**
	 * That one, if it is due and nobody else has it.
	 * @return whether it was
	 */
	public boolean deliver(MailId id) {
		return deliver(() -> outgoing.lease(id, clock.instant()));
	}

	private boolean deliver(Supplier<Optional<Leased>> lease) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("Expected no transaction, which would wait for the mail server");
		}
		Optional<Leased> leased = transaction.execute(status -> lease.get());
		leased.filter(mail -> transaction.execute(status -> lastLook.maySend(mail))).ifPresent(this::send);
		return leased.isPresent();
	}

	private void send(Leased mail) {
		Optional<EmailAddress> recipient = EmailAddress.parse(mail.recipient());
		if (recipient.isEmpty()) {
			String reason = "No server accepts the address " + mail.recipient();
			transaction.executeWithoutResult(status -> {
				refusedAddresses.note(mail.recipient(), RefusalReason.NO_ADDRESS, reason);
				outgoing.end(mail, MailState.UNDELIVERABLE, reason, clock.instant());
				events.publishEvent(new MailBounced(mail.id(), RefusalReason.NO_ADDRESS));
			});
			return;
		}
		Optional<URI> leave = Optional.ofNullable(mail.account())
			.filter(reader -> mail.kind().mayBeLeftOut() && !mail.elsewhere())
			.map(leavingLinks::of);
		Optional<String> answer;
		try {
			answer = postOffice.send(new OutgoingMail(recipient.get(), mail.language(), mail.subject(), mail.body(),
					mail.content(), Optional.of(mail.messageId()), MailThread.of(mail), leave));
		}
		catch (RuntimeException failure) {
			transaction.executeWithoutResult(status -> failed(mail, failure));
			return;
		}
		transaction.executeWithoutResult(status -> outgoing.sent(mail, answer.orElse(""), clock.instant()));
	}

	private void failed(Leased mail, RuntimeException failure) {
		if (failure instanceof AddressRefused refused) {
			refusedAddresses.note(refused);
			end(mail, refused.becauseOfUs() ? MailState.FAILED : MailState.UNDELIVERABLE, refused);
			if (!refused.becauseOfUs()) {
				events.publishEvent(new MailBounced(mail.id(), refused.reason()));
			}
		}
		else if (failure instanceof MailRefused) {
			end(mail, MailState.FAILED, failure);
		}
		else if (failure instanceof ServerTrouble trouble) {
			waitForTheServer(mail, trouble);
		}
		else {
			tryLater(mail, failure);
		}
	}

	private void waitForTheServer(Leased mail, ServerTrouble trouble) {
		Instant soon = clock.instant().plus(SERVER_PAUSE);
		switch (trouble.reached()) {
			case NOBODY -> outgoing.giveBack(mail, soon);
			// However long that lasts: no mail is given up for it.
			case THE_SERVER -> outgoing.again(mail, PostOffice.reasonOf(trouble), clock.instant(), soon);
			case THE_MAIL -> tryLater(mail, trouble);
		}
	}

	private void tryLater(Leased mail, RuntimeException failure) {
		Instant next = clock.instant().plus(PAUSES.get(Math.min(mail.attempt(), PAUSES.size()) - 1));
		if (next.isAfter(mail.triedSince().plus(TRIED_FOR))) {
			end(mail, MailState.FAILED, failure);
		}
		else {
			outgoing.again(mail, reasonOf(failure), clock.instant(), next);
		}
	}

	private void end(Leased mail, MailState state, RuntimeException why) {
		String reason = reasonOf(why);
		outgoing.end(mail, state, reason, clock.instant());
		if (state == MailState.FAILED) {
			log.warn("Mail {} ({}) is not sent and not tried again, until somebody looks: {}", mail.id(), mail.kind(),
					OneLine.of(reason));
		}
	}

	private static String reasonOf(RuntimeException failure) {
		return failure instanceof MailException mail ? PostOffice.reasonOf(mail) : failure.toString();
	}

}
