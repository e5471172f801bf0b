package org.calltolocalaction.notifications.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.notifications.Capacity;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.MailState;
import org.calltolocalaction.notifications.template.MailTemplate;
import org.calltolocalaction.notifications.text.MailText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Written mails wait here for their delivery, or for the digest that brings them, and
 * stay as the log. Writing takes part in the transaction of the event that the mail
 * reports: either both happened or neither.
 */
@Component
public class Outbox {

	// The key decides, not a look beforehand: two nodes that write the same mail at once
	// leave one.
	private static final String INSERT = """
			insert into mail (id, key, kind, about, recipient, language, subject, body, message_id, created_at, attempts,
			state, account, gist, capacity, next_attempt_at, content)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, cast(? as jsonb)) on conflict (key) do nothing""";

	/** Long enough for the timers that a restart finds due, and too short to be late. */
	public static final Duration GATHERING = Duration.ofMinutes(3);

	private final JdbcClient jdbc;

	private final JdbcOperations manyAtOnce;

	private final HeldMails heldMails;

	private final DigestTimer digestTimer;

	private final Capacities capacities;

	private final DeskProperties desk;

	private final Clock clock;

	/**
	 * A mail that is to be delivered.
	 *
	 * @param key of which there is one mail, however often it is written
	 */
	public record Letter(MailKey key, Person recipient, MailText text) {

		/** A mail to a person, as their own. */
		public static Letter to(Person recipient, MailKind kind, Object about, MailText text, Object... telling) {
			return new Letter(MailKey.of(kind, about, recipient.id(), telling), recipient, text);
		}

		private MailState state() {
			return key.kind().stateFor(recipient.mails());
		}

	}

	Outbox(JdbcClient jdbc, JdbcOperations manyAtOnce, HeldMails heldMails, DigestTimer digestTimer,
			Capacities capacities, DeskProperties desk, Clock clock) {
		this.jdbc = jdbc;
		this.manyAtOnce = manyAtOnce;
		this.heldMails = heldMails;
		this.digestTimer = digestTimer;
		this.capacities = capacities;
		this.desk = desk;
		this.clock = clock;
	}

	/**
	 * Has a mail delivered, now or in a digest or not at all, as the recipient chose,
	 * that was not written before; one that was is left as it is. Who is suspended gets
	 * none but the one that says so.
	 * @return the mail's id where it is new
	 */
	public Optional<MailId> write(MailKey key, Person recipient, MailText mail) {
		if (!reaches(recipient, key.kind())) {
			return Optional.empty();
		}
		MailState state = key.kind().stateFor(recipient.mails());
		return state == MailState.HELD ? hold(key, recipient, mail) : write(key, recipient, mail, state);
	}

	/**
	 * Has a mail written to each of several people, as their own: in their language, and
	 * once.
	 * @param about the pledge, edition or government of which it tells
	 * @param telling what tells it from others of its kind about the same
	 */
	public void writeToEach(Collection<Person> readers, MailKind kind, Object about, Function<Person, MailText> mail,
			Object... telling) {
		writeAll(readers.stream().map(reader -> Letter.to(reader, kind, about, mail.apply(reader), telling)).toList());
	}

