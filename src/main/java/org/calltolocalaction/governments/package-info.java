/**
 * Who takes part: governments, the people who act for them, and their endorsement of the
 * Marrakech Declaration.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Governments",
		allowedDependencies = { "kernel", "kernel :: *", "post", "vocabulary", "identity" })
@NullMarked
package org.calltolocalaction.governments;

import org.jspecify.annotations.NullMarked;
