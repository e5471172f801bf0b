/**
 * A draft becomes an immutable revision with its receipt; a pledge is withdrawn, revived,
 * or taken over from before.
 */
@org.springframework.modulith.NamedInterface("submitting")
@NullMarked
package org.calltolocalaction.pledges.submitting;

import org.jspecify.annotations.NullMarked;
