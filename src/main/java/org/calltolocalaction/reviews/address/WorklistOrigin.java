package org.calltolocalaction.reviews.address;

import java.util.Optional;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.PledgeReference;
import org.jspecify.annotations.Nullable;

/**
 * The list from which a reviewer opened a review, as every page and form of the review
 * carries it along; all null where it was opened by a link of its own.
 *
 * @param of how many there were when the reviewer began to work through it
 */
public record WorklistOrigin(@As(Text.CHOICE) @Nullable String tab, @As(Text.SEARCH) @Nullable String q,
		@As(Text.CHOICE) @Nullable String sort, @As(Text.CHOICE) @Nullable String of) {

	public Optional<WorklistAddress> address() {
		return tab == null ? Optional.empty()
				: Optional.of(WorklistAddress.of(tab, q == null ? "" : q, sort == null ? "" : sort, ""));
	}

	/** The list of a tab, for whoever comes from none. */
	public static WorklistOrigin of(WorklistTab tab) {
		return new WorklistOrigin(WorklistAddress.name(tab), null, null, null);
	}

	/** The same with the number of reviews that there were at first, once it is known. */
	public WorklistOrigin begunWith(int reviews) {
		return begunWith().isPresent() ? this : new WorklistOrigin(tab, q, sort, Integer.toString(reviews));
	}

	/** How many there were at first; nothing where nobody counted. */
	public Optional<Integer> begunWith() {
		return of != null && of.matches("[1-9]\\d{0,3}") ? Optional.of(Integer.valueOf(of)) : Optional.empty();
	}

	/** Whether it is what a search found, and not all of a tab. */
	public boolean searched() {
		return address().filter(list -> !list.typed().isEmpty()).isPresent();
	}

	/** The way back. */
	public String list() {
		return address().map(WorklistAddress::link).orElse("/reviews");
	}

	/** A review of the same list. */
	public String review(PledgeReference reference) {
		return address().map(list -> list.review(reference) + begunWith().map(reviews -> "&of=" + reviews).orElse(""))
			.orElse("/reviews/" + reference);
	}

}
