package org.calltolocalaction.reviews;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Before the first page is served: reviews that were opened by an earlier version get
 * their lines, and those whose lines show what the form keeps from partners now get
 * others.
 */
@Component
class RebuildWorklistProjection implements SmartInitializingSingleton {

	private final WorklistProjection projection;

	RebuildWorklistProjection(WorklistProjection projection) {
		this.projection = projection;
	}

	@Override
	public void afterSingletonsInstantiated() {
		boolean more = true;
		while (more) {
			more = projection.writeMissing();
		}
	}

}
