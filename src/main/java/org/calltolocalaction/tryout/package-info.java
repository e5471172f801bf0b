/**
 * What the desk brings along to be tried out with one command: a database, a mailbox and
 * demonstration content. None of it exists once a database is configured; what must be
 * configured then is checked here, too.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Try-out",
		allowedDependencies = { "kernel", "kernel :: *", "post", "vocabulary", "identity", "governments",
				"governments :: *", "editions", "editions :: *", "pledges", "pledges :: *", "reviews", "reviews :: *",
				"reports", "notifications", "notifications :: *", "forms", "coordination" })
@NullMarked
package org.calltolocalaction.tryout;

import org.jspecify.annotations.NullMarked;
