package org.calltolocalaction.pledges.progress.web;

import java.util.List;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.pledges.submitting.RevivePledge;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

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

	StatusPages(MyPledges mine, Revisions revisions, Placements placements, SubmittedPledge submitted,
			WithdrawPledge withdrawal, RevivePledge revival, ProgressPages progress) {
		this.mine = mine;
		this.revisions = revisions;
		this.placements = placements;
		this.submitted = submitted;
		this.withdrawal = withdrawal;
		this.revival = revival;
		this.progress = progress;
	}

	/** Where a submitted pledge stands. */
	public String status(Pledge pledge, Person member, Model model) {
		List<Revision> all = revisions.of(pledge.reference());
		Revision latest = all.get(all.size() - 1);
		model.addAttribute("pledge", pledge).addAttribute("title", latest.content().title());
		model.addAttribute("receipts", all.stream().map(Revision::receipt).toList());
		submitted.add(pledge, latest, member, model);
		model.addAttribute("countsFor", placements.countsFor(pledge));
		model.addAttribute("continuedBy", mine.continuing(pledge));
		model.addAttribute("progress", progress.of(pledge).orElse(null));
		model.addAttribute("withdrawable", withdrawal.possible(pledge));
		model.addAttribute("revivable", revival.possible(pledge));
		model.addAttribute("zone", member.zone())
			.addAttribute("filesAddress", "/my/pledges/" + pledge.reference() + "/files");
		return "pledges/progress/status";
	}

}
