package org.calltolocalaction.reviews;

/** The advice of one partner. The names are the values of the review form. */
public enum Recommendation {

	APPROVE, REQUEST_CHANGES, DECLINE

}
