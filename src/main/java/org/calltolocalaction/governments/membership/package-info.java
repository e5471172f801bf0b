/** Who acts for a government: asking, agreeing, leaving, being removed. */
@org.springframework.modulith.NamedInterface("membership")
@NullMarked
package org.calltolocalaction.governments.membership;

import org.jspecify.annotations.NullMarked;
