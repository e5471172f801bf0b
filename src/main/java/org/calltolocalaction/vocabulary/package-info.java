/**
 * The controlled lists of the Call (objectives, world sections, countries …) with their
 * labels in three languages.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Vocabulary",
		allowedDependencies = { "kernel", "kernel :: *" })
@NullMarked
package org.calltolocalaction.vocabulary;

import org.jspecify.annotations.NullMarked;
