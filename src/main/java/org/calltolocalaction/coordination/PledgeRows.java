package org.calltolocalaction.coordination;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.editions.PlacementPolicy;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeContent;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.reviews.PledgeReviews;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.Reviews;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gathers lists of pledges with all that a coordinator needs to see beside them, in a few
 * queries however many they are: whoever asks sees to it that they are few enough for a
 * page.
 */
@Component
@Transactional(readOnly = true)
public class PledgeRows {

	private final Pledges pledges;

	private final Revisions revisions;

	private final Governments governments;

	private final Reviews reviews;

	private final Placements placements;

	private final CallPolicy callPolicy;

	PledgeRows(Pledges pledges, Revisions revisions, Governments governments, Reviews reviews, Placements placements,
			CallPolicy callPolicy) {
		this.pledges = pledges;
		this.revisions = revisions;
		this.governments = governments;
		this.reviews = reviews;
		this.placements = placements;
		this.callPolicy = callPolicy;
	}

	/** The pledges of these references, in their order. */
	public List<PledgeRow> of(List<PledgeReference> references) {
		Map<PledgeReference, PledgeRow> found = lines(pledges.all(references)).stream()
			.collect(Collectors.toMap(PledgeRow::reference, Function.identity()));
		return references.stream().map(found::get).filter(Objects::nonNull).toList();
	}

	/**
	 * These pledges, in their order; drafts that were never submitted are left out: they
	 * are the governments' own.
	 */
	List<PledgeRow> lines(List<Pledge> wanted) {
		return lines(wanted, callPolicy.inOrder());
	}

	private List<PledgeRow> lines(List<Pledge> wanted, PlacementPolicy known) {
		List<Pledge> submitted = wanted.stream().filter(Pledge::submitted).toList();
		List<String> references = submitted.stream().map(pledge -> pledge.reference().value()).toList();
		Map<PledgeReference, PledgeContent> contents = revisions.latestOf(references)
			.stream()
			.collect(Collectors.toMap(Revision::reference, Revision::content));
		Map<GovernmentId, Government> bodies = governments
			.all(submitted.stream().map(Pledge::government).distinct().toList());
		Map<PledgeReference, Placement> places = placements.countFor(submitted);
		Map<PledgeReference, List<Review>> judgements = reviews.ofAll(references)
			.stream()
			.collect(Collectors.groupingBy(Review::reference));
		return submitted.stream().map(pledge -> {
			PledgeContent content = known(contents, pledge.reference());
			return new PledgeRow(pledge, content.title(), content.language(), known(bodies, pledge.government()),
					known.timeliness(pledge.submission()), known(places, pledge.reference()),
					PledgeReviews.of(pledge, judgements.getOrDefault(pledge.reference(), List.of()))
						.latestPerPartner());
		}).toList();
	}

	// What was submitted has a revision, is a government's, and counts for an edition.
	private static <K, V> V known(Map<K, V> found, K key) {
		return Optional.ofNullable(found.get(key))
			.orElseThrow(() -> new IllegalStateException("Of " + key + " something is missing that all pledges have"));
	}

}
