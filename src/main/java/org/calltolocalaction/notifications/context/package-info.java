/**
 * What mails are written from, and what those about pledges and reviews have in common.
 */
@NullMarked
package org.calltolocalaction.notifications.context;

import org.jspecify.annotations.NullMarked;
