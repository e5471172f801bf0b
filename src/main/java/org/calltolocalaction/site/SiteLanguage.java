package org.calltolocalaction.site;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.identity.CurrentPerson;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of a page: what the address asks for, else what the account says, else
 * what this browser chose before, else what it prefers, else English. What is none of the
 * three languages is passed over in silence.
 */
@Component("localeResolver")
class SiteLanguage implements LocaleResolver {

	static final String PARAMETER = "lang";

	static final String COOKIE = "DESK_LANGUAGE";

	private final CurrentPerson currentPerson;

	SiteLanguage(CurrentPerson currentPerson) {
		this.currentPerson = currentPerson;
	}

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		return askedFor(request).or(() -> currentPerson.of(request).map(Person::language))
			.or(() -> remembered(request))
			.or(() -> preferred(request))
			.orElse(Languages.ENGLISH);
	}

	@Override
	public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
		throw new UnsupportedOperationException("The language is chosen by ?lang=, see LanguageSwitch");
	}

	/** The language that the address asks for, where it is one of ours. */
	Optional<Locale> askedFor(HttpServletRequest request) {
		return one(request.getParameter(PARAMETER));
	}

	private static Optional<Locale> remembered(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		return cookie == null ? Optional.empty() : one(cookie.getValue());
	}

	private static Optional<Locale> preferred(HttpServletRequest request) {
		return Collections.list(request.getLocales())
			.stream()
			.flatMap(locale -> one(locale.getLanguage()).stream())
			.findFirst();
	}

	private static Optional<Locale> one(String code) {
		return Languages.ALL.stream().filter(language -> language.getLanguage().equals(code)).findFirst();
	}

}
