package org.calltolocalaction.reviews.judging.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.PublicPledges;
import org.calltolocalaction.pledges.similarity.SimilarSubmissions.Similar;
import org.calltolocalaction.pledges.similarity.SimilarSubmissions;
import org.calltolocalaction.reviews.PartnerReviews;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.Reviews;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * Leads from a pledge to those that may be the same, as far as the reviewer may go. Asked
 * for apart from the page of the review, which is there before ten thousand titles are
 * compared.
 */
@Controller
class SimilarController {

	private final PartnerReviews partnerReviews;

	private final Pledges pledges;

	private final SimilarSubmissions similar;

	private final Governments governments;

	private final Reviews reviews;

	private final PublicPledges published;

	SimilarController(PartnerReviews partnerReviews, Pledges pledges, SimilarSubmissions similar,
			Governments governments, Reviews reviews, PublicPledges published) {
		this.partnerReviews = partnerReviews;
		this.pledges = pledges;
		this.similar = similar;
		this.governments = governments;
		this.reviews = reviews;
		this.published = published;
	}

	/**
	 * One of them.
	 *
	 * @param address where the reviewer can read it; null where they may not
	 */
	record Line(Similar pledge, Government government, @Nullable String address) {
	}

	/**
	 * The pledges that are similar to the one of this reference.
	 *
	 * @param part whether it becomes a part of another page
	 */
	record SimilarPage(PledgeReference reference, List<Line> similar, boolean part) {
	}

	/** The list alone for the page of the review, which puts it in its place. */
	@GetMapping("/reviews/{reference}/similar")
	String similar(@PathVariable PledgeReference reference,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean part, Person reader, Model model) {
		Review review = partnerReviews.review(reference, reader);
		model.addAttribute("page",
				new SimilarPage(review.reference(), lines(pledges.pledge(review.reference()), reader), part));
		return part ? "reviews/judging/similar :: list" : "reviews/judging/similar";
	}

	private List<Line> lines(Pledge pledge, Person reader) {
		List<Similar> found = similar.to(pledge);
		List<PledgeReference> references = found.stream().map(Similar::reference).toList();
		Map<GovernmentId, Government> by = governments.all(found.stream().map(Similar::government).distinct().toList());
		Set<PledgeReference> reviewed = reviewedBy(reader, references);
		Set<PledgeReference> open = published.among(references);
		return found.stream()
			.map(one -> new Line(one,
					Objects.requireNonNull(by.get(one.government()), "a pledge is a registered government's"),
					address(one.reference(), reviewed, open)))
			.toList();
	}

	private Set<PledgeReference> reviewedBy(Person reader, Collection<PledgeReference> references) {
		return reviews.ofAll(references.stream().map(PledgeReference::value).toList())
			.stream()
			.filter(review -> review.partner().equals(reader.requirePartner()))
			.map(Review::reference)
			.collect(Collectors.toSet());
	}

	private static @Nullable String address(PledgeReference reference, Set<PledgeReference> reviewed,
			Set<PledgeReference> open) {
		if (reviewed.contains(reference)) {
			return "/reviews/" + reference;
		}
		return open.contains(reference) ? "/pledges/" + reference : null;
	}

}
