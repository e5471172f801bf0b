/**
 * Wanting fewer mails, by the address that mail programs show beside a mail that may be
 * left out.
 */
@NullMarked
package org.calltolocalaction.notifications.leaving;

import org.jspecify.annotations.NullMarked;
