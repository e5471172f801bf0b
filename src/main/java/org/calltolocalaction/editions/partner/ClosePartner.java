package org.calltolocalaction.editions.partner;

import java.time.Clock;
import java.util.List;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.vocabulary.Partner;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator closes a partner: no edition is offered it any more, and nobody becomes
 * its reviewer. The editions that it reviews keep it until it is released from them.
 */
@Service
@Transactional
public class ClosePartner {

	private final Partners partners;

	private final RememberedPartners remembered;

	private final AuditTrail audit;

	private final Clock clock;

	ClosePartner(Partners partners, RememberedPartners remembered, AuditTrail audit, Clock clock) {
		this.partners = partners;
		this.remembered = remembered;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Closing it twice is closing it once.
	 * @throws Refused where no other would be left to open a call with
	 */
	public void close(PartnerCode code, Person by) {
		by.requireCoordinator();
		List<Partner> all = partners.forChange();
		if (!find(code, all).active()) {
			return;
		}
		if (all.stream().filter(Partner::active).count() == 1) {
			throw new Refused("editions.refused.last-active-partner", code.value());
		}
		partners.close(code, clock.instant());
		remembered.changed();
		audit.record(AuditEntry.of("partner.closed", code).by(by));
	}

	/** It can be chosen again, for calls that are opened from now on. */
	public void reopen(PartnerCode code, Person by) {
		by.requireCoordinator();
		if (find(code, partners.forChange()).active()) {
			return;
		}
		partners.reopen(code);
		remembered.changed();
		audit.record(AuditEntry.of("partner.reopened", code).by(by));
	}

	private static Partner find(PartnerCode code, List<Partner> all) {
		return all.stream()
			.filter(partner -> partner.code().equals(code))
			.findFirst()
			.orElseThrow(() -> new NotFound("Partner " + code));
	}

}
