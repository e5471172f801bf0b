package org.calltolocalaction.editions.criteria;

import java.util.Map;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator chooses the criteria by which an edition's pledges are judged, and how
 * much each counts. Reviews that are open keep the criteria with which they were opened.
 */
@Service
public class ChooseCriteria {

	private final Editions editions;

	private final EditionCriteria criteria;

	private final AuditTrail audit;

	ChooseCriteria(Editions editions, EditionCriteria criteria, AuditTrail audit) {
		this.editions = editions;
		this.criteria = criteria;
		this.audit = audit;
	}

	/**
	 * Refused where the contents are confirmed, no reason is given, nothing would be
	 * asked, or somebody else chose meanwhile.
	 * @param seen the version that the coordinator had before their eyes
	 */
	@Transactional
	public void choose(EditionYear year, int seen, Map<Criterion, Integer> weights, String reason, Person by) {
		by.requireCoordinator();
		if (Text.trimmed(reason).isEmpty()) {
			throw new Refused("editions.refused.criteria-no-reason");
		}
		if (weights.isEmpty()) {
			throw new Refused("editions.refused.no-criterion");
		}
		if (editions.forChange(year).state().contentsConfirmed()) {
			throw new Refused("editions.refused.criteria-stay", year.businessKey());
		}
		Criteria now = criteria.forJudging(year);
		if (now.version() != seen) {
			throw new Refused("editions.refused.criteria-changed", year.businessKey());
		}
		criteria.write(new Criteria(year, now.version() + 1, weights));
		audit.record(AuditEntry.of("edition.criteria-chosen", year).by(by).personal("reason", Text.trimmed(reason)));
	}

}
