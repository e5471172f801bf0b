/**
 * Reads Camunda Forms, renders them as plain accessible HTML and validates what was
 * filled in, from the same file. Knows nothing of pledges or of the engine.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Forms",
		allowedDependencies = { "kernel", "kernel :: *" })
@NullMarked
package org.calltolocalaction.forms;

import org.jspecify.annotations.NullMarked;
