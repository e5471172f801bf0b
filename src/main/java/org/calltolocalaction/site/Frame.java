package org.calltolocalaction.site;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.DateFormats;
import org.calltolocalaction.kernel.text.TextLimit;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.standard.expression.Fragment;

/**
 * What the layout shows around a page's own content; every template finds it as
 * {@code frame}.
 *
 * @param person the signed-in person, or null for visitors
 * @param tryout whether every page has to say that this is demonstration content
 * @param member whether the person's own pledges belong in the navigation
 * @param asking how many ask to act for the person's government; of a coordinator, for
 * any
 * @param shortened whether the address asks for something that is longer than what is
 * read of it
 * @param path the address of this page within the desk, without its query
 */
public record Frame(@Nullable Person person, Locale language, boolean tryout, boolean member, Asking asking,
		boolean shortened, String path, List<LanguageLink> languages) {

	/**
	 * Whether an entry of the navigation is where the reader is now: {@code page},
	 * {@code true} or nothing.
	 */
	public @Nullable String current(String entry) {
		if (path.equals(entry)) {
			return "page";
		}
		return path.startsWith(entry + "/") ? "true" : null;
	}

	/**
	 * Whether the page is one of those that somebody who audits reads, and nobody else
	 * who changes nothing there.
	 */
	public boolean readsOnly() {
		return person != null && person.auditor() && current("/coordination") != null;
	}

	/** Whether a coordinator looks on in the place of the person, and changes nothing. */
	public boolean viewed() {
		return person != null && person.viewed();
	}

	/** How many letters are read of what an address asks for. */
	public int mostLetters() {
		return TextLimit.USUAL;
	}

	/** For the layout alone: what stands in the title that a page hands over. */
	public String expressionOf(Fragment title) {
		return PageTitle.expressionOf(title);
	}

	/** A day in the reader's language. */
	public String day(LocalDate date) {
		return DateFormats.day(date, language);
	}

	/** Where the reader lives; UTC for visitors. */
	public ZoneId zone() {
		return person == null ? ZoneOffset.UTC : person.zone();
	}

	/** Requests that wait for an answer, as a member and as a coordinator. */
	public record Asking(long own, long all) {
	}

	/** The same page in one of the languages, under the language's own name. */
	public record LanguageLink(String code, String name, String address, boolean chosen) {
	}

}
