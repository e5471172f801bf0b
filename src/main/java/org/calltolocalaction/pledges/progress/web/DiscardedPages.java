package org.calltolocalaction.pledges.progress.web;

import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.Pledge;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** Shows a member a draft that somebody discarded, and how to bring it back. */
@Component
@Transactional(readOnly = true)
public class DiscardedPages {

	private final AuditTrail trail;

	DiscardedPages(AuditTrail trail) {
		this.trail = trail;
	}

	/** Who discarded it when, as far as the trail knows. */
	public String discarded(Pledge pledge, Person member, Model model) {
		trail.of(pledge.reference().value())
			.stream()
			.filter(entry -> entry.act().equals("pledge.discarded"))
			.reduce((earlier, last) -> last)
			.ifPresent(last -> model.addAttribute("discarded", last));
		model.addAttribute("pledge", pledge).addAttribute("title", pledge.content().title());
		model.addAttribute("zone", member.zone());
		return "pledges/progress/discarded";
	}

}
