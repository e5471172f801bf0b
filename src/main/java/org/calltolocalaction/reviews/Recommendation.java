package org.calltolocalaction.reviews;

/** What one partner advises. The names are the values of the review form. */
public enum Recommendation {

	APPROVE, REQUEST_CHANGES, DECLINE

}
