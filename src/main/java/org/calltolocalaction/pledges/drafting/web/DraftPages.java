package org.calltolocalaction.pledges.drafting.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.CallPolicy;
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
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.pledges.drafting.DraftPresence;
import org.calltolocalaction.pledges.drafting.DraftProgress;
import org.calltolocalaction.pledges.drafting.RenewPledge;
import org.calltolocalaction.pledges.drafting.SaveDraft;
import org.calltolocalaction.pledges.placement.Placements;
import org.calltolocalaction.pledges.similarity.SimilarPledges;
import org.calltolocalaction.pledges.web.MemberComments;
import org.calltolocalaction.post.RefusedAddresses;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/**
 * Puts together what the pages of a draft show; the controllers decide which page it is.
 */
@Component
@Transactional(readOnly = true)
class DraftPages {

	private final PledgeForm form;

	private final Revisions revisions;

	private final Placements placements;

	private final MemberComments comments;

	private final MyPledges mine;

	private final RenewPledge renewal;

	private final SimilarPledges similar;

	private final DraftPresence presence;

	private final People people;

	private final CallPolicy callPolicy;

	private final RefusedAddresses refusedAddresses;

	DraftPages(PledgeForm form, Revisions revisions, Placements placements, MemberComments comments, MyPledges mine,
			RenewPledge renewal, SimilarPledges similar, DraftPresence presence, People people, CallPolicy callPolicy,
			RefusedAddresses refusedAddresses) {
		this.form = form;
		this.revisions = revisions;
		this.placements = placements;
		this.comments = comments;
		this.mine = mine;
		this.renewal = renewal;
		this.similar = similar;
		this.presence = presence;
		this.people = people;
		this.callPolicy = callPolicy;
		this.refusedAddresses = refusedAddresses;
	}

	/** One line of the task list. */
	record Task(String id, String title, DraftProgress.State state, List<String> atWork) {
	}

	/**
	 * Something to be put right or looked at, and the page and field where that is done.
	 */
	record Pointer(String address, String words, FieldError error) {
	}

	FormDefinition definition() {
		return form.definition();
	}

	/** A new pledge, from nothing or from an earlier one. */
	String begin(Person member, Model model) {
		model.addAttribute("government", mine.governmentOf(member));
		model.addAttribute("earlier", renewal.renewable(member));
		addCall(member, model);
		return "pledges/begin";
	}

	/** The parts of a draft with what is to be done in each. */
	String tasks(Pledge pledge, boolean check, Person member, Model model) {
		FormContext context = context(member);
		DraftProgress progress = form.progress(pledge.answers(), context);
		Map<String, List<String>> atWork = presence.others(pledge, member)
			.stream()
			.collect(Collectors.groupingBy(DraftPresence.AtWork::part,
					Collectors.mapping(other -> people.person(other.account()).name(), Collectors.toList())));
		model.addAttribute("tasks", progress.parts()
			.stream()
			.map(part -> new Task(part.id(), part.title(), part.state(), atWork.getOrDefault(part.id(), List.of())))
			.toList());
		model.addAttribute("complete", progress.complete());
		model.addAttribute("done", progress.parts().stream().filter(part -> part.errors().isEmpty()).count());
		model.addAttribute("pointers", check ? pointers(pledge, progress) : List.of());
		model.addAttribute("invalid", check && !progress.complete() ? Boolean.TRUE : null);
		model.addAttribute("carriedOver", carriedOver(pledge, context));
		model.addAttribute("comments", comments.of(pledge, context)).addAttribute("title", pledge.content().title());
		addDraft(pledge, member, model);
		return "pledges/tasks";
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
		addColleagues(pledge, part, member, model);
		return "pledges/part :: colleagues";
	}

	/**
	 * Everything once more, before it is submitted; nothing where something is still
	 * missing or wrong.
	 */
	Optional<String> check(Pledge pledge, Person member, Model model) {
		Validation validation = definition().validate(pledge.answers(), context(member));
		if (!validation.isValid()) {
			return Optional.empty();
		}
		model.addAttribute("summary", definition().summary(validation.answers(), context(member), Reader.AUTHOR)
			.withChangeLinks("/my/pledges/" + pledge.reference() + "/sections"));
		model.addAttribute("changes", pledge.submitted() ? definition().changes(revisions.latestOf(pledge).answers(),
				validation.answers(), context(member), Reader.AUTHOR) : null);
		model.addAttribute("similar", pledge.submitted() ? List.of() : similar.to(pledge));
		addDraft(pledge, member, model);
		return Optional.of("pledges/check");
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
		model.addAttribute("form", view.refreshedAt(address(pledge, part.id()) + "/refresh"));
		addFiles(pledge, model);
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
		model.addAttribute("form", view.refreshedAt(address(pledge, part.id()) + "/refresh"));
		model.addAttribute("part", part.id());
		model.addAttribute("number", parts.indexOf(part) + 1).addAttribute("parts", parts.size());
		model.addAttribute("version", version).addAttribute("page", page);
		model.addAttribute("invalid", view.errors().isEmpty() ? null : Boolean.TRUE);
		model.addAttribute("undeliverable",
				List.copyOf(refusedAddresses.among(definition().emails(ofPart(answers, part))).values()));
		addColleagues(pledge, part, member, model);
		addDraft(pledge, member, model);
		return "pledges/part";
	}

	private void addColleagues(Pledge pledge, FormPart part, Person member, Model model) {
		Map<Boolean, List<String>> names = presence.others(pledge, member)
			.stream()
			.collect(Collectors.partitioningBy(other -> other.part().equals(part.id()),
					Collectors.mapping(other -> people.person(other.account()).name(), Collectors.toList())));
		model.addAttribute("here", names.get(true)).addAttribute("elsewhere", names.get(false));
	}

	private List<Pointer> pointers(Pledge pledge, DraftProgress progress) {
		return progress.parts()
			.stream()
			.flatMap(part -> part.errors()
				.stream()
				.map(error -> new Pointer(address(pledge, part.id()) + "?check=true#" + error.fieldId(), null, error)))
			.toList();
	}

	private List<Pointer> carriedOver(Pledge pledge, FormContext context) {
		List<String> still = renewal.stillAsBefore(pledge);
		return definition().summary(pledge.answers(), context, Reader.AUTHOR)
			.sections()
			.stream()
			.flatMap(section -> section.rows()
				.stream()
				.filter(row -> still.contains(row.path()))
				.map(row -> new Pointer(address(pledge, section.id()) + "#" + row.anchor(), row.label(), null)))
			.toList();
	}

	private static String address(Pledge pledge, String part) {
		return "/my/pledges/" + pledge.reference() + "/sections/" + part;
	}

	private FormContext context(Person member) {
		// The page's own language, which may differ from the account's by ?lang=.
		return form.context(LocaleContextHolder.getLocale(), member.zone());
	}

	private void addDraft(Pledge pledge, Person member, Model model) {
		model.addAttribute("pledge", pledge).addAttribute("government", mine.governmentOf(member));
		model.addAttribute("countsFor", placements.countsFor(pledge));
		addFiles(pledge, model);
		addCall(member, model);
	}

	private static void addFiles(Pledge pledge, Model model) {
		model.addAttribute("filesAddress", "/my/pledges/" + pledge.reference() + "/files");
	}

	private void addCall(Person member, Model model) {
		model.addAttribute("call", callPolicy.statusNow()).addAttribute("zone", member.zone());
	}

}
