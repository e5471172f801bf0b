/** Mails about who acts for a government. */
package org.calltolocalaction.notifications.membership;
