package org.calltolocalaction.editions.partner;

/** What happened to a partner of an edition after its call was opened. */
public enum PartnerAct {

	/** It reviews what is before the partners, and what comes. */
	ADDED,

	/** It is asked for nothing any more; what it reviewed stays. */
	RELEASED

}
