package org.calltolocalaction.reviews.judging;

import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.DemonstrateReview;
import org.calltolocalaction.reviews.team.TakeReview;
import org.springframework.stereotype.Component;

/**
 * Turns what a reviewer is told into an exception, because a script has nobody to tell.
 */
@Component
class DemonstrateByUseCases implements DemonstrateReview {

	private final TakeReview takeReview;

	private final CompleteReview completeReview;

	DemonstrateByUseCases(TakeReview takeReview, CompleteReview completeReview) {
		this.takeReview = takeReview;
		this.completeReview = completeReview;
	}

	@Override
	public void take(PledgeReference reference, Person reviewer) {
		expect(TakeReview.Taken.class, takeReview.take(reference, null, reviewer), reference);
	}

	@Override
	public void complete(PledgeReference reference, int revision, Answers answers, Person reviewer) {
		expect(CompleteReview.Completed.class, completeReview.complete(reference, revision, answers, reviewer),
				reference);
	}

	private static void expect(Class<?> expected, Object result, PledgeReference reference) {
		if (!expected.isInstance(result)) {
			throw new IllegalStateException("The demonstration's review of %s was expected to be %s and was %s"
				.formatted(reference, expected.getSimpleName(), result));
		}
	}

}
