package org.calltolocalaction.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.request.PublicPage;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.site.PublicHead.InLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives every public page its head: one address for search engines, however it was asked
 * for, and where it stands in the other languages.
 */
@ControllerAdvice
class PublicHeads implements HandlerInterceptor, WebMvcConfigurer {

	private static final Map<Locale, String> LOCALES = Map.of(Languages.ENGLISH, "en_GB", Languages.SPANISH, "es_ES",
			Languages.FRENCH, "fr_FR");

	/** By its plain name: whoever shows a preview may keep the address for years. */
	private static final String PICTURE = "/assets/preview.png";

	private final SiteLanguage siteLanguage;

	private final MessageSource messages;

	private final DeskProperties desk;

	PublicHeads(SiteLanguage siteLanguage, MessageSource messages, DeskProperties desk) {
		this.siteLanguage = siteLanguage;
		this.messages = messages;
		this.desk = desk;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).excludePathPatterns("/assets/**");
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView answer) {
		if (answer != null && answer.getModel().get("page") instanceof PublicPage page) {
			PublicHead head = of(page, request);
			answer.addObject("publicly", head);
			response.setHeader(HttpHeaders.LINK, "<" + head.address() + ">; rel=\"canonical\"");
		}
	}

	private PublicHead of(PublicPage page, HttpServletRequest request) {
		Locale language = Languages.nearest(siteLanguage.resolveLocale(request));
		URI plain = desk.addressOf(page.publicPath());
		List<InLanguage> others = new ArrayList<>();
		Languages.ALL.forEach(other -> others.add(new InLanguage(other.getLanguage(), in(other, page))));
		others.add(new InLanguage("x-default", plain));
		return new PublicHead(siteLanguage.askedFor(request).map(asked -> in(asked, page)).orElse(plain), others,
				page.about(key -> messages.getMessage(key, null, language)),
				Objects.requireNonNull(LOCALES.get(language), "Each language has a place"), page.listed(),
				page.article(), desk.addressOf(PICTURE));
	}

	private URI in(Locale language, PublicPage page) {
		String path = page.publicPath();
		return desk
			.addressOf(path + (path.contains("?") ? "&" : "?") + SiteLanguage.PARAMETER + "=" + language.getLanguage());
	}

}
