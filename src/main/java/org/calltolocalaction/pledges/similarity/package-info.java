/**
 * Pledges that may be the same are found here, for members who begin one and for
 * reviewers.
 */
@org.springframework.modulith.NamedInterface("similarity")
@NullMarked
package org.calltolocalaction.pledges.similarity;

import org.jspecify.annotations.NullMarked;
