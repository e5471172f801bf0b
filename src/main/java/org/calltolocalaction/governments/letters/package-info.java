/**
 * Letters that governments send to the coordinators: checked like every other upload, and
 * read by nobody but the government's members and the coordinators.
 */
@org.springframework.modulith.NamedInterface("letters")
@NullMarked
package org.calltolocalaction.governments.letters;

import org.jspecify.annotations.NullMarked;
