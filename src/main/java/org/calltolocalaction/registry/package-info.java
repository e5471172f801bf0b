/**
 * What the public sees: the list of published pledges with its search, and each pledge's
 * page.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Registry",
		allowedDependencies = { "kernel", "kernel :: *", "vocabulary", "identity", "governments", "governments :: *",
				"editions", "editions :: *", "pledges", "pledges :: *", "reports", "reports :: *", "forms", "search" })
@NullMarked
package org.calltolocalaction.registry;

import org.jspecify.annotations.NullMarked;
