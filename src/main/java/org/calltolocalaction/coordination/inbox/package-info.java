/**
 * What coordinators do about mails that did not arrive, about answers, and about mails
 * that came from nobody who is known.
 */
@NullMarked
package org.calltolocalaction.coordination.inbox;

import org.jspecify.annotations.NullMarked;
