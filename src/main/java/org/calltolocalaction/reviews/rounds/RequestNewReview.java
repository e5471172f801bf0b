package org.calltolocalaction.reviews.rounds;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.DecidePledge;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.placement.Placements;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.ReviewTasks;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.reviews.interest.Interests;
import org.calltolocalaction.reviews.judgement.ReopenedReview;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator has a completed review made again after the reviews came to something,
 * with a reason, until the contents of the report are confirmed. The pledge goes back
 * before the partners, and what it had come to is taken back.
 */
@Service
public class RequestNewReview {

	private static final Set<PledgeState> DECIDED = Set.of(PledgeState.CHANGES_REQUESTED, PledgeState.ACCEPTED,
			PledgeState.INCLUDED, PledgeState.DECLINED, PledgeState.DISAGREEMENT);

	private final Reviews reviews;

	private final Pledges pledges;

	private final Placements placements;

	private final Editions editions;

	private final People people;

	private final Interests interests;

	private final DecidePledge decide;

	private final ReopenedReview openAgain;

	private final ReviewDates dates;

	private final ReviewTasks tasks;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	RequestNewReview(Reviews reviews, Pledges pledges, Placements placements, Editions editions, People people,
			Interests interests, DecidePledge decide, ReopenedReview openAgain, ReviewDates dates, ReviewTasks tasks,
			ApplicationEventPublisher events, Clock clock) {
		this.reviews = reviews;
		this.pledges = pledges;
		this.placements = placements;
		this.editions = editions;
		this.people = people;
		this.interests = interests;
		this.decide = decide;
		this.openAgain = openAgain;
		this.dates = dates;
		this.tasks = tasks;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * What would follow.
	 *
	 * @param outcome what is taken back
	 * @param counted the edition in whose report it stands, or for which it counts
	 * @param due when the review would be due
	 * @param reviewer to whom it would go back; empty where it would be nobody's
	 */
	public record Preview(PledgeState outcome, Placement counted, Instant due, Optional<Person> reviewer) {
	}

	/** Whether this review can be made again now. */
	@Transactional(readOnly = true)
	public boolean possible(Review review) {
		return obstacle(pledges.pledge(review.reference()), review, editions::find).isEmpty();
	}

	/**
	 * @throws Refused where it cannot be made again, with the reason
	 */
	@Transactional(readOnly = true)
	public Preview preview(PledgeReference reference, PartnerCode partner, Person by) {
		by.requireCoordinator();
		Pledge pledge = pledges.pledge(reference);
		Review review = found(reviews.newest(reference.value(), partner.value()), reference, partner);
		requireNoObstacle(pledge, review, editions::find);
		Placement counted = placements.countsFor(pledge);
		return new Preview(pledge.state(), counted, dates.dueIfOpenedNow(counted), stillReviewing(review));
	}

	/**
	 * It goes back to whoever completed it, while they review for the partner and do not
	 * keep out; else it is nobody's.
	 */
	@Transactional
	public void request(PledgeReference reference, PartnerCode partner, String reason, Person by) {
		by.requireCoordinator();
		if (Text.trimmed(reason).isEmpty()) {
			throw new Refused("reviews.refused.no-reason");
		}
		// The pledge first: whoever decides, submits or withdraws it locks it, too. And
		// the edition, so that a report that
		// is being confirmed or frozen at this moment is found so.
		Pledge pledge = pledges.forChange(reference);
		Review review = found(reviews.lockNewest(reference.value(), partner.value()), reference, partner);
		requireNoObstacle(pledge, review, year -> editions.lock(year.value()));
		PledgeState outcome = pledge.state();
		Placement counted = placements.countsFor(pledge);
		AccountId completedBy = review.completedBy().orElseThrow();
		Optional<AccountId> reviewer = stillReviewing(review).map(Person::id);
		Instant now = clock.instant();
		openAgain.open(review, completedBy, by, Text.trimmed(reason));
		decide.sendBackToPartners(reference, by);
		review.beginAnew(now);
		review.dueOn(dates.due(reference));
		reviewer.ifPresent(holder -> review.take(holder, now));
		tasks.newReviewRequested(outcome, reference, partner);
		reviewer.ifPresent(holder -> tasks.taken(reference, partner, holder));
		events
			.publishEvent(new NewReviewRequested(reference, partner, outcome, counted, Text.trimmed(reason), by.id()));
	}

	private void requireNoObstacle(Pledge pledge, Review review, Function<EditionYear, Optional<Edition>> find) {
		obstacle(pledge, review, find).ifPresent(refused -> {
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
		return judgedFor(pledge, review, find).filter(edition -> edition.state().contentsConfirmed())
			.map(edition -> new Refused(edition.reportFrozen() ? "reviews.refused.frozen" : "reviews.refused.confirmed",
					reference, edition.year().toString()));
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

	private Optional<Person> stillReviewing(Review review) {
		return review.completedBy()
			.flatMap(people::find)
			.filter(person -> person.partner().filter(review.partner()::equals).isPresent())
			.filter(person -> !interests.keepOut(person.id(), review));
	}

	private static Review found(Optional<Review> review, PledgeReference reference, PartnerCode partner) {
		return review.orElseThrow(() -> new NotFound("A review of " + reference + " by " + partner));
	}

}
