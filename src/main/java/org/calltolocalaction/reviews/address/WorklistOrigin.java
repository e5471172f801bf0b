package org.calltolocalaction.reviews.address;

import java.util.Optional;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.PledgeReference;
import org.jspecify.annotations.Nullable;

/**
 * The list from which a reviewer opened a review, as every page and form of the review
 * carries it along; all null where it was opened by a link of its own.
 */
public record WorklistOrigin(@As(Text.CHOICE) @Nullable String tab, @As(Text.SEARCH) @Nullable String q,
		@As(Text.CHOICE) @Nullable String sort) {

	public Optional<WorklistAddress> address() {
		return tab == null ? Optional.empty()
				: Optional.of(WorklistAddress.of(tab, q == null ? "" : q, sort == null ? "" : sort, ""));
	}

	/** The way back. */
	public String list() {
		return address().map(WorklistAddress::link).orElse("/reviews");
	}

	/** A review of the same list. */
	public String review(PledgeReference reference) {
		return address().map(list -> list.review(reference)).orElse("/reviews/" + reference);
	}

}
