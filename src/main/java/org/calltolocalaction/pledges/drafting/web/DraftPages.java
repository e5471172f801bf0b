package org.calltolocalaction.pledges.drafting.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormDefinition;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.forms.Validation;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.pledges.drafting.DraftProgress;
import org.calltolocalaction.pledges.drafting.RenewPledge;
import org.calltolocalaction.pledges.progress.web.MemberComments;
import org.calltolocalaction.pledges.similarity.SimilarPledges;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/**
 * Puts together what the pages of a whole draft show: how it is begun, how far it has
 * come, and everything once more before it is submitted.
 */
@Component
@Transactional(readOnly = true)
class DraftPages {

	private final PledgeForm form;

	private final Revisions revisions;

	private final MemberComments comments;

	private final RenewPledge renewal;

	private final SimilarPledges similar;

	private final ColleaguesAtWork colleagues;

	private final DraftFrame frame;

	DraftPages(PledgeForm form, Revisions revisions, MemberComments comments, RenewPledge renewal,
			SimilarPledges similar, ColleaguesAtWork colleagues, DraftFrame frame) {
		this.form = form;
		this.revisions = revisions;
		this.comments = comments;
		this.renewal = renewal;
		this.similar = similar;
		this.colleagues = colleagues;
		this.frame = frame;
	}

	/** One line of the task list. */
	record Task(String id, String title, DraftProgress.State state, List<String> atWork) {
	}

	/**
	 * Something to be put right or looked at, and the page and field where that is done.
	 */
	record Pointer(String address, String words, FieldError error) {
	}

	private FormDefinition definition() {
		return form.definition();
	}

	/** A new pledge, from nothing or from an earlier one. */
	String begin(Person member, Model model) {
		model.addAttribute("earlier", renewal.renewable(member));
		frame.aroundNothing(member, model);
		return "pledges/drafting/begin";
	}

	/** The parts of a draft with what is to be done in each. */
	String tasks(Pledge pledge, boolean check, Person member, Model model) {
		FormContext context = context(member);
		DraftProgress progress = DraftProgress.of(form, pledge.answers(), context);
		Map<String, List<String>> atWork = colleagues.byPart(pledge, member);
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
		frame.around(pledge, member, model);
		return "pledges/drafting/tasks";
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
		frame.around(pledge, member, model);
		return Optional.of("pledges/drafting/check");
	}

	private List<Pointer> pointers(Pledge pledge, DraftProgress progress) {
		return progress.parts()
			.stream()
			.flatMap(part -> part.errors()
				.stream()
				.map(error -> new Pointer(DraftFrame.address(pledge, part.id()) + "?check=true#" + error.fieldId(),
						null, error)))
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
				.map(row -> new Pointer(DraftFrame.address(pledge, section.id()) + "#" + row.anchor(), row.label(),
						null)))
			.toList();
	}

	private FormContext context(Person member) {
		// The page's own language, which may differ from the account's by ?lang=.
		return form.context(LocaleContextHolder.getLocale(), member.zone());
	}

}