	/**
	 * As {@link #write} for each, in this order, and without asking the database for
	 * each: of what many are told at once there may be thousands.
	 */
	public void writeAll(List<Letter> all) {
		List<Letter> letters = all.stream().filter(letter -> reaches(letter.recipient(), letter.key().kind())).toList();
		if (letters.isEmpty()) {
			return;
		}
		Set<AccountId> holding = letters.stream()
			.filter(letter -> letter.state() == MailState.HELD)
			.map(letter -> letter.recipient().id())
			.collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(AccountId::value))));
		Set<AccountId> first = heldMails.lockThoseWithNone(holding);
		Map<AccountId, Capacity> known = capacities.of(letters.stream().map(Letter::recipient).toList());
		int[] written = manyAtOnce.batchUpdate(INSERT,
				letters.stream().map(letter -> row(letter, known.get(letter.recipient().id())).toArray()).toList());
		for (int place = 0; place < written.length; place++) {
			Letter letter = letters.get(place);
			if (written[place] > 0 && letter.state() == MailState.HELD && first.remove(letter.recipient().id())) {
				digestTimer.start(letter.recipient().id());
			}
		}
	}

	private static boolean reaches(Person recipient, MailKind kind) {
		return !recipient.suspended() || kind == MailKind.SUSPENDED;
	}

	private List<@Nullable Object> row(Letter letter, @Nullable Capacity reader) {
		Person recipient = letter.recipient();
		return row(MailId.random(), letter.key(), recipient.email(), recipient.id(), letter.text(), letter.state(),
				reader == null ? null : letter.key().kind().addressee().of(reader));
	}

	/**
	 * As {@link #write}, to an address without an account: nobody has chosen anything
	 * yet.
	 */
	public void writeToNewcomer(MailKey key, EmailAddress recipient, MailText mail) {
		write(key, recipient.value(), null, mail, MailState.OUTGOING, null);
	}

	/**
	 * What was asked on this occasion is answered: who has not got the mail yet does not
	 * get it any more.
	 */
	public void noLongerAsks(MailKind kind, Object about, Object occasion) {
		jdbc.sql("""
				update mail set state = 'DROPPED', next_attempt_at = null where about = ? and starts_with(key, ?)
				and sent_at is null and digest is null and state in ('OUTGOING', 'HELD', 'GATHERED')""")
			.params(about.toString(), MailKey.beginning(kind, about, occasion))
			.update();
	}

	private Optional<MailId> hold(MailKey key, Person recipient, MailText mail) {
		heldMails.lock(recipient.id());
		boolean first = !heldMails.anyOf(recipient.id());
		Optional<MailId> written = write(key, recipient, mail, MailState.HELD);
		if (first && written.isPresent()) {
			digestTimer.start(recipient.id());
		}
		return written;
	}

	private Optional<MailId> write(MailKey key, Person recipient, MailText mail, MailState state) {
		return write(key, recipient.email(), recipient.id(), mail, state,
				key.kind().addressee().of(capacities.of(recipient)));
	}

	private Optional<MailId> write(MailKey key, String recipient, @Nullable AccountId account, MailText mail,
			MailState state, @Nullable Capacity capacity) {
		MailId id = MailId.random();
		int written = jdbc.sql(INSERT).params(row(id, key, recipient, account, mail, state, capacity)).update();
		return written == 0 ? Optional.empty() : Optional.of(id);
	}

	private List<@Nullable Object> row(MailId id, MailKey key, String recipient, @Nullable AccountId account,
			MailText mail, MailState state, @Nullable Capacity capacity) {
		assert MailTemplate.of(key.kind()).unknown(mail.said()).isEmpty() : "MailTemplate does not say that %s says %s"
			.formatted(key.kind(), MailTemplate.of(key.kind()).unknown(mail.said()));
		boolean told = state == MailState.HELD || state == MailState.GATHERED;
		return Arrays.asList(id.value(), key.value(), key.kind().name(), key.about(), recipient,
				mail.language().getLanguage(), mail.subject(), mail.body(), messageId(id),
				clock.instant().atOffset(ZoneOffset.UTC), state.name(), account == null ? null : account.value(),
				told ? mail.gist() : null, capacity == null ? null : capacity.toString(), nextAttempt(state),
				mail.content().json());
	}

	private @Nullable OffsetDateTime nextAttempt(MailState state) {
		OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
		return switch (state) {
			case OUTGOING -> now;
			case GATHERED -> now.plus(GATHERING);
			default -> null;
		};
	}

	private String messageId(MailId id) {
		return "<%s@%s>".formatted(id, desk.publicAddress().getHost());
	}

}
