package org.calltolocalaction.pledges.drafting.web;

import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.Pledge;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/**
 * What stands on every page of a draft: whose it is, and for which edition it would
 * count.
 */
@Component
@Transactional(readOnly = true)
class DraftFrame {

	private final MyPledges mine;

	private final Placements placements;

	private final CallPolicy callPolicy;

	DraftFrame(MyPledges mine, Placements placements, CallPolicy callPolicy) {
		this.mine = mine;
		this.placements = placements;
		this.callPolicy = callPolicy;
	}

	/** Around a draft that there is. */
	void around(Pledge pledge, Person member, Model model) {
		model.addAttribute("pledge", pledge);
		model.addAttribute("countsFor", placements.countsFor(pledge));
		addFiles(pledge, model);
		aroundNothing(member, model);
	}

	/** Around the page on which a draft is begun. */
	void aroundNothing(Person member, Model model) {
		model.addAttribute("government", mine.governmentOf(member));
		model.addAttribute("call", callPolicy.statusNow()).addAttribute("zone", member.zone());
	}

	static void addFiles(Pledge pledge, Model model) {
		model.addAttribute("filesAddress", "/my/pledges/" + pledge.reference() + "/files");
	}

	/** Where one part of a draft is filled. */
	static String address(Pledge pledge, String part) {
		return "/my/pledges/" + pledge.reference() + "/sections/" + part;
	}

}
