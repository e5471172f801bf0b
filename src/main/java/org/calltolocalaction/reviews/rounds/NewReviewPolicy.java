package org.calltolocalaction.reviews.rounds;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.editions.partner.EditionPartners;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.reviews.Review;
import org.springframework.stereotype.Component;

/**
 * Says when a new review may be requested: after the reviews came to something, until the
 * contents of the report are confirmed, from a partner that was not released since.
 */
@Component
class NewReviewPolicy {

	private static final Set<PledgeState> DECIDED = Set.of(PledgeState.CHANGES_REQUESTED, PledgeState.ACCEPTED,
			PledgeState.INCLUDED, PledgeState.DECLINED, PledgeState.DISAGREEMENT);

	private final Placements placements;

	private final Editions editions;

	private final EditionPartners partners;

	NewReviewPolicy(Placements placements, Editions editions, EditionPartners partners) {
		this.placements = placements;
		this.editions = editions;
		this.partners = partners;
	}

	/** The edition in whose report the pledge stands, or for which it counts. */
	Placement counted(Pledge pledge) {
		return placements.countsFor(pledge);
	}

	/** Why a new review cannot be requested now; empty where it can. */
	Optional<Refused> obstacle(Pledge pledge, Review review) {
		return obstacle(pledge, review, editions::find);
	}

	/**
	 * @throws Refused where a new review cannot be requested now, with the reason
	 */
	void requirePossible(Pledge pledge, Review review) {
		refuse(obstacle(pledge, review));
	}

	/**
	 * The same of the edition as it is until the end of the transaction, so that a report
	 * that is being confirmed or frozen at this moment is found so.
	 */
	void requirePossibleAndLock(Pledge pledge, Review review) {
		refuse(obstacle(pledge, review, year -> editions.lock(year.value())));
	}

	private static void refuse(Optional<Refused> obstacle) {
		obstacle.ifPresent(refused -> {
			throw refused;
		});
	}

	private Optional<Refused> obstacle(Pledge pledge, Review review, Function<EditionYear, Optional<Edition>> find) {
		String reference = pledge.reference().value();
		if (review.open()) {
			return Optional.of(new Refused("reviews.refused.open-already", reference));
		}
		if (pledge.state() == PledgeState.WITHDRAWN || pledge.state() == PledgeState.REVIVED) {
			return Optional.of(new Refused("reviews.refused.withdrawn", reference));
		}
		if (review.revision() < pledge.latestRevision()) {
			return Optional.of(new Refused("reviews.refused.newer-version", reference));
		}
		if (!review.completed()) {
			return Optional.of(new Refused("reviews.refused.not-made", reference));
		}
		if (!DECIDED.contains(pledge.state())) {
			return Optional.of(new Refused("reviews.refused.not-decided", reference));
		}
		return judgedFor(pledge, review, find).flatMap(edition -> obstacle(reference, review, edition));
	}

	private Optional<Refused> obstacle(String reference, Review review, Edition edition) {
		String year = edition.year().toString();
		if (edition.state().contentsConfirmed()) {
			return Optional.of(new Refused(
					edition.reportFrozen() ? "reviews.refused.frozen" : "reviews.refused.confirmed", reference, year));
		}
		return partners.changes(edition.year()).released().contains(review.partner())
				? Optional.of(new Refused("reviews.refused.released", reference, year)) : Optional.empty();
	}

	/**
	 * By the law alone a declined pledge would count for the next edition for ever, but
	 * it was judged for one of them.
	 */
	private Optional<Edition> judgedFor(Pledge pledge, Review review, Function<EditionYear, Optional<Edition>> find) {
		// Found, and perhaps locked, before the law of the deadline reads it.
		pledge.call().ifPresent(find::apply);
		return (pledge.state() == PledgeState.DECLINED ? Optional.of(review.criteriaEdition())
				: placements.countsFor(pledge).edition())
			.flatMap(find);
	}

}
