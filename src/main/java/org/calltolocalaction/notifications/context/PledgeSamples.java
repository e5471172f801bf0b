package org.calltolocalaction.notifications.context;

import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.text.MailText;

/**
 * Writes mails about a pledge as they would be written now, by what writes the real ones,
 * to be looked at: nothing is sent, and nothing is kept.
 */
public interface PledgeSamples {

	/** Of which kinds it writes some. */
	Set<MailKind> kinds();

	/**
	 * @param reader whoever looks at it
	 * @return none where nobody would get such a mail about this pledge as it is
	 */
	Optional<MailText> sample(MailKind kind, MailContext context, Person reader);

}
