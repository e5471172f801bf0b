package org.calltolocalaction.pledges.drafting.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.CallStatus;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.forms.Change;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.forms.FieldNote;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormDefinition;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.forms.Validation;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.pledges.drafting.DraftProgress;
import org.calltolocalaction.pledges.drafting.RenewPledge;
import org.calltolocalaction.pledges.progress.web.MemberComments;
import org.calltolocalaction.pledges.similarity.SimilarPledges;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

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

	private final DraftFrames frames;

	private final CallPolicy callPolicy;

	DraftPages(PledgeForm form, Revisions revisions, MemberComments comments, RenewPledge renewal,
			SimilarPledges similar, ColleaguesAtWork colleagues, DraftFrames frames, CallPolicy callPolicy) {
		this.form = form;
		this.revisions = revisions;
		this.comments = comments;
		this.renewal = renewal;
		this.similar = similar;
		this.colleagues = colleagues;
		this.frames = frames;
		this.callPolicy = callPolicy;
	}

	/** One line of the task list. */
	record Task(String id, @Nullable String title, DraftProgress.State state, List<String> atWork) {
	}

	/**
	 * Something to be put right or looked at, and the page and field where that is done.
	 */
	record Pointer(String address, @Nullable String words, @Nullable FieldError error) {
	}

	/**
	 * How a draft is begun.
	 *
	 * @param earlier the government's pledges with which it can go on
	 */
	record BeginPage(Government government, CallStatus call, List<Pledge> earlier) {
	}

	/**
	 * How far a draft has come.
	 *
	 * @param title as it is typed so far, or empty
	 * @param done how many parts have all they need
	 * @param counted of how many, without those that may be left empty and are
	 * @param changed how many answers are others than those that the partners read, where
	 * they requested changes
	 * @param pointers what is still missing or wrong, where that was asked for
	 * @param carriedOver answers that are still those of the earlier pledge
	 * @param invalid whether the page says that something is missing or wrong
	 */
	record TasksPage(DraftFrame draft, String title, List<Task> tasks, boolean complete, long done, long counted,
			int changed, List<Pointer> pointers, List<Pointer> carriedOver, List<MemberComments.Line> comments,
			boolean invalid) {
	}

	/**
	 * Everything once more, before it is submitted.
	 *
	 * @param changes what differs from what was submitted before; null where nothing was
	 * @param similar what the government has told already that is much like it
	 */
	record CheckPage(DraftFrame draft, FormSummary answers, @Nullable List<Change> changes,
			List<SimilarPledges.Similar> similar) {

		/** Where the files are that belong to its answers. */
		public String filesAddress() {
			return draft.filesAddress();
		}

	}

	private FormDefinition definition() {
		return form.definition();
	}

	/** A new pledge, from nothing or from an earlier one. */
	BeginPage begin(Government government, Person member) {
		return new BeginPage(government, callPolicy.statusNow(Set.of(Holder.government(government.id().value()))),
				renewal.renewable(member));
	}

	/** The parts of a draft with what is to be done in each. */
	TasksPage tasks(Pledge pledge, boolean check, Person member) {
		FormContext context = context(member);
		Set<String> changed = changed(pledge, context);
		DraftProgress progress = DraftProgress.of(form, pledge.answers(), context)
			.withChangesRequested(form, remarkedOn(pledge, changed, context));
		Map<String, List<String>> atWork = colleagues.byPart(pledge, member);
		List<Task> tasks = progress.parts()
			.stream()
			.map(part -> new Task(part.id(), part.title(), part.state(), atWork.getOrDefault(part.id(), List.of())))
			.toList();
		return new TasksPage(frames.around(pledge, member), pledge.content().title(), tasks, progress.complete(),
				progress.done(), progress.counted(), changed.size(), check ? pointers(pledge, progress) : List.of(),
				carriedOver(pledge, context), comments.of(pledge, context), check && !progress.complete());
	}

	/**
	 * Everything once more, before it is submitted; nothing where something is still
	 * missing or wrong.
	 */
	Optional<CheckPage> check(Pledge pledge, Person member) {
		Validation validation = definition().validate(pledge.answers(), context(member));
		if (!validation.isValid()) {
			return Optional.empty();
		}
		FormSummary answers = definition().summary(validation.answers(), context(member), Reader.AUTHOR)
			.withChangeLinks(DraftFrame.checkedAddress(pledge, FormSummary.SECTION));
		List<Change> changes = pledge.submitted() ? definition().changes(revisions.latestOf(pledge).answers(),
				validation.answers(), context(member), Reader.AUTHOR) : null;
		return Optional.of(new CheckPage(frames.around(pledge, member), answers, changes,
				pledge.submitted() ? List.of() : similar.to(pledge)));
	}

	// As it would be submitted, because what was only trimmed is no change.
	private Set<String> changed(Pledge pledge, FormContext context) {
		if (pledge.state() != PledgeState.CHANGES_REQUESTED) {
			return Set.of();
		}
		return definition().changedPlaces(revisions.latestOf(pledge).answers(),
				definition().validate(pledge.answers(), context).answers(), context, Reader.AUTHOR);
	}

	// An answer that was changed is taken as an answer to the remark.
	private Set<String> remarkedOn(Pledge pledge, Set<String> changed, FormContext context) {
		return pledge.state() != PledgeState.CHANGES_REQUESTED ? Set.of()
				: comments.notes(pledge, context)
					.stream()
					.map(FieldNote::path)
					.filter(path -> !changed.contains(path))
					.collect(Collectors.toSet());
	}

	private List<Pointer> pointers(Pledge pledge, DraftProgress progress) {
		return progress.parts()
			.stream()
			.flatMap(part -> part.errors()
				.stream()
				.map(error -> new Pointer(DraftFrame.checkedAddress(pledge, part.id()) + "#" + error.fieldId(), null,
						error)))
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
