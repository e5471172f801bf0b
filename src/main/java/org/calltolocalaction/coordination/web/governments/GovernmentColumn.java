package org.calltolocalaction.coordination.web.governments;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What the list says of a government beside its name. */
public enum GovernmentColumn {

	COUNTRY, TYPE, SECTION, STANDING, ENDORSED, MEMBERS, PLEDGES, DRAFTS, REGISTERED;

	/** Until somebody wants others. */
	static final Set<GovernmentColumn> AT_FIRST = EnumSet.of(COUNTRY, TYPE, STANDING, MEMBERS, PLEDGES);

	/** As it stands in the address. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
