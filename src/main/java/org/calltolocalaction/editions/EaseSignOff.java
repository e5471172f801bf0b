package org.calltolocalaction.editions;

import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator asks less of those who submit to a call that is open already: an approval
 * by the head of government is only recommended, or not asked for any more.
 */
@Service
public class EaseSignOff {

	private final Editions editions;

	private final AuditTrail audit;

	EaseSignOff(Editions editions, AuditTrail audit) {
		this.editions = editions;
		this.audit = audit;
	}

	/** Whether there is anything to ease, in an edition to which pledges still come. */
	public static boolean possible(Edition edition) {
		return EditionTransition.EASE_SIGN_OFF.possibleIn(edition.state()) && edition.signOffRule() != SignOffRule.OFF;
	}

	/**
	 * Does nothing where the rule is this one already.
	 * @throws Refused where it would be stricter than now, or nobody submits to the
	 * edition any more
	 */
	@Transactional
	public void ease(EditionYear year, SignOffRule to, Person by) {
		by.requireCoordinator();
		Edition edition = editions.forChange(year);
		SignOffRule from = edition.signOffRule();
		if (from == to) {
			return;
		}
		if (!possible(edition) || !from.milder().contains(to)) {
			throw new Refused("editions.refused.sign-off-stays", year);
		}
		edition.easeSignOff(to);
		audit.record(AuditEntry.of("edition.sign-off-eased", year).by(by).with("signOffRule", to));
		editions.saveAndFlush(edition);
	}

}
