/**
 * A pledge’s page for coordinators: what was judged and discussed, and what is theirs to
 * decide.
 */
@NullMarked
package org.calltolocalaction.coordination.web.pledge;

import org.jspecify.annotations.NullMarked;
