package org.calltolocalaction.coordination.governments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.GovernmentProfile;
import org.calltolocalaction.governments.GovernmentStanding;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * What follows where coordinators confirm, ask or refuse a government.
 *
 * @param profile what it says of itself, and what is confirmed
 * @param standing as it is
 * @param accepted its pledges that wait for the confirmation alone, in the order of the
 * references
 * @param members how many people act for it, each of whom is told
 */
public record StandingForecast(GovernmentId government, GovernmentProfile profile, GovernmentStanding standing,
		List<ToPlace> accepted, int members) {

	/**
	 * A pledge that is placed where its government is confirmed.
	 *
	 * @param carriedOver whether it does not stand in the report of the edition whose
	 * call it answered, of which its government is told by a mail of its own
	 */
	public record ToPlace(PledgeReference reference, Placement place, boolean carriedOver) {
	}

	/** How many mails tell of pledges, where it is confirmed. */
	public long carriedOverMails() {
		return members * accepted.stream().filter(ToPlace::carriedOver).count();
	}

	/**
	 * Tells this forecast from another one: what was shown has to be what is done.
	 */
	public String fingerprint() {
		return UUID.nameUUIDFromBytes(toString().getBytes(StandardCharsets.UTF_8)).toString();
	}

}
