/**
 * The means to write any mail: paragraphs, lists and quotes, in the reader’s language and
 * time zone.
 */
package org.calltolocalaction.notifications.text;
