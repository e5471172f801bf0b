package org.calltolocalaction.pledges.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.calltolocalaction.editions.Calls;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.Audience;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormDefinition;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.MyPledges;
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

/** Puts together what the pages of one pledge show; the controllers decide which page it is. */
@Component
@Transactional(readOnly = true)
class MyPledgePages {

	private final PledgeForm form;

	private final Revisions revisions;

	private final PledgePlaces places;

	private final PartnerComments comments;

	private final WithdrawPledge withdrawal;

	private final MyPledges mine;

	private final Calls calls;

	private final WayPages way;

	MyPledgePages(PledgeForm form, Revisions revisions, PledgePlaces places, PartnerComments comments,
			WithdrawPledge withdrawal, MyPledges mine, Calls calls, WayPages way) {
		this.form = form;
		this.revisions = revisions;
		this.places = places;
		this.comments = comments;
		this.withdrawal = withdrawal;
		this.mine = mine;
		this.calls = calls;
		this.way = way;
	}

	FormDefinition form() {
		return form.definition();
	}

	/** The page's own language, which may differ from the account's by {@code ?lang=}. */
	FormContext context(Person member) {
		Locale language = LocaleContextHolder.getLocale();
		return form.context(language, member.zone());
	}

	/** What a member need not type who begins a pledge. */
	Answers begun(Person member) {
		return Answers.of(Map.of("language", member.language().getLanguage(), "contactName", member.name(),
				"contactEmail", member.email()));
	}

	/** The form of a pledge that has not been saved yet. */
	String blank(Answers answers, List<FieldError> errors, Person member, Model model) {
		model.addAttribute("government", mine.governmentOf(member)).addAttribute("version", 0L);
		return edit(answers, errors, member, model);
	}

	/** The form of a pledge that may be changed, on top of this version of its working copy. */
	String form(Pledge pledge, Answers answers, long version, List<FieldError> errors, Person member, Model model) {
		model.addAttribute("pledge", pledge).addAttribute("version", version);
		model.addAttribute("government", mine.governmentOf(member));
		model.addAttribute("comments", comments.on(pledge));
		model.addAttribute("countsFor", places.countsFor(pledge));
		return edit(answers, errors, member, model);
	}

	private String edit(Answers answers, List<FieldError> errors, Person member, Model model) {
		model.addAttribute("form", form().view(answers, errors, context(member)));
		model.addAttribute("invalid", errors.isEmpty() ? null : Boolean.TRUE);
		addCall(member, model);
		return "pledges/edit";
	}

	/** Everything once more, before it is submitted. */
	String check(Pledge pledge, Answers answers, Person member, Model model) {
		FormSummary summary = form().summary(answers, context(member), Audience.MEMBERS)
			.withChangeLinks("/my/pledges/" + pledge.reference());
		model.addAttribute("pledge", pledge).addAttribute("summary", summary);
		model.addAttribute("changes", pledge.submitted() ? form().changes(revisions.latestOf(pledge).answers(), answers,
				context(member), Audience.MEMBERS) : null);
		model.addAttribute("government", mine.governmentOf(member));
		model.addAttribute("countsFor", places.countsFor(pledge));
		addCall(member, model);
		return "pledges/check";
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
		model.addAttribute("zone", member.zone());
		model.addAttribute("summary", form().summary(latest.answers(), context(member), Audience.MEMBERS));
		return "pledges/status";
	}

	private void addCall(Person member, Model model) {
		model.addAttribute("call", calls.statusNow()).addAttribute("zone", member.zone());
	}

}
