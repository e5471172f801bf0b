package org.calltolocalaction.editions.partner;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.vocabulary.Partner;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.calltolocalaction.vocabulary.PartnerNames;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator adds an organisation that can review, or corrects what one is called. All
 * pages follow; mails that were sent and reports that are frozen say what they said.
 */
@Service
@Transactional
public class NamePartner {

	/** So many that nobody reaches it, and no page or cache is long. */
	public static final int MOST = 50;

	// Searches have a word of their own for these.
	private static final Set<String> WORDS = Set.of("ANY", "NONE");

	private static final List<String> FIELDS = List.of("english", "spanish", "french", "shortEnglish", "shortSpanish",
			"shortFrench");

	private final Partners partners;

	private final RememberedPartners remembered;

	private final AuditTrail audit;

	NamePartner(Partners partners, RememberedPartners remembered, AuditTrail audit) {
		this.partners = partners;
		this.remembered = remembered;
		this.audit = audit;
	}

	/**
	 * @throws Refused where the code was used before, there are enough, or another is
	 * called so
	 */
	public void add(PartnerCode code, PartnerNames names, Person by) {
		by.requireCoordinator();
		List<Partner> all = partners.forChange();
		if (WORDS.contains(code.value()) || all.stream().anyMatch(partner -> partner.code().equals(code))) {
			throw new Refused("editions.refused.partner-code-used", code.value());
		}
		if (all.size() >= MOST) {
			throw new Refused("editions.refused.partners-enough", MOST);
		}
		requireOwnNames(new Partner(code, names, Optional.empty()), all);
		partners.add(code, names);
		remembered.changed();
		List<String> said = names.all();
		List<Integer> given = IntStream.range(0, said.size())
			.filter(field -> !said.get(field).isEmpty())
			.boxed()
			.toList();
		audit.record(AuditEntry.of("partner.added", code)
			.by(by)
			.with("changed", given.stream().map(FIELDS::get).toList())
			.personal("to", given.stream().map(said::get).toList()));
	}

	/**
	 * The same names again are no change.
	 * @throws Refused where another is called so
	 */
	public void correct(PartnerCode code, PartnerNames names, Person by) {
		by.requireCoordinator();
		List<Partner> all = partners.forChange();
		Partner present = all.stream()
			.filter(partner -> partner.code().equals(code))
			.findFirst()
			.orElseThrow(() -> new NotFound("Partner " + code));
		List<String> before = present.names().all();
		List<String> after = names.all();
		List<Integer> changed = IntStream.range(0, after.size())
			.filter(field -> !after.get(field).equals(before.get(field)))
			.boxed()
			.toList();
		if (changed.isEmpty()) {
			return;
		}
		requireOwnNames(new Partner(code, names, present.closedAt()), all);
		partners.rename(code, names);
		remembered.changed();
		audit.record(AuditEntry.of("partner.named", code)
			.by(by)
			.with("changed", changed.stream().map(FIELDS::get).toList())
			.personal("from", changed.stream().map(before::get).toList())
			.personal("to", changed.stream().map(after::get).toList()));
	}

	private static void requireOwnNames(Partner named, List<Partner> all) {
		all.stream()
			.filter(other -> !other.code().equals(named.code()) && other.confusable(named))
			.findFirst()
			.ifPresent(other -> {
				throw new Refused("editions.refused.partner-namesake", other.code().value());
			});
	}

}
