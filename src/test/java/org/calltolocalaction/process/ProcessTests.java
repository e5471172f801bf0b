package org.calltolocalaction.process;

import org.junit.jupiter.api.Nested;

/** The paths of the processes. */
@ProcessTest
class ProcessTests {

	@Nested
	class Review_round extends ReviewRoundPaths {

	}

}
