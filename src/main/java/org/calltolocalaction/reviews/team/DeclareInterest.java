package org.calltolocalaction.reviews.team;

import java.time.Clock;
import java.util.Optional;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.reviews.PartnerReviews;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.ShortText;
import org.calltolocalaction.reviews.interest.Interests;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A reviewer keeps out of what a government submits, now and later: it is their own city,
 * or their former employer. Their open reviews of it go to a colleague, or back to the
 * partner.
 */
@Service
@Transactional
public class DeclareInterest {

	/** Said in the texts, too. */
	private static final int LONGEST_REASON = 500;

	private final PartnerReviews partnerReviews;

	private final PassReviewsOn pass;

	private final Interests interests;

	private final Pledges pledges;

	private final People people;

	private final AuditTrail audit;

	private final Clock clock;

	DeclareInterest(PartnerReviews partnerReviews, PassReviewsOn pass, Interests interests, Pledges pledges,
			People people, AuditTrail audit, Clock clock) {
		this.partnerReviews = partnerReviews;
		this.pass = pass;
		this.interests = interests;
		this.pledges = pledges;
		this.people = people;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * @param reference the pledge over which the reviewer noticed
	 * @param successor the colleague who gets the reviews; empty where they go back to
	 * the partner
	 * @throws Refused where no reason was given, or the successor may not review it
	 * either; declaring twice changes nothing
	 */
	public void declare(PledgeReference reference, String reason, Optional<AccountId> successor, Person by) {
		Review present = partnerReviews.forChange(reference, by);
		GovernmentId government = pledges.pledge(reference).government();
		String why = ShortText.of(reason)
			.require(LONGEST_REASON, "reviews.interest.reason.missing", "reviews.interest.reason.long");
		Optional<Person> colleague = successor.map(people::person);
		if (!colleague.stream().allMatch(other -> mayFollow(other, by, government))) {
			throw new Refused("reviews.interest.successor.unfit");
		}
		if (interests.add(by.id(), government, why, clock.instant())) {
			audit.record(AuditEntry.of("review.interest-declared", reference).by(by).personal("reason", why));
			colleague.ifPresentOrElse(other -> pass.give(other, present, government, by),
					() -> pass.release(government, by, by));
		}
	}

	/** The reason is gone; that it was declared stays on record. */
	public void withdraw(PledgeReference reference, Person by) {
		partnerReviews.review(reference, by);
		if (interests.withdraw(by.id(), pledges.pledge(reference).government(), clock.instant())) {
			audit.record(AuditEntry.of("review.interest-withdrawn", reference).by(by));
		}
	}

	private boolean mayFollow(Person colleague, Person by, GovernmentId government) {
		return colleague.partner().equals(by.partner()) && !colleague.id().equals(by.id())
				&& !interests.declared(colleague.id(), government);
	}

}
