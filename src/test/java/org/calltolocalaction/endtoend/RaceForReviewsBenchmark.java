package org.calltolocalaction.endtoend;

/** The same race a thousand times. */
class RaceForReviewsBenchmark extends RaceForReviewsTests {

	@Override
	int times() {
		return 1000;
	}

}
