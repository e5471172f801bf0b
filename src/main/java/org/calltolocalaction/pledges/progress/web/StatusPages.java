package org.calltolocalaction.pledges.progress.web;

import java.util.List;
import java.util.Optional;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.pledges.submitting.RevivePledge;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.calltolocalaction.pledges.progress.ExpectedDays;
import org.calltolocalaction.pledges.progress.ExpectedDays.ExpectedDay;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what a member sees of a pledge that cannot be changed now. */
@Component
@Transactional(readOnly = true)
public class StatusPages {

	private final MyPledges mine;

	private final Revisions revisions;

	private final Placements placements;

	private final SubmittedPledge submitted;

	private final WithdrawPledge withdrawal;

	private final RevivePledge revival;

	private final ProgressPages progress;

	private final ExpectedDays days;

	StatusPages(MyPledges mine, Revisions revisions, Placements placements, SubmittedPledge submitted,
			WithdrawPledge withdrawal, RevivePledge revival, ProgressPages progress, ExpectedDays days) {
		this.mine = mine;
		this.revisions = revisions;
		this.placements = placements;
		this.submitted = submitted;
		this.withdrawal = withdrawal;
		this.revival = revival;
		this.progress = progress;
		this.days = days;
	}

	/**
	 * By when the government is to submit it anew; nothing where nobody waits for that.
	 */
	Optional<ExpectedDay> awaitedBy(Pledge pledge) {
		return pledge.submitted() && pledge.state().editable() ? days.of(pledge) : Optional.empty();
	}

	/** Where a submitted pledge stands. */
	public StatusPage of(Pledge pledge, Person member) {
		List<Revision> all = revisions.of(pledge.reference());
		Revision latest = all.get(all.size() - 1);
		return new StatusPage(pledge, mine.governmentOf(member), latest.content().title(),
				all.stream().map(Revision::receipt).toList(), submitted.of(pledge, latest, member),
				placements.countsFor(pledge), mine.continuing(pledge), progress.of(pledge).orElse(null),
				days.of(pledge).orElse(null), withdrawal.possible(pledge), revival.possible(pledge));
	}

}
