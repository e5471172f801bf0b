package org.calltolocalaction.registry;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Before the first page is served: what the form keeps from the public now is in no row
 * and in no search any more.
 */
@Component
class ShowPublishedAnew implements SmartInitializingSingleton {

	private final PublishedRows publish;

	ShowPublishedAnew(PublishedRows publish) {
		this.publish = publish;
	}

	@Override
	public void afterSingletonsInstantiated() {
		boolean more = true;
		while (more) {
			more = publish.showAnew();
		}
	}

}
