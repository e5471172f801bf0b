package org.calltolocalaction.journeys;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Gives each journey the run's one browser. */
class WithBrowser implements BeforeEachCallback {

	@Override
	public void beforeEach(ExtensionContext context) {
		// The root's store closes it when the last test is over.
		Browser browser = context.getRoot()
			.getStore(Namespace.create(Browser.class))
			.computeIfAbsent(Browser.class, start -> Browser.start(), Browser.class);
		PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
		((Journey) context.getRequiredTestInstance()).browser = browser;
	}

}
