/**
 * What happened, by whom and when: every change of state is written down here, in one
 * format.
 */
@org.springframework.modulith.NamedInterface("audit")
package org.calltolocalaction.kernel.audit;
