package org.calltolocalaction.reviews.team;

import java.time.Clock;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.Actor;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.ReviewTasks;
import org.calltolocalaction.reviews.interest.Interests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes who has a review: its row, the engine's task and the audit trail say the same,
 * or nothing changed. Nobody gets one who has declared an interest in the government.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HandOver {

	private final Interests interests;

	private final ReviewTasks tasks;

	private final AuditTrail audit;

	private final Clock clock;

	HandOver(Interests interests, ReviewTasks tasks, AuditTrail audit, Clock clock) {
		this.interests = interests;
		this.tasks = tasks;
		this.audit = audit;
		this.clock = clock;
	}

	/** The reviewer takes it upon themselves. */
	void take(Review review, Person by) {
		interests.requireNone(review, by.id());
		review.take(by.id(), clock.instant());
		tasks.taken(review.reference(), review.partner(), by.id());
		audit.record(AuditEntry.of("review.taken", review.reference()).by(by).with("partner", review.partner()));
	}

	/**
	 * A colleague gets it. What was written to them is for them alone, and not on the
	 * trail.
	 */
	void give(Review review, Person to, String note, Person by) {
		interests.requireNone(review, to.id());
		review.give(to.id(), by.id(), note, clock.instant());
		tasks.taken(review.reference(), review.partner(), to.id());
		audit.record(AuditEntry.of("review.assigned", review.reference())
			.by(by)
			.with("partner", review.partner())
			.with("reviewer", to.id()));
	}

	/** It is anybody's of the partner again. */
	void release(Review review, Actor by) {
		review.release();
		tasks.released(review.reference(), review.partner());
		audit.record(AuditEntry.of("review.released", review.reference()).by(by).with("partner", review.partner()));
	}

}
