/**
 * Partners judge pledges here: one review per partner and revision, and what the reviews
 * add up to.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Reviews",
		allowedDependencies = { "kernel", "kernel :: *", "vocabulary", "identity", "governments", "governments :: *",
				"editions", "editions :: *", "pledges", "pledges :: *", "forms", "search" })
package org.calltolocalaction.reviews;
