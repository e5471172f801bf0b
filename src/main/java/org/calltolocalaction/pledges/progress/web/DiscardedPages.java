package org.calltolocalaction.pledges.progress.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.pledges.Pledge;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows a member a draft that somebody discarded, and how to bring it back. */
@Component
@Transactional(readOnly = true)
public class DiscardedPages {

	private final AuditTrail trail;

	private final People people;

	DiscardedPages(AuditTrail trail, People people) {
		this.trail = trail;
		this.people = people;
	}

	/**
	 * What a member sees of a discarded draft.
	 *
	 * @param discarded who did it when; null where the trail does not know
	 */
	public record DiscardedPage(Pledge pledge, String title, @Nullable Discarded discarded) {
	}

	/**
	 * @param who the e-mail address
	 */
	public record Discarded(String who, Instant at) {
	}

	/** The draft, and who discarded it, as far as the trail knows. */
	public DiscardedPage of(Pledge pledge) {
		return new DiscardedPage(pledge, pledge.content().title(),
				trail.of(pledge.reference())
					.stream()
					.filter(entry -> entry.kind().equals("pledge.discarded"))
					.reduce((earlier, last) -> last)
					.flatMap(this::discarded)
					.orElse(null));
	}

	private Optional<Discarded> discarded(RecordedEntry entry) {
		return entry.who()
			.map(AccountId::new)
			.flatMap(account -> Optional.ofNullable(people.afterJoining(List.of(account)).get(account)))
			.map(person -> new Discarded(person.email(), entry.at()));
	}

}
