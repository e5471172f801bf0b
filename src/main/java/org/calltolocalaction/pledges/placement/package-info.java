/** For which edition a pledge counts, and what changes when editions and deadlines do. */
@org.springframework.modulith.NamedInterface("placement")
@NullMarked
package org.calltolocalaction.pledges.placement;

import org.jspecify.annotations.NullMarked;
