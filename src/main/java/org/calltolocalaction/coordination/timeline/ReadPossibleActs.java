package org.calltolocalaction.coordination.timeline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.PledgeRow;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.rounds.RequestNewReview;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says what a coordinator can do to a pledge. Each has a page that says what follows. */
@Component
@Transactional(readOnly = true)
public class ReadPossibleActs {

	private final Editions editions;

	private final RequestNewReview newReviews;

	ReadPossibleActs(Editions editions, RequestNewReview newReviews) {
		this.editions = editions;
		this.newReviews = newReviews;
	}

	/**
	 * @param reviews of all its revisions
	 */
	public List<PossibleAct> of(PledgeRow pledge, Collection<Review> reviews, Person by) {
		by.requireOversight();
		return Stream.of(decide(pledge), moreTime(pledge), included(pledge), askAgain(reviews))
			.flatMap(acts -> acts)
			.toList();
	}

	private static Stream<PossibleAct> decide(PledgeRow pledge) {
		return pledge.state() == PledgeState.DISAGREEMENT ? Stream.of(PossibleAct.of(PossibleAct.Kind.DECIDE))
				: Stream.empty();
	}

	/** For the last edition that it missed, where that still takes something. */
	private Stream<PossibleAct> moreTime(PledgeRow pledge) {
		if (pledge.state() == PledgeState.DECLINED || pledge.state() == PledgeState.WITHDRAWN
				|| pledge.timeliness().countsAsInTime()) {
			return Stream.empty();
		}
		Instant submitted = pledge.pledge().firstSubmittedAt().orElseThrow();
		return editions.newestFirst()
			.stream()
			.filter(edition -> edition.deadline().instant().isBefore(submitted))
			.limit(1)
			.filter(edition -> edition.state().takesExtensions() && !pledge.countsFor().is(edition.year()))
			.map(Edition::year)
			.map(year -> new PossibleAct(PossibleAct.Kind.EXTEND, Optional.of(year)));
	}

	private static Stream<PossibleAct> included(PledgeRow pledge) {
		return pledge.state() == PledgeState.INCLUDED
				? Stream.of(PossibleAct.of(PossibleAct.Kind.MOVE), PossibleAct.of(PossibleAct.Kind.PUBLICATION))
				: Stream.empty();
	}

	private Stream<PossibleAct> askAgain(Collection<Review> reviews) {
		return reviews.stream().anyMatch(newReviews::possible) ? Stream.of(PossibleAct.of(PossibleAct.Kind.ASK_AGAIN))
				: Stream.empty();
	}

}
