package org.calltolocalaction.notifications.template;

import java.util.Locale;
import java.util.Optional;

/** What mails say in other words than the standard ones. */
@FunctionalInterface
public interface OwnWords {

	/**
	 * @param key of a text of mails
	 * @return none where it is the standard text
	 */
	Optional<PieceText> find(String key, Locale language);

}
