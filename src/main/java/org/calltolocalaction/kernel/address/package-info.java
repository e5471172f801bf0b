/**
 * Addresses of mail and of the web: what people paste, in its one canonical form, and
 * what may become a link.
 */
@org.springframework.modulith.NamedInterface("address")
package org.calltolocalaction.kernel.address;
