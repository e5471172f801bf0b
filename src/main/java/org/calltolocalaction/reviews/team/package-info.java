/**
 * Who has a review: taken, handed over, moved in bulk, and never left with somebody who
 * is away or keeps out.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Team",
		allowedDependencies = { "reviews", "reviews :: *", "reviews.worklist", "kernel", "kernel :: *", "vocabulary",
				"identity", "governments", "governments :: merging", "editions", "editions :: *", "pledges", "search" })
@NullMarked
package org.calltolocalaction.reviews.team;

import org.jspecify.annotations.NullMarked;
