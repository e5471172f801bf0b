/**
 * One pledge's time line: what was, mails included, for whom it waits now, and what will
 * come by itself.
 */
@NullMarked
package org.calltolocalaction.coordination.timeline;

import org.jspecify.annotations.NullMarked;
