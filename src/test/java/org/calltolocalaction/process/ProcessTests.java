package org.calltolocalaction.process;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every path of the processes and every rule of the tables. One class, so that when all
 * of it has run it can be checked that nothing in the models was left out.
 */
@ProcessTest
@ExtendWith(ProcessCoverage.class)
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
	class Reopened_reviews extends ReopenedReviewPaths {

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
	class A_message_to_many extends MessagePaths {

	}

	@Nested
	class Closing_mails extends ClosingMailsPaths {

	}

	@Nested
	class Mail_digest extends MailDigestPaths {

	}

	@Nested
	class Absence extends AbsencePaths {

	}

	@Nested
	class Extension extends ExtensionPaths {

	}

	@Nested
	class Join_request extends JoinRequestPaths {

	}

	@Nested
	class Failing_steps extends FailingStepPaths {

	}

	@Nested
	class Decision_tables extends DecisionTableRows {

	}

	@Nested
	class Ports extends PortPaths {

	}

}
