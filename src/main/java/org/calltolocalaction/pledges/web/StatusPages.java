package org.calltolocalaction.pledges.web;

import java.util.List;
import org.calltolocalaction.forms.Audience;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PartnerComments;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgePlaces;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.pledges.WithdrawPledge;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** Puts together what a member sees of a pledge that cannot be changed now. */
@Component
@Transactional(readOnly = true)
class StatusPages {

	private final PledgeForm form;

	private final Revisions revisions;

	private final PledgePlaces places;

	private final PartnerComments comments;

	private final WithdrawPledge withdrawal;

	private final WayPages way;

	StatusPages(PledgeForm form, Revisions revisions, PledgePlaces places, PartnerComments comments,
			WithdrawPledge withdrawal, WayPages way) {
		this.form = form;
		this.revisions = revisions;
		this.places = places;
		this.comments = comments;
		this.withdrawal = withdrawal;
		this.way = way;
	}

	/** Where a submitted pledge stands. */
	String status(Pledge pledge, Person member, Model model) {
		List<Revision> all = revisions.of(pledge.reference());
		Revision latest = all.get(all.size() - 1);
		model.addAttribute("pledge", pledge).addAttribute("title", latest.answers().text("title"));
		model.addAttribute("receipts", all.stream().map(Revision::receipt).toList());
		model.addAttribute("comments", comments.on(pledge));
		model.addAttribute("countsFor", places.countsFor(pledge));
		model.addAttribute("way", way.of(pledge).orElse(null));
		model.addAttribute("withdrawable", withdrawal.possible(pledge));
		model.addAttribute("zone", member.zone()).addAttribute("filesAddress", "/my/pledges/" + pledge.reference() + "/files");
		model.addAttribute("summary", form.definition()
			.summary(latest.answers(), form.context(LocaleContextHolder.getLocale(), member.zone()), Audience.MEMBERS));
		return "pledges/status";
	}

}
