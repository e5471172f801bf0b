/**
 * What the partners and coordinators say to each other about a pledge, out of the
 * government's sight.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Discussion",
		allowedDependencies = { "reviews", "reviews :: *", "reviews.worklist", "kernel", "kernel :: *", "vocabulary",
				"identity", "pledges" })
@NullMarked
package org.calltolocalaction.reviews.discussion;

import org.jspecify.annotations.NullMarked;
