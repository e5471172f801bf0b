package org.calltolocalaction.editions.partner;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says who reviews an edition's pledges, and changes that as a coordinator decides. What
 * becomes of rounds that run is for the caller to see to: editions know no reviews.
 */
@Service
public class EditionPartners {

	private final Editions editions;

	private final Vocabulary vocabulary;

	private final Partners partners;

	private final AuditTrail audit;

	private final JdbcClient jdbc;

	EditionPartners(Editions editions, Vocabulary vocabulary, Partners partners, AuditTrail audit, JdbcClient jdbc) {
		this.editions = editions;
		this.vocabulary = vocabulary;
		this.partners = partners;
		this.audit = audit;
		this.jdbc = jdbc;
	}

	/** What changed since its call was opened. */
	@Transactional(readOnly = true)
	public PartnerChanges changes(EditionYear year) {
		Map<PartnerAct, Set<PartnerCode>> changed = new HashMap<>();
		jdbc.sql("select partner, act from edition_partner_change where edition_year = ?")
			.param(year.value())
			.query(row -> {
				changed.computeIfAbsent(PartnerAct.valueOf(row.getString("act")), act -> new HashSet<>())
					.add(new PartnerCode(row.getString("partner")));
			});
		return new PartnerChanges(changed.getOrDefault(PartnerAct.ADDED, Set.of()),
				changed.getOrDefault(PartnerAct.RELEASED, Set.of()));
	}

	/**
	 * @throws Refused where nothing is reviewed for it any more or yet, where the partner
	 * is one already or is not offered, or where none would be left
	 */
	@Transactional(readOnly = true)
	public void requirePossible(EditionYear year, PartnerCode partner, PartnerAct act) {
		Edition edition = editions.edition(year);
		if (!edition.state().takesExtensions()) {
			throw new Refused("editions.refused.partners-stay", year);
		}
		boolean present = edition.partners().contains(partner);
		if (act == PartnerAct.ADDED && (present || !vocabulary.activePartners().contains(partner))) {
			throw new Refused("editions.refused.partner-already", partner.value(), year);
		}
		if (act == PartnerAct.RELEASED && !present) {
			throw new Refused("editions.refused.partner-not", partner.value(), year);
		}
		if (act == PartnerAct.RELEASED && edition.partners().size() == 1) {
			throw new Refused("editions.refused.last-partner", partner.value(), year);
		}
	}

	/** For whoever has locked the edition. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void change(EditionYear year, PartnerCode partner, PartnerAct act, String reason, Person by) {
		by.requireCoordinator();
		if (Text.trimmed(reason).isEmpty()) {
			throw new Refused("editions.refused.partner-no-reason");
		}
		requirePossible(year, partner, act);
		Edition edition = editions.forChange(year);
		if (act == PartnerAct.ADDED) {
			partners.requireActive(Set.of(partner));
			edition.addPartner(partner);
		}
		else {
			edition.releasePartner(partner);
		}
		editions.saveAndFlush(edition);
		jdbc.sql("""
				insert into edition_partner_change (edition_year, partner, act) values (?, ?, ?)
				on conflict (edition_year, partner) do update set act = excluded.act""")
			.params(year.value(), partner.value(), act.name())
			.update();
		AuditEntry entry = act == PartnerAct.ADDED ? AuditEntry.of("edition.partner-added", year)
				: AuditEntry.of("edition.partner-released", year);
		audit.record(entry.by(by).with("partner", partner).personal("reason", Text.trimmed(reason)));
	}

}
