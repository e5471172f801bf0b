/** Written mails wait here: each once, for the people who may still have it. */
@org.springframework.modulith.NamedInterface("outbox")
package org.calltolocalaction.notifications.outbox;
