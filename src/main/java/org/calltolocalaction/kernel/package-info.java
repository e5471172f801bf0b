/**
 * The few words that every module shares: what is not found, what is not allowed, and who
 * did what.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Kernel", allowedDependencies = {})
package org.calltolocalaction.kernel;
