/**
 * Text, numbers and dates: brought into shape where they come in, written in the reader’s
 * language where they go out.
 */
@org.springframework.modulith.NamedInterface("text")
@NullMarked
package org.calltolocalaction.kernel.text;

import org.jspecify.annotations.NullMarked;
