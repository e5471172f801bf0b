package org.calltolocalaction.journeys;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/** Gives each journey the run's one browser. */
class WithBrowser implements BeforeEachCallback {

	@Override
	public void beforeEach(ExtensionContext context) {
		// The session's store closes it when the last test is over; a fork is given one
		// class after the other, and each has a root of its own.
		Browser browser = context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(Browser.class))
			.computeIfAbsent(Browser.class, start -> Browser.start(), Browser.class);
		PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
		((Journey) context.getRequiredTestInstance()).browser = browser;
	}

}
