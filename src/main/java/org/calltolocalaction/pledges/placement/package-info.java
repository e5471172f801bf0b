/** For which edition a pledge counts, and what changes when editions and deadlines do. */
@org.springframework.modulith.NamedInterface("placement")
package org.calltolocalaction.pledges.placement;
