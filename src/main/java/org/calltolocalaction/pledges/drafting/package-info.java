/** Members begin, fill, discard and bring back drafts, alone or with colleagues. */
@org.springframework.modulith.NamedInterface("drafting")
@NullMarked
package org.calltolocalaction.pledges.drafting;

import org.jspecify.annotations.NullMarked;
