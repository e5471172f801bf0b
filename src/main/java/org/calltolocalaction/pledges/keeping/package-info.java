/** Records beside the pledges: every save of a draft, numbers, and limits. */
@org.springframework.modulith.NamedInterface("keeping")
package org.calltolocalaction.pledges.keeping;
