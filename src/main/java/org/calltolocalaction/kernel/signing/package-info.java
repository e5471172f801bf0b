/**
 * How the desk signs what others are to believe without asking it: by Ed25519, in the
 * form of JWS, so that everybody's tools can check it.
 */
@org.springframework.modulith.NamedInterface("signing")
@NullMarked
package org.calltolocalaction.kernel.signing;

import org.jspecify.annotations.NullMarked;
