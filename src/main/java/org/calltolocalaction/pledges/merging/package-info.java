/** What becomes of pledges whose government turns out to be another one. */
@org.springframework.modulith.NamedInterface("merging")
@NullMarked
package org.calltolocalaction.pledges.merging;

import org.jspecify.annotations.NullMarked;
