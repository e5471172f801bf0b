package org.calltolocalaction.notifications.digest;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.outbox.Capacities;
import org.calltolocalaction.notifications.outbox.HeldMails;
import org.calltolocalaction.notifications.outbox.HeldMails.HeldMail;
import org.calltolocalaction.notifications.outbox.MailKey;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one mail of the notices that fell due for a person at about the same time, as
 * they do by the dozen when a deadline has passed or a desk was down: each would be a
 * mail of its own. One that is alone is sent as it was written.
 */
@Service
@Transactional
public class GatherNotices {

	private final HeldMails heldMails;

	private final GatheredMailTexts texts;

	private final Outbox outbox;

	private final Capacities capacities;

	private final People people;

	private final Clock clock;

	GatherNotices(HeldMails heldMails, GatheredMailTexts texts, Outbox outbox, Capacities capacities, People people,
			Clock clock) {
		this.heldMails = heldMails;
		this.texts = texts;
		this.outbox = outbox;
		this.capacities = capacities;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * For whoever has waited longest for it.
	 * @return whether anybody had
	 */
	public boolean gatherNext() {
		Optional<AccountId> next = heldMails.nextToGather(clock.instant());
		next.ifPresent(this::gather);
		return next.isPresent();
	}

	/**
	 * All that waits for the person, also what would wait a little longer. Nothing where
	 * nothing does.
	 */
	public void gather(AccountId reader) {
		heldMails.lock(reader);
		Person person = people.person(reader);
		List<HeldMail> notices = heldMails.onlyFor(capacities.of(person), heldMails.toGather(reader));
		if (notices.size() == 1) {
			heldMails.sendAsItIs(notices.get(0), clock.instant());
		}
		else if (!notices.isEmpty()) {
			MailKey key = MailKey.of(MailKind.TOGETHER, reader, notices.get(0).id(), notices.size());
			MailId together = outbox.write(key, person, texts.together(person, byKind(notices)))
				.orElseThrow(
						() -> new IllegalStateException("Expected no mail with the notice " + notices.get(0).id()));
			heldMails.collect(notices, together);
		}
	}

	private static Collection<List<HeldMail>> byKind(List<HeldMail> notices) {
		return notices.stream()
			.collect(Collectors.groupingBy(HeldMail::kind, TreeMap::new, Collectors.toList()))
			.values();
	}

}
