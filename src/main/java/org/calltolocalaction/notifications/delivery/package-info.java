/** Hands mails that are due to the mail server, and records the result. */
package org.calltolocalaction.notifications.delivery;
