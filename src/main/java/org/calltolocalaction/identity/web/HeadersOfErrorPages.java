package org.calltolocalaction.identity.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;

/**
 * Gives the headers by which browsers are told what to forbid to pages that answer a
 * request which failed before security was asked: for want of room, or of the database.
 * Where they stand already, they stay as they are.
 */
@Configuration(proxyBeanMethods = false)
class HeadersOfErrorPages {

	@Bean
	FilterRegistrationBean<Filter> headersOnErrorPages(SecurityFilterChain chain) {
		Filter headers = chain.getFilters()
			.stream()
			.filter(HeaderWriterFilter.class::isInstance)
			.findFirst()
			.orElseThrow();
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(
				(request, response, onward) -> headers.doFilter(new AsIfAskedFor((HttpServletRequest) request),
						response, (wrapped, answer) -> onward.doFilter(request, answer)));
		registration.setName("headersOnErrorPages");
		registration.setDispatcherTypes(EnumSet.of(DispatcherType.ERROR));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	/** The filter passes over requests that have failed. */
	private static final class AsIfAskedFor extends HttpServletRequestWrapper {

		private AsIfAskedFor(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable Object getAttribute(String name) {
			return RequestDispatcher.ERROR_REQUEST_URI.equals(name) ? null : super.getAttribute(name);
		}

	}

}
