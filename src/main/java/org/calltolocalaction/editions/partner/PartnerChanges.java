package org.calltolocalaction.editions.partner;

import java.util.Set;
import org.calltolocalaction.vocabulary.PartnerCode;

/** Which partners an edition got or lost after its call was opened. */
public record PartnerChanges(Set<PartnerCode> added, Set<PartnerCode> released) {

	public static final PartnerChanges NONE = new PartnerChanges(Set.of(), Set.of());

}
