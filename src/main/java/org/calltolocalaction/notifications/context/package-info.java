/**
 * Facts from which mails are written, and parts that mails about pledges and reviews
 * share.
 */
package org.calltolocalaction.notifications.context;
