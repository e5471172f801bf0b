package org.calltolocalaction.pledges.receipts;

import org.calltolocalaction.kernel.signing.SigningKey;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Before the first receipt is signed, everybody can find the key to check it. */
@Component
class PublishOwnKey implements SmartInitializingSingleton {

	private final PublishedKeys keys;

	private final SigningKey own;

	PublishOwnKey(PublishedKeys keys, SigningKey own) {
		this.keys = keys;
		this.own = own;
	}

	@Override
	public void afterSingletonsInstantiated() {
		keys.publish(own.published());
	}

}
