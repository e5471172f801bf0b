package org.calltolocalaction.site;

import org.springframework.context.MessageSource;

/** The texts of all modules as the desk says them, for tests without a desk. */
public final class AllTexts {

	private AllTexts() {
	}

	public static MessageSource asSaid() {
		return new SiteMessages().messageSource();
	}

}
