/**
 * Pledges from the first draft to their end: submission, immutable revisions, withdrawal,
 * and the guards between.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Pledges",
		allowedDependencies = { "kernel", "kernel :: *", "post", "vocabulary", "identity", "governments",
				"governments :: *", "editions", "editions :: *", "forms" })
@NullMarked
package org.calltolocalaction.pledges;

import org.jspecify.annotations.NullMarked;
