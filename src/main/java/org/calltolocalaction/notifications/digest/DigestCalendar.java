package org.calltolocalaction.notifications.digest;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.MailPreference.Choice;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.springframework.stereotype.Service;

/**
 * The times at which digests are due: at the hour that each person chose, in their time
 * zone.
 */
@Service
public class DigestCalendar {

	private final People people;

	private final Clock clock;

	DigestCalendar(People people, Clock clock) {
		this.people = people;
		this.clock = clock;
	}

	/**
	 * The next time that their clock shows the hour; on the day on which it is put
	 * forward past it, an hour later. At once for who wants no digest any more: what was
	 * held back for them has no hour to wait for.
	 */
	public Instant due(AccountId reader) {
		Person person = people.person(reader);
		Instant now = clock.instant();
		if (person.mails().choice() != Choice.DIGEST) {
			return now;
		}
		LocalDate today = LocalDate.ofInstant(now, person.zone());
		Instant next = on(today, person);
		return next.isAfter(now) ? next : on(today.plusDays(1), person);
	}

	private static Instant on(LocalDate day, Person person) {
		ZoneId zone = person.zone();
		return day.atTime(person.mails().digestHour(), 0).atZone(zone).toInstant();
	}

}
