/** Hands what is due to the mail server, and writes down what came of it. */
@NullMarked
package org.calltolocalaction.notifications.delivery;

import org.jspecify.annotations.NullMarked;
