/**
 * What every page has in common: layout, language, home, and the pages that say what went
 * wrong.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Site",
		allowedDependencies = { "kernel", "identity", "governments" })
package org.calltolocalaction.site;
