package org.calltolocalaction.post.inbox;

import java.util.Optional;

/**
 * What a server says of a mail that it took for somebody (RFC 3464).
 *
 * @param status such as {@code 5.1.1}; empty where it says none
 * @param answer what the last server said; may be empty
 * @param of the Message-ID of the mail, where the report brings it
 */
public record DeliveryReport(Fate fate, String status, String answer, Optional<String> of) {

	/** What became of the mail. */
	public enum Fate {

		/** It will not arrive. */
		FAILED,

		/** It is tried again. */
		DELAYED,

		/** It arrived, or went on. */
		WENT_ON

	}

}
