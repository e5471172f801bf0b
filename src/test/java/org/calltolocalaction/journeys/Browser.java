package org.calltolocalaction.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The one Chromium of a run. Each person gets a profile of their own in it. */
final class Browser implements AutoCloseable {

	/**
	 * Where Chromium is, if it is none of {@link #USUAL}; the variable of the same
	 * meaning is {@code CHROMIUM}.
	 */
	private static final String PROPERTY = "desk.testing.chromium";

	private static final List<String> USUAL = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
			"/usr/bin/google-chrome", "/usr/bin/google-chrome-stable");

	private final Playwright playwright;

	private final com.microsoft.playwright.Browser chromium;

	private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
		this.playwright = playwright;
		this.chromium = chromium;
	}

	/**
	 * Only where nobody waits for the answer may the journeys be left out for want of a
	 * browser.
	 */
	static Browser start() {
		try {
			return launched();
		}
		catch (PlaywrightException | IllegalStateException failure) {
			if (System.getenv("CI") != null) {
				throw new IllegalStateException("The journeys need Chromium, and it did not start", failure);
			}
			return Assumptions.abort("Chromium did not start, so no journey was made: " + failure.getMessage());
		}
	}

	BrowserContext newProfile(com.microsoft.playwright.Browser.NewContextOptions options) {
		return chromium.newContext(options);
	}

	@Override
	public void close() {
		chromium.close();
		playwright.close();
	}

	private static Browser launched() {
		Optional<Path> installed = installed();
		Map<String, String> environment = new HashMap<>(System.getenv());
		// Else Playwright fetches its own, which is what is wanted only where there is no
		// other.
		installed.ifPresent(path -> environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
		Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
		try {
			LaunchOptions options = new LaunchOptions().setHeadless(true)
				.setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"));
			installed.ifPresent(options::setExecutablePath);
			return new Browser(playwright, playwright.chromium().launch(options));
		}
		catch (PlaywrightException failure) {
			playwright.close();
			throw failure;
		}
	}

	private static Optional<Path> installed() {
		Optional<String> told = Stream.of(System.getProperty(PROPERTY), System.getenv("CHROMIUM"))
			.filter(Objects::nonNull)
			.findFirst();
		if (told.isPresent() && !Files.isExecutable(Path.of(told.get()))) {
			throw new IllegalStateException("There is no Chromium at " + told.get());
		}
		return told.or(() -> USUAL.stream().filter(path -> Files.isExecutable(Path.of(path))).findFirst())
			.map(Path::of);
	}

}
