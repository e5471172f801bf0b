package org.calltolocalaction.reviews.rounds;

/**
 * The steps by which an overdue review is told to more people, so that it does not strand
 * with a person who is away.
 */
public enum ReminderStep {

	/** Whoever has taken it, or else everybody who reviews for the partner. */
	REVIEWERS,

	/** Whoever answers for the partner's reviews. */
	LEADS,

	/** Those who run the edition, and can decide without the review in the end. */
	COORDINATORS

}
