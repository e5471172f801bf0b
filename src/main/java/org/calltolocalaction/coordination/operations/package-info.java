/**
 * What whoever keeps the desk running looks at and puts right: steps that gave up, what
 * comes by itself, and how the desk is.
 */
@org.springframework.modulith.NamedInterface("operations")
@NullMarked
package org.calltolocalaction.coordination.operations;

import org.jspecify.annotations.NullMarked;
