package org.calltolocalaction.reviews;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.AuditTrail;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A reviewer keeps out of what a government submits, now and later: it is their own city, or their former employer. Their
 * open reviews of it go to a colleague, or back to the partner.
 */
@Service
@Transactional
public class DeclareInterest {

	/** Said in the texts, too. */
	private static final int LONGEST_REASON = 500;

	private final Worklist worklist;

	private final Reviews reviews;

	private final ReviewTasks tasks;

	private final Interests interests;

	private final Pledges pledges;

	private final People people;

	private final AuditTrail audit;

	private final Clock clock;

	DeclareInterest(Worklist worklist, Reviews reviews, ReviewTasks tasks, Interests interests, Pledges pledges,
			People people, AuditTrail audit, Clock clock) {
		this.worklist = worklist;
		this.reviews = reviews;
		this.tasks = tasks;
		this.interests = interests;
		this.pledges = pledges;
		this.people = people;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * @param reference the pledge over which the reviewer noticed
	 * @param successor the colleague who gets the reviews; empty where they go back to the partner
	 * @throws Refused where no reason was given, or the successor may not review it either; declaring twice changes nothing
	 */
	public void declare(PledgeReference reference, String reason, Optional<AccountId> successor, Person by) {
		Review present = worklist.forChange(reference, by);
		GovernmentId government = pledges.pledge(reference).government();
		String why = ShortText.of(reason).require(LONGEST_REASON, "reviews.interest.reason.missing",
				"reviews.interest.reason.long");
		if (!successor.map(people::person).stream().allMatch(colleague -> mayFollow(colleague, by, government))) {
			throw new Refused("reviews.interest.successor.unfit");
		}
		if (interests.add(by.id(), government, why, clock.instant())) {
			audit.record(reference.value(), "review.interest-declared", by.email(), why);
			if (present.open() && present.takenBy().isEmpty()) {
				successor.ifPresent(colleague -> hand(present, colleague, by));
			}
			heldBy(by, government).forEach(held -> successor.ifPresentOrElse(colleague -> hand(held, colleague, by),
					() -> giveBack(held, by)));
		}
	}

	/** The reason is gone; that it was declared stays on record. */
	public void withdraw(PledgeReference reference, Person by) {
		worklist.review(reference, by);
		if (interests.withdraw(by.id(), pledges.pledge(reference).government(), clock.instant())) {
			audit.record(reference.value(), "review.interest-withdrawn", by.email(), "");
		}
	}

	private boolean mayFollow(Person colleague, Person by, GovernmentId government) {
		return colleague.partner().equals(by.partner()) && !colleague.id().equals(by.id())
				&& !interests.declared(colleague.id(), government);
	}

	private List<Review> heldBy(Person reviewer, GovernmentId government) {
		return reviews.heldOf(pledges.of(government).stream().map(pledge -> pledge.reference().value()).toList(),
				reviewer.id().value());
	}

	private void hand(Review review, AccountId colleague, Person by) {
		review.take(colleague, clock.instant());
		tasks.taken(review.reference(), review.partner(), colleague);
		audit.record(review.reference().value(), "review.handed-over", by.email(),
				review.partner() + ": " + people.person(colleague).email());
	}

	private void giveBack(Review review, Person by) {
		review.release();
		tasks.released(review.reference(), review.partner());
		audit.record(review.reference().value(), "review.released", by.email(), review.partner().value());
	}

}
