package org.calltolocalaction.pledges.progress.web;

import java.util.List;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.AuditTrail;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.pledges.placement.Placements;
import org.calltolocalaction.pledges.submitting.RevivePledge;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.calltolocalaction.pledges.web.MemberComments;
import org.calltolocalaction.post.RefusedAddresses;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** Puts together what a member sees of a pledge that cannot be changed now. */
@Component
@Transactional(readOnly = true)
public class StatusPages {

	private final MyPledges mine;

	private final PledgeForm form;

	private final Revisions revisions;

	private final Placements placements;

	private final MemberComments comments;

	private final KeptChanges keptChanges;

	private final WithdrawPledge withdrawal;

	private final RevivePledge revival;

	private final ProgressPages progress;

	private final AuditTrail trail;

	private final RefusedAddresses refusedAddresses;

	StatusPages(MyPledges mine, PledgeForm form, Revisions revisions, Placements placements, MemberComments comments,
			KeptChanges keptChanges, WithdrawPledge withdrawal, RevivePledge revival, ProgressPages progress,
			AuditTrail trail, RefusedAddresses refusedAddresses) {
		this.mine = mine;
		this.form = form;
		this.revisions = revisions;
		this.placements = placements;
		this.comments = comments;
		this.keptChanges = keptChanges;
		this.withdrawal = withdrawal;
		this.revival = revival;
		this.progress = progress;
		this.trail = trail;
		this.refusedAddresses = refusedAddresses;
	}

	/** Where a submitted pledge stands. */
	public String status(Pledge pledge, Person member, Model model) {
		List<Revision> all = revisions.of(pledge.reference());
		Revision latest = all.get(all.size() - 1);
		model.addAttribute("pledge", pledge).addAttribute("title", latest.content().title());
		model.addAttribute("receipts", all.stream().map(Revision::receipt).toList());
		FormContext context = form.context(LocaleContextHolder.getLocale(), member.zone());
		model.addAttribute("comments", comments.of(pledge, context));
		model.addAttribute("keptChanges", keptChanges.of(pledge, latest, context));
		model.addAttribute("countsFor", placements.countsFor(pledge));
		model.addAttribute("undeliverable",
				List.copyOf(refusedAddresses.among(form.definition().emails(latest.answers())).values()));
		model.addAttribute("continuedBy", mine.continuing(pledge));
		model.addAttribute("progress", progress.of(pledge).orElse(null));
		model.addAttribute("withdrawable", withdrawal.possible(pledge));
		model.addAttribute("revivable", revival.possible(pledge));
		model.addAttribute("zone", member.zone())
			.addAttribute("filesAddress", "/my/pledges/" + pledge.reference() + "/files");
		model.addAttribute("summary", form.definition().summary(latest.answers(), context, Reader.AUTHOR));
		return "pledges/status";
	}

	/** A draft that somebody discarded. */
	public String discarded(Pledge pledge, Person member, Model model) {
		trail.of(pledge.reference().value())
			.stream()
			.filter(entry -> entry.act().equals("pledge.discarded"))
			.reduce((earlier, last) -> last)
			.ifPresent(last -> model.addAttribute("discarded", last));
		model.addAttribute("pledge", pledge).addAttribute("title", pledge.content().title());
		model.addAttribute("zone", member.zone());
		return "pledges/discarded";
	}

}
