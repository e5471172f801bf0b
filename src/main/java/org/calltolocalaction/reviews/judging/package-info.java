/**
 * Reviewers judge here: by the edition's criteria, with drafts that are kept, and with
 * what the other partners and their own colleagues may show them beside the pledge.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Judging",
		allowedDependencies = { "reviews", "reviews :: *", "reviews.worklist", "reviews.team", "kernel", "kernel :: *",
				"vocabulary", "identity", "governments", "editions :: criteria", "pledges", "pledges :: *", "forms",
				"search" })
@NullMarked
package org.calltolocalaction.reviews.judging;

import org.jspecify.annotations.NullMarked;
