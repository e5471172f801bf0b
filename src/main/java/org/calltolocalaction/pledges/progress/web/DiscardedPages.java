package org.calltolocalaction.pledges.progress.web;

import org.calltolocalaction.kernel.AuditTrail;
import org.calltolocalaction.pledges.Pledge;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows a member a draft that somebody discarded, and how to bring it back. */
@Component
@Transactional(readOnly = true)
public class DiscardedPages {

	private final AuditTrail trail;

	DiscardedPages(AuditTrail trail) {
		this.trail = trail;
	}

	/**
	 * What a member sees of a discarded draft.
	 *
	 * @param discarded who did it when; null where the trail does not know
	 */
	public record DiscardedPage(Pledge pledge, String title, AuditTrail.Entry discarded) {
	}

	/** The draft, and who discarded it, as far as the trail knows. */
	public DiscardedPage of(Pledge pledge) {
		return new DiscardedPage(pledge, pledge.content().title(),
				trail.of(pledge.reference().value())
					.stream()
					.filter(entry -> entry.act().equals("pledge.discarded"))
					.reduce((earlier, last) -> last)
					.orElse(null));
	}

}
