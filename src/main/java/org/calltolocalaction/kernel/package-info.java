/**
 * The few words that every module shares: what is not found, what is not allowed, and who
 * did what.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Kernel", allowedDependencies = {})
@NullMarked
package org.calltolocalaction.kernel;

import org.jspecify.annotations.NullMarked;
