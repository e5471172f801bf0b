package org.calltolocalaction.notifications;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Pictures of all mails, to be looked at: on a desk, on a phone and in the dark. The
 * mails are those that tests have read while {@code DESK_MAIL_PAGES} named a folder; the
 * pictures come into it beside them. No test: run by hand.
 */
final class MailPictures {

	private enum Look {

		DESK(660, ColorScheme.LIGHT), PHONE(360, ColorScheme.LIGHT), DARK(360, ColorScheme.DARK);

		private final int width;

		private final ColorScheme scheme;

		Look(int width, ColorScheme scheme) {
			this.width = width;
			this.scheme = scheme;
		}

	}

	private MailPictures() {
	}

	/**
	 * Draws them.
	 * @param arguments the folder, and the browser's program
	 */
	public static void main(String[] arguments) throws IOException {
		List<Path> pages;
		try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
			pages = files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
		}
		try (Playwright playwright = Playwright.create();
				Browser browser = playwright.chromium()
					.launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of(arguments[1])))) {
			for (Look look : Look.values()) {
				draw(browser, look, pages);
			}
		}
	}

	private static void draw(Browser browser, Look look, List<Path> pages) {
		try (BrowserContext context = browser
			.newContext(new Browser.NewContextOptions().setViewportSize(look.width, 700)
				.setColorScheme(look.scheme)
				.setOffline(true))) {
			Page shown = context.newPage();
			for (Path page : pages) {
				shown.navigate(page.toUri().toString());
				Object wider = shown.evaluate("document.documentElement.scrollWidth > window.innerWidth");
				if (Boolean.TRUE.equals(wider)) {
					System.out.println("Wider than " + look.width + ": " + page.getFileName());
				}
				shown.screenshot(new Page.ScreenshotOptions().setFullPage(true)
					.setPath(Path.of(page.toString().replace(".html", "-" + look.name().toLowerCase() + ".png"))));
			}
		}
	}

}
