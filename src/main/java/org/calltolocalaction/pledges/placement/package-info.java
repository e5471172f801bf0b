/**
 * The edition for which a pledge counts is decided here, and decided anew when editions
 * and deadlines change.
 */
@org.springframework.modulith.NamedInterface("placement")
package org.calltolocalaction.pledges.placement;
