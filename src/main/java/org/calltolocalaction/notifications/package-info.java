/**
 * Mails: what they say in three languages, whom they reach, their delivery and its log.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Notifications",
		allowedDependencies = { "kernel", "post", "vocabulary", "identity", "governments", "editions", "pledges",
				"reviews", "reviews :: discussion", "reviews :: team", "reviews :: worklist", "reports", "forms" })
package org.calltolocalaction.notifications;
