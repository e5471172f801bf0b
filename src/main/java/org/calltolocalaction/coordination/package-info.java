/**
 * What coordinators see and do: what is late and who has to move, an edition's way to its
 * report, decisions where the partners disagree, and the pledges of editions before this
 * system.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Coordination",
		allowedDependencies = { "kernel", "kernel :: *", "post", "post :: *", "vocabulary", "identity", "governments",
				"governments :: *", "editions", "editions :: *", "pledges", "pledges :: *", "reviews", "reviews :: *",
				"reports", "reports :: *", "search", "notifications", "notifications :: *", "forms" })
@NullMarked
package org.calltolocalaction.coordination;

import org.jspecify.annotations.NullMarked;
