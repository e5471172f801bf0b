/**
 * Hands mails to the mail server, whoever wrote them: there is one way to make a
 * recipient, and one memory of the addresses that took no mail.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Post", allowedDependencies = { "kernel", "kernel :: *" })
@NullMarked
package org.calltolocalaction.post;

import org.jspecify.annotations.NullMarked;
