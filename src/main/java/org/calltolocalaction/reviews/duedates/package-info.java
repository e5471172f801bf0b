/**
 * Reviewers have the due dates of their reviews in a calendar of their own, by an address
 * that nobody else knows.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Due dates",
		allowedDependencies = { "reviews", "reviews :: *", "kernel", "kernel :: *", "vocabulary", "identity",
				"governments", "pledges" })
@NullMarked
package org.calltolocalaction.reviews.duedates;

import org.jspecify.annotations.NullMarked;
