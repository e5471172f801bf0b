package org.calltolocalaction.vocabulary;

/**
 * Knows the partners, whom coordinators add, name and close. Asked for each name on each
 * page: it answers at once, from memory.
 */
public interface PartnerRegister {

	/** As they are called now, or some seconds ago. */
	KnownPartners now();

}
