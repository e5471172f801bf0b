package org.calltolocalaction.identity;

import java.util.Optional;
import org.calltolocalaction.vocabulary.PartnerCode;

/**
 * The roles that somebody has at this moment.
 *
 * @param partner the organisation for which the person reviews, if any
 * @param lead whether the person answers for the reviews of that whole organisation;
 * never without one
 * @param auditor whether the person reads what coordinators read; never beside another
 * @param suspended whether a coordinator has suspended the account: then all of them rest
 */
public record Roles(Optional<PartnerCode> partner, boolean lead, boolean coordinator, boolean auditor,
		boolean suspended) {

	/** Of everybody to whom nobody gave one. */
	public static final Roles NONE = new Roles(Optional.empty(), false, false, false, false);

	/** Whatever they were until then, and are again when it is lifted. */
	static final Roles SUSPENDED = new Roles(Optional.empty(), false, false, false, true);

	/** Whether a coordinator gave the person any. */
	public boolean any() {
		return partner.isPresent() || coordinator || auditor;
	}

}
