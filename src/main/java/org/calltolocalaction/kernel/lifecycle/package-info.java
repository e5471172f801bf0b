/**
 * How a thing that goes through states guards its way: by one table of what can happen to
 * it.
 */
@org.springframework.modulith.NamedInterface("lifecycle")
@NullMarked
package org.calltolocalaction.kernel.lifecycle;

import org.jspecify.annotations.NullMarked;
