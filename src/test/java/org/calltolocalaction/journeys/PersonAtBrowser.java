package org.calltolocalaction.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/**
 * Somebody at a browser of their own. Whatever page their steps lead to is checked on
 * arrival.
 */
final class PersonAtBrowser {

	private static final String DAY = "-day";

	private static final Pattern REFERENCE = Pattern.compile("CLA-\\d{4}-\\d{4,}");

	private final BrowserContext profile;

	private final int width;

	private final List<String> problems = new ArrayList<>();

	private Page page;

	private int status;

	/** How many pages have come, in whatever tab. */
	private int arrivals;

	PersonAtBrowser(BrowserContext profile, int width) {
		this.profile = profile;
		this.width = width;
		this.page = newPage();
	}

	/** What the browser shows now, for a closer look. */
	Page page() {
		return page;
	}

	/** The status with which the page came. */
	int status() {
		return status;
	}

	/**
	 * One more tab, in which the person goes on; the tab that was open is returned for
	 * {@link #goesBackTo}.
	 */
	Page opensAnotherTab() {
		Page before = page;
		page = newPage();
		return before;
	}

	/** To the front: behind others, Chromium draws it about once in a second. */
	void goesBackTo(Page tab) {
		page = tab;
		page.bringToFront();
	}

	PersonAtBrowser opens(String path) {
		page.navigate(path);
		return arrived();
	}

	/** Presses a button that sends a form. */
	PersonAtBrowser presses(String button) {
		return leavesBy(() -> button(button).click());
	}

	/** Follows a link, also one that looks like a button and says so. */
	PersonAtBrowser follows(String link) {
		return leavesBy(() -> link(link).or(button(link)).click());
	}

	/** Does something that ends on another page, and looks at that one. */
	PersonAtBrowser leavesBy(Runnable step) {
		int before = arrivals;
		step.run();
		// Told as soon as it is there; the same address may well come again, after a form
		// with errors.
		page.waitForCondition(() -> arrivals > before);
		return arrived();
	}

