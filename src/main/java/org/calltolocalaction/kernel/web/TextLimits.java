package org.calltolocalaction.kernel.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.calltolocalaction.kernel.text.TextLimit;
import org.calltolocalaction.kernel.web.upload.OversizedPosts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Whatever an address asks for, no page gets more of it than a person types into a box:
 * what is longer is cut, and the page says so. Pages repeat what was asked, in links and
 * proposals, so that without a limit a small question has a large answer. An address that
 * takes more names it by a {@link TextLimit} beside its handler.
 */
@Component
@Order(OversizedPosts.AFTER_THE_SESSION_IS_KNOWN + 1)
class TextLimits extends OncePerRequestFilter {

	private final List<TextLimit> limits;

	TextLimits(ObjectProvider<TextLimit> limits) {
		this.limits = limits.stream().toList();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!asks(request)) {
			chain.doFilter(request, response);
			return;
		}
		WithShortParameters shorter = new WithShortParameters(request, name -> most(request, name));
		if (shorter.shortened()) {
			request.setAttribute(TextLimit.SHORTENED, true);
		}
		chain.doFilter(shorter.shortened() ? shorter : request, response);
	}

	/** Forms that are sent have limits of their own, question by question. */
	private static boolean asks(HttpServletRequest request) {
		return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
	}

	private int most(HttpServletRequest request, String name) {
		PathContainer path = PathContainer
			.parsePath(request.getRequestURI().substring(request.getContextPath().length()));
		return limits.stream()
			.filter(limit -> limit.parameter().equals(name))
			.filter(limit -> PathPatternParser.defaultInstance.parse(limit.pattern()).matches(path))
			.mapToInt(TextLimit::most)
			.findFirst()
			.orElse(TextLimit.USUAL);
	}

}
