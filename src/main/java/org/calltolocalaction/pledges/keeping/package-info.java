/** Records beside the pledges: every save of a draft, numbers, and limits. */
@org.springframework.modulith.NamedInterface("keeping")
@NullMarked
package org.calltolocalaction.pledges.keeping;

import org.jspecify.annotations.NullMarked;
