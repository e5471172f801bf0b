package org.calltolocalaction.reviews;

import java.time.Clock;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.AuditTrail;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A reviewer takes one of their partner's open reviews upon themselves, or gives it back. */
@Service
public class TakeReview {

	private final Worklist worklist;

	private final Interests interests;

	private final ReviewTasks tasks;

	private final AuditTrail audit;

	private final Clock clock;

	TakeReview(Worklist worklist, Interests interests, ReviewTasks tasks, AuditTrail audit, Clock clock) {
		this.worklist = worklist;
		this.interests = interests;
		this.tasks = tasks;
		this.audit = audit;
		this.clock = clock;
	}

	/** What became of it. */
	public sealed interface Result {
	}

	/** It is the reviewer's. */
	public record Taken() implements Result {
	}

	/** A colleague has it; taking it over takes {@code from} that colleague, who is then told. */
	public record TakenBy(AccountId colleague) implements Result {
	}

	/** It is not open any more. */
	public record NotOpen() implements Result {
	}

	/**
	 * @param from the colleague from whom it is taken over, knowingly; null where it is believed to be nobody's
	 */
	@Transactional
	public Result take(PledgeReference reference, AccountId from, Person by) {
		Review review = worklist.forChange(reference, by);
		if (!review.open()) {
			return new NotOpen();
		}
		interests.requireNone(review, by.id());
		AccountId holder = review.takenBy().orElse(null);
		if (by.id().equals(holder)) {
			return new Taken();
		}
		if (holder != null && !holder.equals(from)) {
			return new TakenBy(holder);
		}
		review.take(by.id(), clock.instant());
		tasks.taken(reference, review.partner(), by.id());
		audit.record(reference.value(), "review.taken", by.email(), review.partner().value());
		return new Taken();
	}

	/** Gives back what the reviewer had taken; what a colleague has stays theirs. */
	@Transactional
	public void release(PledgeReference reference, Person by) {
		Review review = worklist.forChange(reference, by);
		if (review.open() && review.takenBy().filter(by.id()::equals).isPresent()) {
			review.release();
			tasks.released(reference, review.partner());
			audit.record(reference.value(), "review.released", by.email(), review.partner().value());
		}
	}

}
