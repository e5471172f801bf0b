/**
 * Reviewers work through their reviews in a spreadsheet where there is no line, and hand
 * it in later.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Offline",
		allowedDependencies = { "reviews", "reviews :: *", "reviews.worklist", "reviews.judging", "kernel",
				"kernel :: *", "vocabulary", "identity", "editions :: *", "pledges", "forms", "search" })
@NullMarked
package org.calltolocalaction.reviews.offline;

import org.jspecify.annotations.NullMarked;
