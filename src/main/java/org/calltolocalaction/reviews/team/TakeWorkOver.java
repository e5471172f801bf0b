package org.calltolocalaction.reviews.team;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.identity.OpenWork;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.ReviewMails;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.reviews.TeamReview;
import org.calltolocalaction.reviews.TeamReviews;
import org.calltolocalaction.reviews.interest.Interests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody had whose work coordinators take over is a colleague's, or anybody's of
 * the partner again; nor is anything offered to them any more. A colleague who keeps out
 * of a government gets no review of it.
 */
@Component
class TakeWorkOver implements OpenWork {

	private final Reviews reviews;

	private final TeamReviews teamReviews;

	private final People people;

	private final Interests interests;

	private final HandOver handOver;

	private final ReviewMails mails;

	TakeWorkOver(Reviews reviews, TeamReviews teamReviews, People people, Interests interests, HandOver handOver,
			ReviewMails mails) {
		this.reviews = reviews;
		this.teamReviews = teamReviews;
		this.people = people;
		this.interests = interests;
		this.handOver = handOver;
		this.mails = mails;
	}

	@Override
	@Transactional(readOnly = true)
	public int open(Person reviewer) {
		return teamReviews.count(reviewer.id(), reviewer);
	}

	@Override
	public List<Person> colleagues(Person reviewer) {
		return people.reviewersOf(reviewer.requirePartner())
			.stream()
			.filter(other -> !other.id().equals(reviewer.id()))
			.sorted(Comparator.comparing(Person::name, String.CASE_INSENSITIVE_ORDER))
			.toList();
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void handOver(Person reviewer, Optional<Person> successor, Person by) {
		Set<PledgeReference> given = new LinkedHashSet<>();
		for (Review review : reviews.lockOpenOf(reviewer.id().value(), reviewer.requirePartner().value())) {
			if (successor.filter(to -> !interests.keepOut(to.id(), review)).isPresent()) {
				handOver.give(review, successor.get(), "", by);
				given.add(review.reference());
			}
			else {
				handOver.release(review, by);
			}
		}
		reviews.lockOfferedTo(reviewer.id().value()).forEach(Review::offerToNobody);
		successor.filter(to -> !given.isEmpty()).ifPresent(to -> {
			List<TeamReview> now = teamReviews.open(given, to);
			mails.given(now, to, by, "");
			// Does not arrive where they are no reviewer any more when it leaves.
			mails.movedOn(now, reviewer, to, by);
		});
	}

}
