package org.calltolocalaction.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What every page has to stand: WCAG 2.2 AA and a screen of 360 pixels. With
 * {@code -Dpictures=true} its picture is taken for people to look at, at both widths;
 * that takes as long as everything else.
 */
final class PageChecks {

	static final int SMALL = 360;

	static final int WIDE = 1280;

	static final int HEIGHT = 900;

	private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

	private static final boolean TAKES_PICTURES = Boolean.getBoolean("pictures");

	private static final Path PICTURES = Path.of("target", "screenshots");

	/** Pictures that were taken in this run; the same page again looks the same. */
	private static final Set<Path> TAKEN = new HashSet<>();

	/**
	 * What a text that is missing or of another language breaks in a page whose parts are
	 * in order.
	 */
	private static final List<String> BY_LANGUAGE = List.of("aria-command-name", "aria-input-field-name",
			"aria-toggle-field-name", "button-name", "document-title", "html-has-lang", "html-lang-valid", "image-alt",
			"input-button-name", "label", "link-name", "select-name", "summary-name", "svg-img-alt", "valid-lang");

	private static final PagesInOrder IN_ORDER = new PagesInOrder();

	private PageChecks() {
	}

	/**
	 * @param width of the reader's own screen, in which the page is left
	 */
	static void of(Page page, int width) {
		String name = nameOf(page);
		List<String> drawn = new ArrayList<>(partsOf(page));
		drawn.add(name);
		List<String> seen = new ArrayList<>(drawn);
		seen.add(language(page) + " " + name);
		if (!IN_ORDER.contains(seen)) {
			looksRight(page, name, width);
			hasEachIdOnce(page, name);
			accessible(page, name, IN_ORDER.contains(drawn));
			IN_ORDER.add(seen);
		}
		// Axe and pictures leave empty styles behind, which nobody may copy under the
		// site's security policy.
		page.evaluate("() => document.querySelectorAll('[style=\"\"]').forEach(left => left.removeAttribute('style'))");
	}

	/**
	 * At the screen of a phone nothing leaves the page; the wide one is only for the
	 * picture.
	 */
	private static void looksRight(Page page, String name, int width) {
		int other = width == SMALL ? WIDE : SMALL;
		if (TAKES_PICTURES || other == SMALL) {
			page.setViewportSize(other, HEIGHT);
			looksRightAt(page, name, other);
			page.setViewportSize(width, HEIGHT);
		}
		looksRightAt(page, name, width);
	}

	private static void looksRightAt(Page page, String name, int width) {
		if (width == SMALL) {
			fits(page, name);
		}
		picture(page, name, width);
	}

	/**
	 * Every kind of element in what it stands, with those of its attributes that say what
	 * it is and not what it holds: a third line of a list has the faults of the second.
	 */
	@SuppressWarnings("unchecked")
	private static List<String> partsOf(Page page) {
		return (List<String>) page.evaluate("""
				() => {
				  const content = /^(data-|hx-|checked|selected|value|style|href|name|id$)/;
				  const kind = element => element.tagName + '.' + element.className
				    + element.getAttributeNames().filter(name => !content.test(name)).sort();
				  const kinds = [...document.querySelectorAll('body *')]
				    .map(element => kind(element.parentElement) + '>' + kind(element));
				  return [...new Set(kinds)];
				}""");
	}

	private static void accessible(Page page, String name, boolean drawnBefore) {
		// In one piece: the other way opens a second page, which a browser without
		// scripts cannot use.
		AxeBuilder axe = new AxeBuilder(page).options(violationsOnly()).setLegacyMode(true);
		if (drawnBefore) {
			axe.withRules(BY_LANGUAGE);
		}
		else {
			axe.withTags(WCAG);
		}
		List<String> violations = axe.analyze()
			.getViolations()
			.stream()
			.flatMap(rule -> rule.getNodes()
				.stream()
				.map(node -> "%s at %s: %s".formatted(rule.getId(), node.getTarget(), node.getFailureSummary())))
			.toList();
		assertThat(violations).as("what is not accessible on %s (%s)", name, page.url()).isEmpty();
	}

	/** All that is in order would take as long to write down as to find. */
	private static AxeRunOptions violationsOnly() {
		AxeRunOptions options = new AxeRunOptions();
		options.setResultTypes(List.of("violations"));
		return options;
	}

	private static void hasEachIdOnce(Page page, String name) {
		Object twice = page.evaluate("""
				() => {
				  const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
				  return ids.filter((id, place) => ids.indexOf(id) !== place);
				}""");
		assertThat((List<?>) twice).as("ids that stand twice on %s (%s)", name, page.url()).isEmpty();
	}

	private static void fits(Page page, String name) {
		Object tooWide = page.evaluate("""
				() => {
				  const root = document.documentElement;
				  return root.scrollWidth <= root.clientWidth ? [] : [...document.querySelectorAll('body *')]
				    .filter(element => element.getBoundingClientRect().right > root.clientWidth + 1)
				    .map(element => element.tagName + '.' + element.className).slice(0, 5);
				}""");
		assertThat((List<?>) tooWide).as("what is wider than %d pixels on %s (%s)", SMALL, name, page.url()).isEmpty();
	}

	private static void picture(Page page, String name, int width) {
		Path picture = PICTURES.resolve(language(page)).resolve(name + "-" + width + ".png");
		if (TAKES_PICTURES && TAKEN.add(picture)) {
			page.screenshot(new ScreenshotOptions().setPath(picture).setFullPage(true));
		}
	}

	private static String language(Page page) {
		return (String) page.evaluate("() => document.documentElement.lang");
	}

	/**
	 * The address without what differs from pledge to pledge, and whether the page came
	 * back with errors.
	 */
	private static String nameOf(Page page) {
		String path = URI.create(page.url())
			.getPath()
			.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "someone")
			.replaceAll("CLA-\\d{4}-\\d+", "pledge")
			.replaceAll("/\\d{4}", "/year")
			.replaceAll("^/|/$", "")
			.replace('/', '-');
		String name = path.isEmpty() ? "home" : path;
		return name + page.evaluate("""
				() => document.querySelector('.govuk-error-summary') ? '-errors'
				  : document.querySelector('.govuk-panel--confirmation, .govuk-notification-banner') ? '-done' : ''""");
	}

}
