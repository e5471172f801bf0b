package org.calltolocalaction.reports.publication;

import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.reports.Errata;
import org.calltolocalaction.reports.StopKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A pledge that everybody reads is taken from the public, whatever became of its report:
 * by its government, or by the coordinators. It keeps its place in the report.
 */
@Service
@Transactional
public class StopPublication {

	private final MyPledges mine;

	private final Pledges pledges;

	private final Publications publications;

	private final Errata errata;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	StopPublication(MyPledges mine, Pledges pledges, Publications publications, Errata errata, AuditTrail audit,
			ApplicationEventPublisher events) {
		this.mine = mine;
		this.pledges = pledges;
		this.publications = publications;
		this.errata = errata;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * A member withdraws their government's consent, also where the coordinators have
	 * taken the pledge down: then they cannot put it back.
	 * @param foreseen the fingerprint of what the member has read
	 * @param reason for colleagues and coordinators; may be empty
	 */
	public void withdrawConsent(PledgeReference reference, String foreseen, String reason, Person by) {
		Publication now = publications.forChange(mine.forChange(reference, by), foreseen);
		if (!now.consented() || now.consentWithdrawn().isPresent()) {
			throw new Refused("reports.refused.no-consent", reference.value());
		}
		String why = Text.trimmed(reason);
		audit.record(AuditEntry.of("pledge.consent-withdrawn", reference)
			.by(by)
			.with("edition", now.edition().value())
			.personal("reason", why));
		stop(now, StopKind.CONSENT_WITHDRAWN, why, by);
	}

	/**
	 * A coordinator takes down what everybody reads.
	 * @param kind why; one of {@link StopKind#OF_COORDINATORS}
	 * @param foreseen the fingerprint of what the coordinator has read
	 * @param reason for the government
	 */
	public void takeDown(PledgeReference reference, StopKind kind, String foreseen, String reason, Person by) {
		by.requireCoordinator();
		if (kind.byGovernment()) {
			throw new IllegalArgumentException("Only its government withdraws the consent of " + reference);
		}
		String why = requireReason(reason);
		Publication now = publications.forChange(pledges.forChange(reference), foreseen);
		if (!now.visible()) {
			throw new Refused("reports.refused.not-public", reference.value());
		}
		audit.record(AuditEntry.of("pledge.taken-down", reference)
			.by(by)
			.with("edition", now.edition().value())
			.with("stop", kind)
			.personal("reason", why));
		stop(now, kind, why, by);
	}

	private void stop(Publication now, StopKind kind, String why, Person by) {
		errata.takeOut(now.reference(), now.edition(), kind);
		events.publishEvent(new PledgeUnpublished(now.reference(), kind, by.id(), why));
	}

	static String requireReason(String reason) {
		String why = Text.trimmed(reason);
		if (why.isEmpty()) {
			throw new Refused("reports.refused.no-reason");
		}
		return why;
	}

}
