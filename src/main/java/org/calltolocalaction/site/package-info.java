/**
 * What every page has in common: layout, language, home, and the pages that say what went
 * wrong.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Site",
		allowedDependencies = { "kernel", "kernel :: *", "identity", "governments", "governments :: *" })
@NullMarked
package org.calltolocalaction.site;

import org.jspecify.annotations.NullMarked;
