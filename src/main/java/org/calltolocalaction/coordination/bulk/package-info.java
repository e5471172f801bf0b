/**
 * What coordinators do to many pledges of a list at once: remind, write, give more time.
 * Each is planned, shown, and done as it was shown.
 */
@NullMarked
package org.calltolocalaction.coordination.bulk;

import org.jspecify.annotations.NullMarked;