	Locator button(String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	Locator link(String name) {
		return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	/** The form control of this name; of several, the one with this value. */
	Locator control(String name, String value) {
		return page.locator("main [name='%s'][value='%s']".formatted(name, value));
	}

	Locator control(String name) {
		return page.locator("main [name='" + name + "']:not([type=hidden])");
	}

	/** Fills a form by the names of its controls, whatever language it speaks. */
	PersonAtBrowser fills(Map<String, ?> answers) {
		answers.forEach(this::fill);
		return this;
	}

	/** Fills of these answers what this page asks for. */
	PersonAtBrowser fillsWhatIsAsked(Map<String, ?> answers) {
		Map<String, String> asked = kindsOfControls();
		answers.forEach((name, answer) -> {
			if (asked.containsKey(name) || asked.containsKey(name + DAY)) {
				fill(name, answer);
			}
		});
		return this;
	}

	PersonAtBrowser isAt(String pathAndQuery) {
		Assertions.assertThat(page.url().replaceFirst("^http://[^/]+", "")).isEqualTo(pathAndQuery);
		return this;
	}

	PersonAtBrowser seesTitle(String title) {
		assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).hasText(title);
		return this;
	}

	PersonAtBrowser sees(String... texts) {
		for (String text : texts) {
			assertThat(page.locator("body")).containsText(text);
		}
		return this;
	}

	PersonAtBrowser doesNotSee(String... texts) {
		for (String text : texts) {
			Assertions.assertThat(page.content()).doesNotContain(text);
		}
		return this;
	}

	PersonAtBrowser isTold(String message) {
		assertThat(page.locator(".govuk-notification-banner__heading")).hasText(message);
		return this;
	}

	/** The box at the top that says what is wrong. */
	Locator errors() {
		return page.locator(".govuk-error-summary");
	}

	/**
	 * The page came back with errors, and each of them leads to where it can be put
	 * right.
	 */
	PersonAtBrowser seesErrorsThatLeadToTheirFields() {
		assertThat(errors()).isVisible();
		Assertions.assertThat(page.title()).as("title of a page with errors").contains(":");
		List<Locator> links = errors().getByRole(AriaRole.LINK).all();
		Assertions.assertThat(links).isNotEmpty();
		for (Locator link : links) {
			String field = link.getAttribute("href").substring(1);
			Assertions.assertThat(page.locator("[id='" + field + "']").count())
				.as("fields with the id " + field)
				.isEqualTo(1);
		}
		return this;
	}

	/** The pledge with which the page deals, as its address says. */
	String reference() {
		Matcher reference = REFERENCE.matcher(page.url());
		Assertions.assertThat(reference.find()).as("a reference in " + page.url()).isTrue();
		return reference.group();
	}

	byte[] downloads(String link) {
		Download download = page.waitForDownload(() -> link(link).click());
		try (InputStream bytes = download.createReadStream()) {
			return bytes.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The download did not arrive", ex);
		}
	}

	void leaves() {
		profile.close();
		Assertions.assertThat(problems).as("what the browser complained about").isEmpty();
	}

	/**
	 * That saving failed while the site was not available, the browser may complain of;
	 * anything else it may not.
	 */
	void livedThroughAnOutage() {
		problems.removeIf(
				problem -> problem.matches("Status 503 for \\S+/autosave|error in the console: .*net::ERR_FAILED"));
	}

	private PersonAtBrowser arrived() {
		page.waitForLoadState(LoadState.LOAD);
		PageChecks.of(page, width);
		Assertions.assertThat(page.locator("body").textContent())
			.as("text of %s", page.url())
			.doesNotContain("Exception", "org.calltolocalaction", "??");
		Assertions.assertThat(problems).as("what the browser complained about at %s", page.url()).isEmpty();
		return this;
	}

	private Page newPage() {
		Page opened = profile.newPage();
		opened.onConsoleMessage(this::listen);
		opened.onLoad(loaded -> arrivals++);
		opened.onPageError(error -> problems.add("Script error: " + error));
		opened.onResponse(response -> {
			if (response.request().isNavigationRequest()) {
				status = response.status();
			}
			judge(response);
		});
		opened.onDialog(dialog -> {
			problems.add("A script of somebody else ran: " + dialog.message());
			dialog.dismiss();
		});
		return opened;
	}

	private void listen(ConsoleMessage message) {
		// That a page was answered with 404 or 422 stands there, too; what is not a page
		// is judged by its response.
		boolean ofResponse = message.text().startsWith("Failed to load resource: the server responded")
				|| message.text().contains("net::ERR_INTERNET_DISCONNECTED");
		if (List.of("error", "warning").contains(message.type()) && !ofResponse) {
			problems.add(message.type() + " in the console: " + message.text());
		}
	}

	private void judge(Response response) {
		boolean page = response.request().isNavigationRequest();
		if (response.status() >= 500 || (!page && response.status() >= 400)) {
			problems.add("Status %d for %s".formatted(response.status(), response.url()));
		}
	}

	private void fill(String name, Object answer) {
		Map<String, String> asked = kindsOfControls();
		if (answer instanceof Boolean ticked) {
			control(name).setChecked(ticked);
		}
		else if (answer instanceof List<?> chosen) {
			chosen.forEach(value -> control(name, value.toString()).check());
		}
		else if (asked.containsKey(name + DAY)) {
			String[] date = answer.toString().split("-");
			control(name + "-year").fill(date[0]);
			control(name + "-month").fill(date[1]);
			control(name + DAY).fill(date[2]);
		}
		else if ("select-one".equals(asked.get(name))) {
			control(name).selectOption(answer.toString());
		}
		else if ("radio".equals(asked.get(name))) {
			control(name, answer.toString()).check();
		}
		else {
			unfolds(control(name));
			control(name).fill(answer.toString());
		}
	}

	/** By their names, asked of the browser at once. */
	@SuppressWarnings("unchecked")
	private Map<String, String> kindsOfControls() {
		return (Map<String, String>) page.evaluate("""
				() => Object.fromEntries([...document.querySelectorAll('main [name]')]
				  .filter(control => control.type && control.type !== 'hidden')
				  .map(control => [control.name, control.type]))""");
	}

	/** What stands in a folded part of the page is unfolded first, as people do. */
	private static void unfolds(Locator control) {
		if (control.isVisible()) {
			return;
		}
		for (Locator folded : control.locator("xpath=ancestor::details[not(@open)]/summary").all()) {
			folded.click();
		}
	}

}
