/**
 * Members follow a submitted pledge here: its state, its readers, and the comments of the
 * partners.
 */
@org.springframework.modulith.NamedInterface("progress")
@NullMarked
package org.calltolocalaction.pledges.progress;

import org.jspecify.annotations.NullMarked;
