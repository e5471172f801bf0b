/** Several mails in one: a reader’s daily digest, and notices that fall due together. */
@org.springframework.modulith.NamedInterface("digest")
@NullMarked
package org.calltolocalaction.notifications.digest;

import org.jspecify.annotations.NullMarked;
