/**
 * Partners judge pledges here: one review per partner and revision, and what the reviews
 * add up to. What reviewers do stands in the modules within this one, which no other
 * sees.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Reviews",
		allowedDependencies = { "kernel", "kernel :: *", "vocabulary", "identity", "governments", "governments :: *",
				"editions", "editions :: *", "pledges", "pledges :: *", "forms", "search" })
@NullMarked
package org.calltolocalaction.reviews;

import org.jspecify.annotations.NullMarked;
