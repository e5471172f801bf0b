/**
 * The head of a government reads a draft here without an account, and approves it or asks
 * for changes.
 */
@org.springframework.modulith.NamedInterface("signoff")
@NullMarked
package org.calltolocalaction.pledges.signoff;

import org.jspecify.annotations.NullMarked;
