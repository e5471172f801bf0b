/**
 * Addresses of mail and of the web: what people paste, in its one canonical form, and
 * what may become a link.
 */
@org.springframework.modulith.NamedInterface("address")
@NullMarked
package org.calltolocalaction.kernel.address;

import org.jspecify.annotations.NullMarked;
