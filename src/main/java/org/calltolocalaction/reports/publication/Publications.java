package org.calltolocalaction.reports.publication;

import java.util.Optional;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.reports.Errata;
import org.calltolocalaction.reports.Inclusion;
import org.calltolocalaction.reports.Inclusions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What everybody may read of pledges, for those who may change it. */
@Component
@Transactional(readOnly = true)
public class Publications {

	private final MyPledges mine;

	private final Pledges pledges;

	private final Revisions revisions;

	private final Inclusions inclusions;

	private final Editions editions;

	private final Errata errata;

	Publications(MyPledges mine, Pledges pledges, Revisions revisions, Inclusions inclusions, Editions editions,
			Errata errata) {
		this.mine = mine;
		this.pledges = pledges;
		this.revisions = revisions;
		this.inclusions = inclusions;
		this.editions = editions;
		this.errata = errata;
	}

	/** A member's own pledge; nothing where it stands in no report. */
	public Optional<Publication> ofMember(PledgeReference reference, Person member) {
		return of(submitted(mine.pledge(reference, member)));
	}

	/** Any pledge, for a coordinator; nothing where it stands in no report. */
	public Optional<Publication> ofCoordinator(PledgeReference reference, Person by) {
		by.requireOversight();
		return of(submitted(pledges.pledge(reference)));
	}

	/**
	 * The same of a pledge that is locked; the edition is locked too, so that a report
	 * that is being frozen at this moment is found frozen.
	 * @param foreseen the fingerprint of what the person has read
	 * @throws Refused where it stands in no report, or something else would follow than
	 * was read
	 */
	Publication forChange(Pledge locked, String foreseen) {
		inclusions.find(locked.reference()).map(Inclusion::edition).ifPresent(editions::forChange);
		Publication now = of(submitted(locked))
			.orElseThrow(() -> new Refused("reports.refused.not-public", locked.reference().value()));
		if (!now.fingerprint().equals(foreseen)) {
			throw new Refused("reports.refused.publication-changed", locked.reference().value());
		}
		return now;
	}

	private Optional<Publication> of(Pledge pledge) {
		return pledge.state() != PledgeState.INCLUDED ? Optional.empty()
				: inclusions.find(pledge.reference())
					.map(inclusion -> new Publication(pledge.reference(), inclusion.edition(), inclusion.revision(),
							revisions.revision(pledge.reference(), inclusion.revision()).content().mayBePublished(),
							editions.edition(inclusion.edition()).state(), errata.open(pledge.reference())));
	}

	private static Pledge submitted(Pledge pledge) {
		if (!pledge.submitted()) {
			throw new NotFound("A submitted revision of " + pledge.reference());
		}
		return pledge;
	}

}
