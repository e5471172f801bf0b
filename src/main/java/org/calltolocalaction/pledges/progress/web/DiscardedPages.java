package org.calltolocalaction.pledges.progress.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.pledges.Pledge;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

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
	 * @param who the e-mail address
	 */
	record Discarded(String who, Instant at) {
	}

	/** Who discarded it when, as far as the trail knows. */
	public String discarded(Pledge pledge, Person member, Model model) {
		trail.of(pledge.reference())
			.stream()
			.filter(entry -> entry.kind().equals("pledge.discarded"))
			.reduce((earlier, last) -> last)
			.flatMap(this::discarded)
			.ifPresent(last -> model.addAttribute("discarded", last));
		model.addAttribute("pledge", pledge).addAttribute("title", pledge.content().title());
		model.addAttribute("zone", member.zone());
		return "pledges/progress/discarded";
	}

	private Optional<Discarded> discarded(RecordedEntry entry) {
		return entry.who()
			.map(AccountId::new)
			.flatMap(account -> Optional.ofNullable(people.afterJoining(List.of(account)).get(account)))
			.map(person -> new Discarded(person.email(), entry.at()));
	}

}
