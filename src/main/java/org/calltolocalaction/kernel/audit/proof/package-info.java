/**
 * Shows that the trail is what it was: checkpoints hold it to what was written, as logs
 * of transparency do (RFC 9162). How to verify it without this code: docs/trail.md.
 */
@org.springframework.modulith.NamedInterface("proof")
@NullMarked
package org.calltolocalaction.kernel.audit.proof;

import org.jspecify.annotations.NullMarked;
