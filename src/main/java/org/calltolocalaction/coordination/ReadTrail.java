package org.calltolocalaction.coordination;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what happened together with the people in it, all of them at once: the trail
 * itself knows accounts only.
 */
@Component
@Transactional(readOnly = true)
public class ReadTrail {

	/** The facts that name somebody beside the one who acts. */
	public static final Set<String> ACCOUNTS = Set.of("account", "deputy", "member", "mentioned", "reviewer", "told");

	/** How kinds of acts begin that are about an account. */
	private static final Set<String> ABOUT_ACCOUNTS = Set.of("absence", "account", "role");

	private final AuditTrail trail;

	private final People people;

	ReadTrail(AuditTrail trail, People people) {
		this.trail = trail;
		this.people = people;
	}

	/**
	 * @param about a pledge's reference or an edition's year
	 */
	public Trail of(Record about) {
		return with(trail.of(about));
	}

	/** These entries, the newest first. */
	public Trail of(Collection<EntryId> ids) {
		return with(trail.all(ids));
	}

	private Trail with(List<RecordedEntry> entries) {
		return new Trail(entries,
				people.afterJoining(entries.stream().flatMap(ReadTrail::named).collect(Collectors.toSet())));
	}

	private static Stream<AccountId> named(RecordedEntry entry) {
		Stream<AccountId> about = aboutAccount(entry) ? Stream.of(AccountId.of(entry.about())) : Stream.empty();
		return Stream
			.of(entry.who().stream().map(AccountId::new),
					entry.erasure().stream().map(erasure -> new AccountId(erasure.by())), about,
					ACCOUNTS.stream().map(entry.facts()::get).flatMap(ReadTrail::accounts))
			.flatMap(Function.identity());
	}

	/** Whether what it is about is an account. */
	public static boolean aboutAccount(RecordedEntry entry) {
		return ABOUT_ACCOUNTS.contains(entry.kind().substring(0, entry.kind().indexOf('.')));
	}

	/** The accounts that such a fact names. */
	public static Stream<AccountId> accounts(@Nullable Object fact) {
		if (fact instanceof Collection<?> several) {
			return several.stream().flatMap(ReadTrail::accounts);
		}
		return Stream.ofNullable(fact).map(Object::toString).map(AccountId::of);
	}

}
