package org.calltolocalaction.coordination;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.RecordedEntry;

/**
 * What happened to a pledge or an edition, oldest first, with whoever is named in it.
 *
 * @param people by the account that is named, who answers for it today
 */
public record Trail(List<RecordedEntry> entries, Map<AccountId, Person> people) {

	/** Who answers today for what was done; empty where the account is gone. */
	public Optional<Person> person(AccountId account) {
		return Optional.ofNullable(people.get(account));
	}

}
