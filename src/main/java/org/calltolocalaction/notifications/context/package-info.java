/**
 * Facts from which mails are written, and parts that mails about pledges and reviews
 * share.
 */
@NullMarked
package org.calltolocalaction.notifications.context;

import org.jspecify.annotations.NullMarked;
