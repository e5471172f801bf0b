/**
 * What mails are written from, and what those about pledges and reviews have in common.
 */
package org.calltolocalaction.notifications.context;
