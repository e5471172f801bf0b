/**
 * Which pledges may be the same one, for whoever begins a pledge and whoever reviews one.
 */
@org.springframework.modulith.NamedInterface("similarity")
@NullMarked
package org.calltolocalaction.pledges.similarity;

import org.jspecify.annotations.NullMarked;
