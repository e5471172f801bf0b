package org.calltolocalaction.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.membership.JoinRequests;
import org.calltolocalaction.identity.CurrentPerson;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.address.LocalAddress;
import org.calltolocalaction.kernel.request.SecretAddress;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.kernel.text.TextLimit;
import org.calltolocalaction.site.Frame.Asking;
import org.calltolocalaction.site.Frame.LanguageLink;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Gathers what the layout shows around a page. */
@Component
class PageFrame {

	private final CurrentPerson currentPerson;

	private final Governments governments;

	private final JoinRequests joinRequests;

	private final SiteLanguage siteLanguage;

	private final DeskProperties properties;

	PageFrame(CurrentPerson currentPerson, Governments governments, JoinRequests joinRequests,
			SiteLanguage siteLanguage, DeskProperties properties) {
		this.currentPerson = currentPerson;
		this.governments = governments;
		this.joinRequests = joinRequests;
		this.siteLanguage = siteLanguage;
		this.properties = properties;
	}

	Frame of(HttpServletRequest request) {
		Optional<Person> person = currentPerson.of(request);
		Locale language = siteLanguage.resolveLocale(request);
		String address = address(request);
		return new Frame(person.orElse(null), language, properties.tryout(), person.filter(this::member).isPresent(),
				person.map(this::asking).orElse(new Asking(0, 0)), request.getAttribute(TextLimit.SHORTENED) != null,
				pathOf(request), languages(address, query(request), language));
	}

	/**
	 * The address that was asked for, within the desk and without its query, which may
	 * hold a token; nor what behind a path opens something by itself.
	 */
	String pathOf(HttpServletRequest request) {
		return SecretAddress.withoutSecret(address(request).substring(request.getContextPath().length()));
	}

	// Everyone may act for a government; whoever has another role sees the entry only
	// when they do.
	private boolean member(Person person) {
		return !person.reviewer() && !person.oversees() || governments.actedForBy(person.id()).isPresent();
	}

	private Asking asking(Person person) {
		return new Asking(joinRequests.countFor(person), person.oversees() ? joinRequests.count(person) : 0);
	}

	// On an error page the container's own address stands in the request, not the one
	// that was asked for.
	private static String address(HttpServletRequest request) {
		Object wanted = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		// What was refused for its address must not become a link under which another
		// host would open.
		return LocalAddress.of(wanted == null ? request.getRequestURI() : wanted.toString())
			.map(LocalAddress::value)
			.orElse(request.getContextPath() + "/");
	}

	private static String query(HttpServletRequest request) {
		boolean failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null;
		return failed ? (String) request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING) : request.getQueryString();
	}

	private static List<LanguageLink> languages(String address, String query, Locale chosen) {
		return Languages.ALL.stream()
			.map(language -> new LanguageLink(language.getLanguage(),
					StringUtils.capitalize(language.getDisplayLanguage(language)), address + "?" + in(language, query),
					language.equals(chosen)))
			.toList();
	}

	private static String in(Locale language, String query) {
		Stream<String> others = Arrays.stream(Objects.requireNonNullElse(query, "").split("&"))
			.filter(part -> !part.isEmpty() && !part.startsWith(SiteLanguage.PARAMETER + "="));
		return Stream.concat(others, Stream.of(SiteLanguage.PARAMETER + "=" + language.getLanguage()))
			.collect(Collectors.joining("&"));
	}

}
