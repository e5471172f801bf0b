/**
 * A reviewer's list of work: found by search, arranged to their liking, and marked with
 * what is new.
 */
@org.springframework.modulith.NamedInterface("worklist")
package org.calltolocalaction.reviews.worklist;
