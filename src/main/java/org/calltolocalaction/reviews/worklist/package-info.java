/**
 * A reviewer's list of work: found by search, arranged to their liking, and marked with
 * what is new. It is one indexed query over the rows of the reviews, which
 * {@code WorklistProjection} keeps as this part reads them.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Worklist",
		allowedDependencies = { "reviews", "reviews :: *", "kernel", "kernel :: *", "vocabulary", "identity", "pledges",
				"search" })
@NullMarked
package org.calltolocalaction.reviews.worklist;

import org.jspecify.annotations.NullMarked;
