/**
 * What every page has in common: layout, language, home, and the pages that say what went
 * wrong.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Site",
		allowedDependencies = { "kernel", "kernel :: *", "identity", "governments", "governments :: *" })
package org.calltolocalaction.site;
