/**
 * The one way to open an archive that somebody sent, bounded before any library reads it.
 */
@org.springframework.modulith.NamedInterface("archive")
package org.calltolocalaction.kernel.archive;
