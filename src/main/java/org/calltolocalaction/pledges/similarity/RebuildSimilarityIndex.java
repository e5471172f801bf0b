package org.calltolocalaction.pledges.similarity;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Before the first page is served: what the form keeps from reviewers now is not proposed
 * to them either.
 */
@Component
class RebuildSimilarityIndex implements SmartInitializingSingleton {

	private final SimilarityIndex index;

	RebuildSimilarityIndex(SimilarityIndex index) {
		this.index = index;
	}

	@Override
	public void afterSingletonsInstantiated() {
		boolean more = true;
		while (more) {
			more = index.keepAnew();
		}
	}

}
