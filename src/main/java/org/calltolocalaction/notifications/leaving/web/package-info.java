/** The page on which somebody says that they want fewer mails. */
@NullMarked
package org.calltolocalaction.notifications.leaving.web;

import org.jspecify.annotations.NullMarked;
