package org.calltolocalaction.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.calltolocalaction.identity.CurrentPerson;
import org.calltolocalaction.identity.UpdateProfile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Remembers the language that was chosen at the top of a page: for this browser, and on
 * the account of a person.
 */
@Component
class LanguageSwitch implements HandlerInterceptor, WebMvcConfigurer {

	private static final Duration REMEMBERED = Duration.ofDays(365);

	private final SiteLanguage siteLanguage;

	private final CurrentPerson currentPerson;

	private final UpdateProfile updateProfile;

	LanguageSwitch(SiteLanguage siteLanguage, CurrentPerson currentPerson, UpdateProfile updateProfile) {
		this.siteLanguage = siteLanguage;
		this.currentPerson = currentPerson;
		this.updateProfile = updateProfile;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).excludePathPatterns("/assets/**");
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		siteLanguage.askedFor(request).ifPresent(language -> remember(language, request, response));
		return true;
	}

	private void remember(Locale language, HttpServletRequest request, HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(SiteLanguage.COOKIE, language.getLanguage())
					.path(request.getContextPath() + "/")
					.maxAge(REMEMBERED)
					.httpOnly(true)
					.secure(request.isSecure())
					.sameSite("Lax")
					.build()
					.toString());
		currentPerson.of(request)
			.filter(person -> !person.viewed() && !person.language().equals(language))
			.ifPresent(person -> {
				updateProfile.speak(person, language);
				currentPerson.forget(request);
			});
	}

}
