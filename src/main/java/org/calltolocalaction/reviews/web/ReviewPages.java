package org.calltolocalaction.reviews.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.Audience;
import org.calltolocalaction.forms.Change;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.forms.FieldNote;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormDefinition;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.FormView;
import org.calltolocalaction.forms.RowChange;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.reviews.Worklist;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.ReviewForm;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** Puts together what a reviewer sees of one pledge, beside the form on which it is judged. */
@Component
@Transactional(readOnly = true)
class ReviewPages {

	private final Worklist worklist;

	private final ReviewForm reviewForm;

	private final PledgeForm pledgeForm;

	private final Pledges pledges;

	private final Revisions revisions;

	private final Governments governments;

	private final People people;

	private final BesideTheReview beside;

	private final MessageSource messages;

	ReviewPages(Worklist worklist, ReviewForm reviewForm, PledgeForm pledgeForm, Pledges pledges, Revisions revisions,
			Governments governments, People people, BesideTheReview beside, MessageSource messages) {
		this.worklist = worklist;
		this.reviewForm = reviewForm;
		this.pledgeForm = pledgeForm;
		this.pledges = pledges;
		this.revisions = revisions;
		this.governments = governments;
		this.people = people;
		this.beside = beside;
		this.messages = messages;
	}

	/** The page of one pledge; with what was typed into the form, where it is shown once more. */
	String review(Review review, Answers typed, List<FieldError> errors, Person reviewer, Model model) {
		FormContext context = context(review, reviewer);
		return review(review, reviewForm.definition().view(typed, errors, context), context, reviewer, model);
	}

	/** The same after a button of the form that adds a row or takes one away. */
	String changed(Review review, MultiValueMap<String, String> posted, Person reviewer, Model model) {
		return review(review, changed(review, posted, reviewer), context(review, reviewer), reviewer, model);
	}

	/** The form alone after what was typed so far, for a page that scripts bring up to date. */
	String refreshed(Review review, MultiValueMap<String, String> posted, Person reviewer, Model model) {
		model.addAttribute("form", changed(review, posted, reviewer).refreshedAt(refreshAddress(review)));
		return "forms/fields :: fields(view=${form})";
	}

	/** What was typed into the form of a review that cannot be recorded, to be read once more. */
	FormSummary typed(Review review, Answers typed, Person reviewer) {
		return reviewForm.definition().summary(typed, context(review, reviewer), Audience.REVIEWERS);
	}

	private FormView changed(Review review, MultiValueMap<String, String> posted, Person reviewer) {
		FormDefinition form = reviewForm.definition();
		Answers typed = form.bind(posted);
		if (!form.changesRows(posted)) {
			return form.view(typed, List.of(), context(review, reviewer));
		}
		RowChange change = form.change(typed, posted);
		return form.view(change.answers(), List.of(), context(review, reviewer)).focusedOn(change.anchor());
	}

	private FormContext context(Review review, Person reviewer) {
		return reviewForm.context(revisions.revision(review.reference(), review.revision()), reviewer,
				LocaleContextHolder.getLocale());
	}

	private static String refreshAddress(Review review) {
		return "/reviews/" + review.reference() + "/refresh";
	}

	private String review(Review review, FormView form, FormContext reviewContext, Person reviewer, Model model) {
		Pledge pledge = pledges.pledge(review.reference());
		Revision revision = revisions.revision(review.reference(), review.revision());
		List<Review> earlier = worklist.earlier(review.reference(), reviewer)
			.stream()
			.filter(judged -> judged.revision() < review.revision())
			.toList();
		model.addAttribute("review", review).addAttribute("pledge", pledge).addAttribute("me", reviewer);
		model.addAttribute("title", revision.answers().text("title")).addAttribute("revision", revision);
		model.addAttribute("textLanguage", revision.answers().text("language"));
		model.addAttribute("filesAddress", "/reviews/" + pledge.reference() + "/files");
		model.addAttribute("government", governments.government(pledge.government()));
		model.addAttribute("summary", pledgeForm.definition()
			.summary(revision.answers(), pledgeContext(reviewer).noted(notes(earlier)), Audience.REVIEWERS));
		model.addAttribute("judged", reviewForm.definition().summary(review.answers(), reviewContext,
				Audience.REVIEWERS));
		model.addAttribute("form", form.refreshedAt(refreshAddress(review)));
		model.addAttribute("invalid", form.errors().isEmpty() ? null : Boolean.TRUE);
		model.addAttribute("names", names(List.of(review))).addAttribute("zone", reviewer.zone());
		beside.addTo(model, review, pledge, reviewer);
		model.addAttribute("earlier", earlier).addAttribute("changes", changes(revision, earlier, reviewer));
		return "reviews/review";
	}

	/** What this partner remarked on single answers in earlier rounds. */
	private List<FieldNote> notes(List<Review> earlier) {
		return earlier.stream().flatMap(review -> {
			String author = messages.getMessage("reviews.note.author", new Object[] { Integer.toString(review.round()) },
					LocaleContextHolder.getLocale());
			return review.answerComments().stream().map(comment -> new FieldNote(comment.path(), author, comment.text()));
		}).toList();
	}

	private Map<AccountId, String> names(Collection<Review> reviews) {
		Set<AccountId> ids = reviews.stream()
			.flatMap(review -> Stream.of(review.takenBy(), review.completedBy()))
			.flatMap(Optional::stream)
			.collect(Collectors.toSet());
		return people.all(ids)
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().name()));
	}

	/** Since the revision that this partner judged last. */
	private List<Change> changes(Revision now, List<Review> earlier, Person reviewer) {
		if (earlier.isEmpty()) {
			return List.of();
		}
		int judged = earlier.get(earlier.size() - 1).revision();
		return pledgeForm.definition()
			.changes(revisions.revision(now.reference(), judged).answers(), now.answers(), pledgeContext(reviewer),
					Audience.REVIEWERS);
	}

	private FormContext pledgeContext(Person reviewer) {
		return pledgeForm.context(LocaleContextHolder.getLocale(), reviewer.zone());
	}

}
