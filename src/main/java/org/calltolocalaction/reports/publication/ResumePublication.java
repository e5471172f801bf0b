package org.calltolocalaction.reports.publication;

import java.util.Optional;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.reports.Errata;
import org.calltolocalaction.reports.Erratum;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever took a pledge from the public gives it back: its government by its consent, the
 * coordinators what they took down. It is public once nobody keeps it from them.
 */
@Service
@Transactional
public class ResumePublication {

	private final MyPledges mine;

	private final Pledges pledges;

	private final Publications publications;

	private final Errata errata;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	ResumePublication(MyPledges mine, Pledges pledges, Publications publications, Errata errata, AuditTrail audit,
			ApplicationEventPublisher events) {
		this.mine = mine;
		this.pledges = pledges;
		this.publications = publications;
		this.errata = errata;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * A member gives their government's consent again.
	 * @param foreseen the fingerprint of what the member has read
	 */
	public void giveConsentAgain(PledgeReference reference, String foreseen, Person by) {
		Publication now = publications.forChange(mine.forChange(reference, by), foreseen);
		Erratum stop = required(now.consentWithdrawn(), reference);
		audit.record(
				AuditEntry.of("pledge.consent-given-again", reference).by(by).with("edition", now.edition().value()));
		resume(now, stop, "", by);
	}

	/**
	 * A coordinator puts back what was taken down.
	 * @param foreseen the fingerprint of what the coordinator has read
	 * @param reason for the government
	 * @return whether everybody may read it now; its government may have withdrawn its
	 * consent
	 */
	public boolean putBack(PledgeReference reference, String foreseen, String reason, Person by) {
		by.requireCoordinator();
		String why = StopPublication.requireReason(reason);
		Publication now = publications.forChange(pledges.forChange(reference), foreseen);
		Erratum stop = required(now.takenDown(), reference);
		audit.record(AuditEntry.of("pledge.put-back", reference)
			.by(by)
			.with("edition", now.edition().value())
			.with("stop", stop.kind())
			.personal("reason", why));
		return resume(now, stop, why, by);
	}

	private boolean resume(Publication now, Erratum stop, String why, Person by) {
		boolean visible = now.visibleWithout(stop);
		errata.putBack(now.reference(), stop.kind(), visible);
		events.publishEvent(new PublicationResumed(now.reference(), now.edition(), now.revision(), stop.kind(), visible,
				by.id(), why));
		return visible;
	}

	private static Erratum required(Optional<Erratum> stop, PledgeReference reference) {
		return stop.orElseThrow(() -> new Refused("reports.refused.not-stopped", reference.value()));
	}

}
