/**
 * Mails: what they say in three languages, whom they reach, their delivery and its log.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Notifications",
		allowedDependencies = { "kernel", "kernel :: *", "post", "post :: *", "vocabulary", "identity", "governments",
				"governments :: *", "editions", "editions :: *", "pledges", "pledges :: *", "reviews", "reviews :: *",
				"reports", "reports :: *", "forms", "search" })
@NullMarked
package org.calltolocalaction.notifications;

import org.jspecify.annotations.NullMarked;
