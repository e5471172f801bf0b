/**
 * The one way to open an archive that somebody sent, bounded before any library reads it.
 */
@org.springframework.modulith.NamedInterface("archive")
@NullMarked
package org.calltolocalaction.kernel.archive;

import org.jspecify.annotations.NullMarked;
