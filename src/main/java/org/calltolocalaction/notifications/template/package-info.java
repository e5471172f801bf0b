/**
 * The texts of mails as coordinators word them: of which pieces and placeholders they
 * are, what is in force in each language, and every version there was.
 */
@org.springframework.modulith.NamedInterface("template")
@NullMarked
package org.calltolocalaction.notifications.template;

import org.jspecify.annotations.NullMarked;
