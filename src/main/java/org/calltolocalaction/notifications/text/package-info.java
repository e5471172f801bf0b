/**
 * The means to write any mail: paragraphs, lists and quotes, in the reader’s language and
 * time zone.
 */
@NullMarked
package org.calltolocalaction.notifications.text;

import org.jspecify.annotations.NullMarked;
