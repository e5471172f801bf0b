/** Members begin, fill, discard and bring back drafts, alone or with colleagues. */
@org.springframework.modulith.NamedInterface("drafting")
package org.calltolocalaction.pledges.drafting;
