/**
 * The annual report: which pledges stand in it, its frozen content, and its publication.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Reports",
		allowedDependencies = { "kernel", "kernel :: *", "vocabulary", "identity", "governments", "governments :: *",
				"editions", "editions :: *", "pledges", "pledges :: *", "forms" })
@NullMarked
package org.calltolocalaction.reports;

import org.jspecify.annotations.NullMarked;
