package org.calltolocalaction.pledges.drafting.web;

import java.util.List;
import java.util.UUID;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormDefinition;
import org.calltolocalaction.forms.FormPart;
import org.calltolocalaction.forms.FormSection;
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
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;

/**
 * Puts together what the page of one part of a draft shows: as it is saved, as it was
 * typed, or beside what a colleague saved.
 */
@Component
@Transactional(readOnly = true)
class PartPages {

	private static final String ACTION = "action";

	private static final String CONTINUE = "continue";

	/** The button of who goes on although something is wrong. */
	private static final String CORRECT_LATER = "later";

	private final PledgeForm form;

	private final MemberComments comments;

	private final ColleaguesAtWork colleagues;

	private final People people;

	private final RefusedAddresses refusedAddresses;

	private final DraftFrames frames;

	PartPages(PledgeForm form, MemberComments comments, ColleaguesAtWork colleagues, People people,
			RefusedAddresses refusedAddresses, DraftFrames frames) {
		this.form = form;
		this.comments = comments;
		this.colleagues = colleagues;
		this.people = people;
		this.refusedAddresses = refusedAddresses;
		this.frames = frames;
	}

	FormDefinition definition() {
		return form.definition();
	}

	/** One part as it is saved, with what is wrong in it where that was asked for. */
	PartPage saved(Pledge pledge, FormPart part, boolean check, Person member) {
		List<FieldError> errors = check ? definition().validate(pledge.answers(), context(member)).errors() : List.of();
		return page(pledge, part, pledge.answers(), errors, pledge.draftVersion(), UUID.randomUUID(), null, member);
	}

	/** One part as it was typed, with what cannot be stored or was not taken of it. */
	PartPage refused(Pledge pledge, FormPart part, Answers typed, List<FieldError> errors, long version, UUID id,
			Person member) {
		Answers shown = typed;
		for (String upload : part.uploads()) {
			shown = shown.with(upload, pledge.answers().value(upload).orElse(null));
		}
		return page(pledge, part, shown, errors, version, id, null, member);
	}

	/** Both texts, where a colleague changed the same answers. */
	PartPage conflict(Pledge pledge, FormPart part, SaveDraft.Conflict conflict, List<FieldError> notTaken, UUID id,
			Person member) {
		List<FormSummary.Row> theirs = definition().summary(conflict.theirs(), context(member), Reader.AUTHOR)
			.sections()
			.stream()
			.flatMap(section -> section.rows().stream())
			.filter(row -> conflict.fields().contains(row.path()))
			.toList();
		return page(pledge, part, conflict.mine(), notTaken, conflict.version(), id,
				new PartPage.Conflict(people.person(conflict.by()).name(), conflict.at(), theirs), member);
	}

	/** Who else is at this draft, and whether at the same part. */
	PartPage.Colleagues colleagues(Pledge pledge, FormPart part, Person member) {
		return new PartPage.Colleagues(colleagues.at(part, pledge, member));
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
	PartPage.Fields refreshed(Pledge pledge, MultiValueMap<String, String> posted, FormPart part, Person member) {
		FormContext context = context(member).noted(comments.notes(pledge, context(member)));
		FormView view = definition().view(part.id(), typed(pledge, posted, part), List.of(), context);
		if (definition().changesRows(posted)) {
			Answers bound = definition().bind(part.id(), pledge.answers(), posted);
			view = view.focusedOn(definition().change(bound, posted).anchor());
		}
		return new PartPage.Fields(view.refreshedAt(DraftFrame.address(pledge, part.id()) + "/refresh"),
				DraftFrame.filesAddress(pledge));
	}

	private Answers typed(Pledge pledge, MultiValueMap<String, String> posted, FormPart part) {
		Answers bound = definition().bind(part.id(), pledge.answers(), posted);
		return definition().changesRows(posted) ? definition().change(bound, posted).answers() : bound;
	}

	/**
	 * What is wrong in a part that was just saved, for whoever wants to go on: what is
	 * only missing can wait until everything is checked.
	 */
	List<FieldError> toCorrect(Answers saved, FormPart part, MultiValueMap<String, String> posted, Person member) {
		return !CONTINUE.equals(posted.getFirst(ACTION)) ? List.of()
				: definition().progress(saved, context(member))
					.stream()
					.filter(section -> section.id().equals(part.id()))
					.flatMap(section -> section.errors().stream())
					.filter(error -> !error.isMissing())
					.toList();
	}

	/** Where a button leads, below the pledge's own address. */
	String after(FormPart part, MultiValueMap<String, String> posted, boolean fromCheck, Answers saved, Person member) {
		String same = "/sections/" + part.id() + (fromCheck ? "?check=true" : "");
		if (definition().changesRows(posted)) {
			return same;
		}
		if (PartUploads.asked(posted)) {
			return same + "#" + part.uploads().get(0).replace('.', '-');
		}
		String pressed = posted.getFirst(ACTION);
		if (!CONTINUE.equals(pressed) && !CORRECT_LATER.equals(pressed)) {
			return "";
		}
		List<String> ids = definition().progress(saved, context(member)).stream().map(FormSection::id).toList();
		int next = ids.indexOf(part.id()) + 1;
		return fromCheck ? "/check" : next < ids.size() ? "/sections/" + ids.get(next) : "";
	}

	private PartPage page(Pledge pledge, FormPart part, Answers answers, List<FieldError> errors, long version, UUID id,
			PartPage.@Nullable Conflict conflict, Person member) {
		FormContext context = context(member).noted(comments.notes(pledge, context(member)));
		FormView view = definition().view(part.id(), answers, errors, context);
		List<FormPart> parts = definition().parts();
		return new PartPage(frames.around(pledge, member), part.id(),
				view.refreshedAt(DraftFrame.address(pledge, part.id()) + "/refresh"), parts.indexOf(part) + 1,
				parts.size(), version, id, colleagues.at(part, pledge, member),
				List.copyOf(refusedAddresses.among(definition().emails(ofPart(answers, part))).values()), conflict,
				PartPage.Progress.of(definition().progress(answers, context), part), PartPage.Course.ONWARD);
	}

	private FormContext context(Person member) {
		// The page's own language, which may differ from the account's by ?lang=.
		return form.context(LocaleContextHolder.getLocale(), member.zone());
	}

}
