package org.calltolocalaction.reviews;

/**
 * The latest judgement of each of the edition's partners, counted.
 *
 * @param missing partners whose review was not there at the cut-off
 * @param round how many times the pledge has been before the partners since it was begun
 * or revived, from 1
 */
public record ReviewTally(int approvals, int changeRequests, int declines, int missing, int round) {
}
