/**
 * Compares what belongs together: rows and the process, pledges and their places, mails
 * and who sends them, lists and what they list. And puts right what can be put right by
 * itself.
 */
@org.springframework.modulith.NamedInterface("consistency")
@NullMarked
package org.calltolocalaction.coordination.consistency;

import org.jspecify.annotations.NullMarked;
