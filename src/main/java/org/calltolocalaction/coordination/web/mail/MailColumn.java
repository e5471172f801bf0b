package org.calltolocalaction.coordination.web.mail;

import java.util.EnumSet;
import java.util.Set;

/** What the log says of a mail beside when, to whom and under which subject. */
enum MailColumn {

	STATE, KIND, ABOUT, TRIED, TRIES, ANSWER;

	/** Until somebody wants others. */
	static final Set<MailColumn> AT_FIRST = EnumSet.of(STATE, ABOUT, TRIED, ANSWER);

}
