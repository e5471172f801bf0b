/**
 * The edition for which a pledge counts is decided here, and decided anew when editions
 * and deadlines change.
 */
@org.springframework.modulith.NamedInterface("placement")
@NullMarked
package org.calltolocalaction.pledges.placement;

import org.jspecify.annotations.NullMarked;
