/**
 * A year's call: its deadline, forum and partners, and how it is opened, moved, closed,
 * confirmed and frozen.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Editions",
		allowedDependencies = { "kernel", "kernel :: *", "vocabulary", "identity", "site" })
@NullMarked
package org.calltolocalaction.editions;

import org.jspecify.annotations.NullMarked;
