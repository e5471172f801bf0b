package org.calltolocalaction.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a coordinator see the desk as a member or a reviewer would, for half an hour and
 * with a reason. Nothing can be done meanwhile, and the person sees afterwards that it
 * was so.
 */
@Service
@Transactional
public class ViewAs {

	/** How long it may take to see what somebody sees. */
	public static final Duration LONGEST = Duration.ofMinutes(30);

	/** How many letters a reason may have. */
	public static final int LONGEST_REASON = 300;

	/** How many of the views of one person are listed. */
	static final int LISTED = 10;

	private final Accounts accounts;

	private final People people;

	private final AuditTrail trail;

	private final Clock clock;

	ViewAs(Accounts accounts, People people, AuditTrail trail, Clock clock) {
		this.accounts = accounts;
		this.people = people;
		this.trail = trail;
		this.clock = clock;
	}

	/**
	 * One view that there was.
	 *
	 * @param by who looked on
	 * @param reason why; null where it was erased
	 */
	public record Past(Instant at, String by, @Nullable String reason) {
	}

	/** The person with this account, where a coordinator may see what they see. */
	@Transactional(readOnly = true)
	public Optional<Person> mayBeSeen(AccountId account, Person by) {
		by.requireCoordinator();
		return accounts.findById(account.value()).filter(ViewAs::open).map(Account::person);
	}

	/**
	 * Begins to look on in the place of whoever signs in with this address.
	 * @throws Refused where nobody does, or where they coordinate themselves
	 */
	public Viewing begin(Person by, EmailAddress whom, String reason) {
		by.requireCoordinator();
		if (reason.isBlank() || reason.length() > LONGEST_REASON) {
			throw new IllegalArgumentException(
					"A reason has 1 to " + LONGEST_REASON + " characters, not " + reason.length());
		}
		Account account = accounts.findByEmailAndSameAsIsNull(whom.value())
			.orElseThrow(() -> new Refused("identity.viewing.nobody", whom.display()));
		if (!open(account)) {
			throw new Refused("identity.viewing.closed", whom.display());
		}
		Instant now = clock.instant();
		Viewing viewing = new Viewing(by.id(), account.id(), now, now.plus(LONGEST));
		trail.record(AuditEntry.of("account.viewing-began", account.id())
			.by(by)
			.with("until", viewing.until())
			.personal("reason", reason));
		return viewing;
	}

	/** Ends it before its time. */
	public void end(Person by, Viewing viewing) {
		if (seen(viewing, by).isPresent()) {
			trail.record(AuditEntry.of("account.viewing-ended", viewing.account()).by(by));
		}
	}

	/**
	 * In whose place somebody looks on; nobody where the view is over, because its time
	 * is, or because one of the two is not any more what they were.
	 */
	@Transactional(readOnly = true)
	public Optional<Person> seen(Viewing viewing, Person by) {
		if (!viewing.by().equals(by.id()) || !by.coordinator() || !clock.instant().isBefore(viewing.until())) {
			return Optional.empty();
		}
		return accounts.findById(viewing.account().value())
			.filter(ViewAs::open)
			.map(account -> account.person()
				.viewedBy(new Viewer(by.id(), by.name(), viewing.since(), viewing.until())));
	}

	/** By whom a person was looked on last, the newest first. */
	@Transactional(readOnly = true)
	public List<Past> last(Person person) {
		List<RecordedEntry> entries = trail.newest(person.id(), "account.viewing-began", LISTED);
		Map<AccountId, Person> viewers = people.afterJoining(entries.stream()
			.flatMap(entry -> entry.who().stream())
			.map(AccountId::new)
			.collect(Collectors.toSet()));
		return entries.stream()
			.map(entry -> new Past(entry.at(),
					entry.who().map(AccountId::new).map(viewers::get).map(Person::name).orElse(""),
					entry.personal().get("reason") instanceof String reason ? reason : null))
			.toList();
	}

	// Whoever runs editions themselves has nothing that another coordinator could not
	// see, but for what is theirs alone.
	private static boolean open(Account account) {
		Person person = account.person();
		return !person.coordinator() && !person.auditor() && !person.suspended() && account.sameAs().isEmpty();
	}

}
