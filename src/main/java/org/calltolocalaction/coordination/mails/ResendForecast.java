package org.calltolocalaction.coordination.mails;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.calltolocalaction.notifications.MailId;

/**
 * Which failed mails would be sent again.
 *
 * @param more whether more are found than are sent at once
 */
public record ResendForecast(List<MailId> mails, boolean more) {

	public ResendForecast {
		mails = List.copyOf(mails);
	}

	/** Tells this forecast from another one: what was shown is what is sent. */
	public String fingerprint() {
		String all = mails.stream().map(MailId::toString).collect(Collectors.joining(" "));
		return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
	}

	public boolean nothing() {
		return mails.isEmpty();
	}

}
