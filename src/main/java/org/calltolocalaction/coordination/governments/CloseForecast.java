package org.calltolocalaction.coordination.governments;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.calltolocalaction.governments.GovernmentId;

/**
 * What follows where a government is closed, or opened again.
 *
 * @param closed whether it is closed now, and would be opened
 * @param told how many people act for it, each of whom gets an email
 * @param drafts that cannot be submitted while it is closed
 * @param open submitted pledges that have not come to their end
 * @param published pledges with a place in a report, which stay there
 * @param requests to join, to which nobody can agree while it is closed
 */
public record CloseForecast(GovernmentId government, boolean closed, int told, long drafts, long open, long published,
		long requests) {

	/** Tells this forecast from another one: what was shown has to be what is done. */
	public String fingerprint() {
		return UUID.nameUUIDFromBytes(toString().getBytes(StandardCharsets.UTF_8)).toString();
	}

}
