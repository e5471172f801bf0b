/**
 * Lets one transaction at a time go on where there is no row to lock: before a row is
 * made, or where something is counted.
 */
@org.springframework.modulith.NamedInterface("lock")
@NullMarked
package org.calltolocalaction.kernel.lock;

import org.jspecify.annotations.NullMarked;
