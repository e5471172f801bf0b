package org.calltolocalaction.pledges;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Before the first page is served: what the form keeps from reviewers now is not proposed
 * to them either.
 */
@Component
class RebuildSimilarityIndex implements SmartInitializingSingleton {

	private final SimilarityIndex words;

	RebuildSimilarityIndex(SimilarityIndex words) {
		this.words = words;
	}

	@Override
	public void afterSingletonsInstantiated() {
		boolean more = true;
		while (more) {
			more = words.keepAnew();
		}
	}

}
