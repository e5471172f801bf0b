/**
 * The annual report: which pledges stand in it, its frozen content, and its publication.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Reports",
		allowedDependencies = { "kernel", "vocabulary", "identity", "governments", "editions", "pledges", "forms" })
package org.calltolocalaction.reports;
