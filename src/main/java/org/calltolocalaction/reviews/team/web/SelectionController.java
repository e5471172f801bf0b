package org.calltolocalaction.reviews.team.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.address.WorklistAddress;
import org.calltolocalaction.reviews.team.BulkResult;
import org.calltolocalaction.reviews.team.ReviewsInBulk;
import org.calltolocalaction.reviews.team.ReviewsInBulk.Chosen;
import org.calltolocalaction.reviews.worklist.FoundReviews;
import org.calltolocalaction.reviews.worklist.WorklistSearch;
import org.calltolocalaction.search.SearchSyntax;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A reviewer acts on the lines of the worklist that they have ticked, or on all that
 * their search finds.
 */
@Controller
class SelectionController {

	private final ReviewsInBulk bulk;

	private final FoundReviews found;

	private final WorklistSearch search;

	private final SelectionReport report;

	SelectionController(ReviewsInBulk bulk, FoundReviews found, WorklistSearch search, SelectionReport report) {
		this.bulk = bulk;
		this.found = found;
		this.search = search;
		this.report = report;
	}

	/** What can be done with many. */
	enum Action {

		TAKE, ASSIGN, RELEASE, REMIND

	}

	/**
	 * Why nothing can be done with a selection, and where the page leads to put it right.
	 */
	enum Mistake {

		NOTHING("selection"), NO_ACTION("selection-action"), NO_COLLEAGUE("selection-to");

		private final String anchor;

		Mistake(String anchor) {
			this.anchor = anchor;
		}

		public String anchor() {
			return anchor;
		}

		public String messageKey() {
			return "team.selection.mistake." + name();
		}

	}

	/**
	 * @param chosen references, each followed by a colon and its holder's id where it had
	 * one on the page
	 * @param everything whether all that the search finds is meant, not only what is
	 * ticked
	 * @param to to whom it is to be assigned; null where nobody is chosen
	 */
	record Selection(@As(Text.IDENTIFIER) List<String> chosen, Boolean everything, @As(Text.CHOICE) String action,
			UUID to) {

		Selection {
			chosen = chosen == null ? List.of() : new ArrayList<>(chosen);
			everything = Boolean.TRUE.equals(everything);
		}

		/** What is to be done, if it is one of the actions. */
		Optional<Action> asked() {
			return Stream.of(Action.values()).filter(known -> known.name().equalsIgnoreCase(action)).findFirst();
		}

		Optional<Mistake> mistake() {
			if (!everything && chosen.isEmpty()) {
				return Optional.of(Mistake.NOTHING);
			}
			if (asked().isEmpty()) {
				return Optional.of(Mistake.NO_ACTION);
			}
			return asked().get() == Action.ASSIGN && to == null ? Optional.of(Mistake.NO_COLLEAGUE) : Optional.empty();
		}

	}

	@PostMapping("/reviews/selection")
	String act(Selection selection, @RequestParam(defaultValue = "") @As(Text.CHOICE) String tab,
			@RequestParam(defaultValue = "") @As(Text.SEARCH) String q,
			@RequestParam(defaultValue = "") @As(Text.CHOICE) String sort,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String page, Person reviewer,
			RedirectAttributes redirect) {
		WorklistAddress address = WorklistAddress.of(tab, q, sort, page);
		Optional<Mistake> mistake = selection.mistake();
		if (mistake.isPresent()) {
			redirect.addFlashAttribute("selection", selection.chosen());
			redirect.addFlashAttribute("selectionMistake", mistake.get());
			redirect.addFlashAttribute("invalid", true);
		}
		else {
			Action action = selection.asked().orElseThrow();
			BulkResult result = done(action, selection, chosen(selection, address, reviewer), reviewer);
			redirect.addFlashAttribute("bulk", report.of(action.name(), result, selection.to()));
		}
		return "redirect:" + address.link();
	}

	private BulkResult done(Action action, Selection selection, List<Chosen> chosen, Person reviewer) {
		return switch (action) {
			case TAKE -> bulk.take(chosen, reviewer);
			case ASSIGN -> bulk.assign(chosen, new AccountId(selection.to()), reviewer);
			case RELEASE -> bulk.release(chosen, reviewer);
			case REMIND -> bulk.remind(chosen, reviewer);
		};
	}

	private List<Chosen> chosen(Selection selection, WorklistAddress address, Person reviewer) {
		if (selection.everything()) {
			SearchSyntax syntax = new SearchSyntax(search.keys(reviewer, LocaleContextHolder.getLocale()));
			return found.all(address.tab(), syntax.read(address.typed()), ReviewsInBulk.AT_MOST, reviewer)
				.stream()
				.map(one -> new Chosen(one.reference(), one.holder()))
				.toList();
		}
		return selection.chosen().stream().map(SelectionController::asShown).toList();
	}

	private static Chosen asShown(String value) {
		String[] parts = value.split(":", 2);
		return new Chosen(PledgeReference.parse(parts[0]).orElseThrow(() -> new NotFound("Pledge " + parts[0])),
				parts.length == 1 ? Optional.empty() : Optional.of(account(parts[1])));
	}

	private static AccountId account(String id) {
		try {
			return AccountId.of(id);
		}
		catch (IllegalArgumentException none) {
			throw new NotFound("Account " + id);
		}
	}

}
