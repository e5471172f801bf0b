/**
 * The files of pledges: what an upload really is, where it is kept, and who may read it.
 */
@org.springframework.modulith.NamedInterface("files")
@NullMarked
package org.calltolocalaction.pledges.files;

import org.jspecify.annotations.NullMarked;
