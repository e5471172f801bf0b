package org.calltolocalaction.coordination.trail;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.kernel.audit.PersonalValues;
import org.calltolocalaction.kernel.audit.PersonalValues.Found;
import org.calltolocalaction.kernel.lock.LockSpace;
import org.calltolocalaction.kernel.lock.TransactionLocks;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator erases what is personal on the trail, of one entry or of one person, once
 * they have seen how much that is. What happened stays, and proves itself as before.
 */
@Service
public class ErasePersonalValues {

	private static final Pattern ENTRY = Pattern.compile("[1-9][0-9]{0,17}");

	private final PersonalValues values;

	private final People people;

	private final TransactionLocks locks;

	private final AuditTrail audit;

	ErasePersonalValues(PersonalValues values, People people, TransactionLocks locks, AuditTrail audit) {
		this.values = values;
		this.people = people;
		this.locks = locks;
		this.audit = audit;
	}

	/**
	 * What would be erased; nothing where there is no such entry or nobody of that
	 * address.
	 * @param whose the number of an entry, or an address
	 */
	@Transactional(readOnly = true)
	public Found ifErased(String whose, Person by) {
		by.requireOversight();
		return found(whose);
	}

	/**
	 * Once, however often it is asked at the same time.
	 * @param foreseen the fingerprint of what was read
	 * @throws Refused where there is nothing, or something else by now
	 */
	@Transactional
	public void erase(String whose, String foreseen, String reason, Person by) {
		by.requireCoordinator();
		locks.take(LockSpace.ERASING);
		Found found = found(whose);
		if (found.entries().isEmpty()) {
			throw new Refused("trail.refused.nothing-to-erase");
		}
		if (!found.fingerprint().equals(foreseen)) {
			throw new Refused("trail.refused.erase-otherwise");
		}
		EntryId act = audit.record(AuditEntry.of("personal.erased", found.entries().get(0))
			.by(by)
			.with("erased", found.byName().keySet())
			.with("entries", found.entries())
			.with("count", found.values())
			.personal("reason", Text.trimmed(reason)));
		values.erase(found, act);
	}

	private Found found(String whose) {
		String typed = whose.strip();
		return ENTRY.matcher(typed).matches() ? values.of(EntryId.of(typed)) : ofAddress(typed);
	}

	// Without an account there may still be an invitation to the address.
	private Found ofAddress(String typed) {
		Set<AccountId> accounts = people.byEmail(typed).map(people::accountsOf).orElse(Set.of());
		Collection<UUID> ids = accounts.stream().map(AccountId::value).toList();
		return values.of(ids, EmailAddress.parse(typed).map(EmailAddress::value).map(List::of).orElse(List.of()));
	}

}
