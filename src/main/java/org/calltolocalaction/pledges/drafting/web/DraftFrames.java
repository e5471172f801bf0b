package org.calltolocalaction.pledges.drafting.web;

import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.progress.ExpectedDays;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.signoff.DraftSignOffs;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what stands on every page of a draft. */
@Component
@Transactional(readOnly = true)
class DraftFrames {

	private final MyPledges mine;

	private final Placements placements;

	private final CallPolicy callPolicy;

	private final ExpectedDays days;

	private final DraftSignOffs signOffs;

	DraftFrames(MyPledges mine, Placements placements, CallPolicy callPolicy, ExpectedDays days,
			DraftSignOffs signOffs) {
		this.mine = mine;
		this.placements = placements;
		this.callPolicy = callPolicy;
		this.days = days;
		this.signOffs = signOffs;
	}

	DraftFrame around(Pledge pledge, Person member) {
		return new DraftFrame(pledge, mine.governmentOf(member), callPolicy.statusNow(pledge.holders()),
				placements.countsFor(pledge), days.of(pledge).orElse(null),
				signOffs.of(pledge, LocaleContextHolder.getLocale()));
	}

}
