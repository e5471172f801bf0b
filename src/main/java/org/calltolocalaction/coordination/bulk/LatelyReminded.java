package org.calltolocalaction.coordination.bulk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.MailLog;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who was reminded of what within the last 24 hours, whether by a coordinator, by a
 * colleague or by the desk itself: nobody is reminded of the same twice in that time.
 * Mails of any edition count, because they list what waits in others, too.
 */
@Component
class LatelyReminded {

	static final Duration AGAIN_AFTER = Duration.ofHours(24);

	/** Mails that remind of a pledge, or of all that waits in an edition. */
	private static final Set<MailKind> REMINDING = EnumSet.of(MailKind.CHANGES_REMINDER, MailKind.DEADLINE_REMINDER,
			MailKind.EXTENSION_REMINDER, MailKind.REVIEW_OVERDUE, MailKind.REVIEWS_REMINDER, MailKind.OPEN_REVIEWS,
			MailKind.OUTSTANDING_REVIEWS);

	private final Editions editions;

	private final MailLog mails;

	private final Vocabulary vocabulary;

	private final JdbcClient jdbc;

	private final Clock clock;

	LatelyReminded(Editions editions, MailLog mails, Vocabulary vocabulary, JdbcClient jdbc, Clock clock) {
		this.editions = editions;
		this.mails = mails;
		this.vocabulary = vocabulary;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * What people were reminded of.
	 *
	 * @param abouts references; years and partners of mails that list many
	 */
	record Of(Map<AccountId, Set<String>> abouts) {

		boolean any(Person person, PledgeReference reference) {
			return abouts.getOrDefault(person.id(), Set.of())
				.stream()
				.anyMatch(about -> about.equals(reference.value()) || PledgeReference.parse(about).isEmpty());
		}

	}

	@Transactional(readOnly = true)
	public Of of(Collection<PledgeReference> references) {
		Instant since = clock.instant().minus(AGAIN_AFTER);
		String[] pledges = references.stream().map(PledgeReference::value).toArray(String[]::new);
		List<String> abouts = Stream
			.of(Stream.of(pledges), editions.newestFirst().stream().map(edition -> edition.year().businessKey()),
					vocabulary.partners().stream().map(PartnerCode::value))
			.flatMap(one -> one)
			.toList();
		Map<AccountId, Set<String>> all = new HashMap<>(mails.readersSince(since, REMINDING, abouts));
		jdbc.sql("select account, reference from coordination_reminder where reference = any (?) and at > ?")
			.params(pledges, since.atOffset(ZoneOffset.UTC))
			.query(row -> {
				all.computeIfAbsent(new AccountId(row.getObject("account", UUID.class)), account -> new HashSet<>())
					.add(row.getString("reference"));
			});
		return new Of(all);
	}

	/** That these are reminded of these now. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void note(Map<PledgeReference, Set<AccountId>> told) {
		List<String> references = new ArrayList<>();
		List<UUID> accounts = new ArrayList<>();
		told.forEach((reference, people) -> people.forEach(account -> {
			references.add(reference.value());
			accounts.add(account.value());
		}));
		jdbc.sql("""
				insert into coordination_reminder (reference, account, at)
				select reference, account, ? from unnest(?::text[], ?::uuid[]) as told (reference, account)
				on conflict (reference, account) do update set at = excluded.at""")
			.params(clock.instant().atOffset(ZoneOffset.UTC), references.toArray(String[]::new),
					accounts.toArray(UUID[]::new))
			.update();
	}

}
