package org.calltolocalaction.notifications.digest;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.OpenReviews;
import org.calltolocalaction.notifications.outbox.Capacities;
import org.calltolocalaction.notifications.outbox.HeldMails;
import org.calltolocalaction.notifications.outbox.HeldMails.HeldMail;
import org.calltolocalaction.notifications.outbox.MailKey;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes one mail of all that was held back for a person. It goes the way of every other
 * mail; what it brings is marked in the transaction that writes it, so that nothing is
 * ever in two digests. Called by the process.
 */
@Service
@Transactional
public class WriteDigest {

	private final HeldMails heldMails;

	private final DigestMailTexts texts;

	private final Outbox outbox;

	private final People people;

	private final OpenReviews openReviews;

	private final Capacities capacities;

	private final Clock clock;

	WriteDigest(HeldMails heldMails, DigestMailTexts texts, Outbox outbox, People people, OpenReviews openReviews,
			Capacities capacities, Clock clock) {
		this.heldMails = heldMails;
		this.texts = texts;
		this.outbox = outbox;
		this.people = people;
		this.openReviews = openReviews;
		this.capacities = capacities;
		this.clock = clock;
	}

	/**
	 * Nothing where nothing waits that the reader may still have, or where all that was
	 * announced is done by now.
	 */
	public void write(AccountId reader) {
		heldMails.lock(reader);
		Person person = people.person(reader);
		List<HeldMail> held = heldMails.onlyFor(capacities.of(person), heldMails.of(reader));
		if (held.isEmpty()) {
			return;
		}
		ReviewersDay day = dayOf(person, held);
		List<HeldMail> messages = held.stream().filter(mail -> !mail.kind().announcesReview()).toList();
		if (day.isEmpty() && messages.isEmpty()) {
			heldMails.drop(held);
			return;
		}
		// Called by the first that it brings: another digest cannot bring that one.
		MailKey key = MailKey.of(MailKind.DIGEST, reader, held.get(0).id());
		MailId digest = outbox.write(key, person, texts.digest(person, day, messages))
			.orElseThrow(() -> new IllegalStateException("Expected no digest with the mail " + held.get(0).id()));
		heldMails.collect(held, digest);
	}

	private ReviewersDay dayOf(Person person, List<HeldMail> held) {
		Set<String> announced = held.stream()
			.filter(mail -> mail.kind().announcesReview())
			.map(HeldMail::about)
			.collect(Collectors.toSet());
		return person.partner()
			.map(partner -> ReviewersDay.of(openReviews.waitingFor(person.id(), partner), announced, clock.instant()))
			.orElse(ReviewersDay.FREE);
	}

}
