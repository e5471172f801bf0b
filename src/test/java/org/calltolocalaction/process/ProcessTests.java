package org.calltolocalaction.process;

import org.junit.jupiter.api.Nested;

/** The paths of the processes. */
@ProcessTest
class ProcessTests {

	@Nested
	class Review_round extends ReviewRoundPaths {

	}

	@Nested
	class Changes_and_disagreement extends ChangesAndDisagreementPaths {

	}

	@Nested
	class Timers_of_a_round extends ReviewTimerPaths {

	}

	@Nested
	class Simultaneous_reviews extends SimultaneousReviewPaths {

	}

	@Nested
	class Placement extends PlacementPaths {

	}

	@Nested
	class Withdrawal extends WithdrawalPaths {

	}

	@Nested
	class Edition_cycle extends EditionCyclePaths {

	}

	@Nested
	class Failing_steps extends FailingStepPaths {

	}

	@Nested
	class Ports extends PortPaths {

	}

}
