package org.calltolocalaction.pledges.drafting.web;

import java.util.List;
import java.util.UUID;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormDefinition;
import org.calltolocalaction.forms.FormPart;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.FormView;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.forms.Validation;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.drafting.SaveDraft;
import org.calltolocalaction.pledges.progress.web.MemberComments;
import org.calltolocalaction.post.RefusedAddresses;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/**
 * Puts together what the page of one part of a draft shows: as it is saved, as it was
 * typed, or beside what a colleague saved.
 */
@Component
@Transactional(readOnly = true)
class PartPages {

	private final PledgeForm form;

	private final MemberComments comments;

	private final ColleaguesAtWork colleagues;

	private final People people;

	private final RefusedAddresses refusedAddresses;

	private final DraftFrame frame;

	PartPages(PledgeForm form, MemberComments comments, ColleaguesAtWork colleagues, People people,
			RefusedAddresses refusedAddresses, DraftFrame frame) {
		this.form = form;
		this.comments = comments;
		this.colleagues = colleagues;
		this.people = people;
		this.refusedAddresses = refusedAddresses;
		this.frame = frame;
	}

	FormDefinition definition() {
		return form.definition();
	}

	/** One part as it is saved, with what is wrong in it where that was asked for. */
	String part(Pledge pledge, FormPart part, boolean check, Person member, Model model) {
		List<FieldError> errors = check ? definition().validate(pledge.answers(), context(member)).errors() : List.of();
		return part(pledge, part, pledge.answers(), errors, pledge.draftVersion(), UUID.randomUUID(), member, model);
	}

	/** One part as it was typed, with what cannot be stored or was not taken of it. */
	String refused(Pledge pledge, FormPart part, Answers typed, List<FieldError> errors, long version, UUID page,
			Person member, Model model) {
		Answers shown = typed;
		for (String upload : part.uploads()) {
			shown = shown.with(upload, pledge.answers().value(upload).orElse(null));
		}
		return part(pledge, part, shown, errors, version, page, member, model);
	}

	/** Both texts, where a colleague changed the same answers. */
	String conflict(Pledge pledge, FormPart part, SaveDraft.Conflict conflict, List<FieldError> notTaken, UUID page,
			Person member, Model model) {
		List<FormSummary.Row> theirs = definition().summary(conflict.theirs(), context(member), Reader.AUTHOR)
			.sections()
			.stream()
			.flatMap(section -> section.rows().stream())
			.filter(row -> conflict.fields().contains(row.path()))
			.toList();
		model.addAttribute("theirs", theirs).addAttribute("colleague", people.person(conflict.by()).name());
		model.addAttribute("conflictAt", conflict.at());
		return part(pledge, part, conflict.mine(), notTaken, conflict.version(), page, member, model);
	}

	/** Who else is at this draft, and whether at the same part. */
	String colleagues(Pledge pledge, FormPart part, Person member, Model model) {
		colleagues.add(pledge, part, member, model);
		return "pledges/drafting/part :: colleagues";
	}

	/** What was typed on the page of one part, if it may be stored. */
	Validation storable(Pledge pledge, MultiValueMap<String, String> posted, FormPart part, Person member) {
		Answers typed = typed(pledge, posted, part);
		return definition().checkDraft(ofPart(typed, part), context(member));
	}

	private static Answers ofPart(Answers answers, FormPart part) {
		Answers ofThisPart = Answers.empty();
		for (String path : part.paths()) {
			ofThisPart = ofThisPart.with(path, answers.value(path).orElse(null));
		}
		return ofThisPart;
	}

	/**
	 * The questions as they are asked after what was typed so far, for a page that
	 * scripts bring up to date.
	 */
	String refreshed(Pledge pledge, MultiValueMap<String, String> posted, FormPart part, Person member, Model model) {
		FormContext context = context(member).noted(comments.notes(pledge, context(member)));
		FormView view = definition().view(part.id(), typed(pledge, posted, part), List.of(), context);
		if (definition().changesRows(posted)) {
			Answers bound = definition().bind(part.id(), pledge.answers(), posted);
			view = view.focusedOn(definition().change(bound, posted).anchor());
		}
		model.addAttribute("form", view.refreshedAt(DraftFrame.address(pledge, part.id()) + "/refresh"));
		DraftFrame.addFiles(pledge, model);
		return "forms/fields :: fields(view=${form})";
	}

	private Answers typed(Pledge pledge, MultiValueMap<String, String> posted, FormPart part) {
		Answers bound = definition().bind(part.id(), pledge.answers(), posted);
		return definition().changesRows(posted) ? definition().change(bound, posted).answers() : bound;
	}

	/** Where a button leads, below the pledge's own address. */
	String after(FormPart part, MultiValueMap<String, String> posted) {
		if (definition().changesRows(posted)) {
			return "/sections/" + part.id();
		}
		if (PartUploads.asked(posted)) {
			return "/sections/" + part.id() + "#" + part.uploads().get(0).replace('.', '-');
		}
		List<String> ids = definition().sectionIds();
		int next = ids.indexOf(part.id()) + 1;
		return "continue".equals(posted.getFirst("action")) && next < ids.size() ? "/sections/" + ids.get(next) : "";
	}

	private String part(Pledge pledge, FormPart part, Answers answers, List<FieldError> errors, long version, UUID page,
			Person member, Model model) {
		FormContext context = context(member).noted(comments.notes(pledge, context(member)));
		FormView view = definition().view(part.id(), answers, errors, context);
		List<FormPart> parts = definition().parts();
		model.addAttribute("form", view.refreshedAt(DraftFrame.address(pledge, part.id()) + "/refresh"));
		model.addAttribute("part", part.id());
		model.addAttribute("number", parts.indexOf(part) + 1).addAttribute("parts", parts.size());
		model.addAttribute("version", version).addAttribute("page", page);
		model.addAttribute("invalid", view.errors().isEmpty() ? null : Boolean.TRUE);
		model.addAttribute("undeliverable",
				List.copyOf(refusedAddresses.among(definition().emails(ofPart(answers, part))).values()));
		colleagues.add(pledge, part, member, model);
		frame.around(pledge, member, model);
		return "pledges/drafting/part";
	}

	private FormContext context(Person member) {
		// The page's own language, which may differ from the account's by ?lang=.
		return form.context(LocaleContextHolder.getLocale(), member.zone());
	}

}
