package org.calltolocalaction.coordination.web;

import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.validation.Errors;

/**
 * The confirmation of an act of which nothing else has to be said.
 *
 * @param reason why it is done, as it was typed
 * @param foreseen the fingerprint of the forecast that was read
 */
public record ConfirmedForm(@As(Text.PROSE) String reason, @As(Text.IDENTIFIER) String foreseen) {

	/** Before anything was typed. */
	public static final ConfirmedForm EMPTY = new ConfirmedForm("", "");

	public ConfirmedForm {
		reason = reason == null ? "" : reason;
		foreseen = foreseen == null ? "" : foreseen;
	}

	/**
	 * Says what is wrong with it.
	 * @param missing what is said where there is no reason
	 */
	public void check(String missing, Errors errors) {
		TypedReason.check(reason, missing, errors);
	}

}
