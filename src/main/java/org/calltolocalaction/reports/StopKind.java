package org.calltolocalaction.reports;

import java.util.Set;

/** Why a pledge that stood in public does so no longer. */
public enum StopKind {

	/** By its government. */
	CONSENT_WITHDRAWN,

	/** By the coordinators: it says something of a person that is not for everybody. */
	PERSONAL_DATA,

	/** By the coordinators: it is wrong, or is not this government's. */
	ERROR;

	/** Those for which coordinators take a pledge down. */
	public static final Set<StopKind> OF_COORDINATORS = Set.of(PERSONAL_DATA, ERROR);

	/** Whether it is the government's own, which nobody else takes back. */
	public boolean byGovernment() {
		return this == CONSENT_WITHDRAWN;
	}

}
