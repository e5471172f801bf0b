package org.calltolocalaction.kernel.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.kernel.web.upload.OversizedPosts;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The gate through which every text of a request comes in: whoever reads a parameter
 * behind it reads what can be stored, sent and drawn. What a text is for decides the
 * rest, where it is known.
 */
@Component
@Order(OversizedPosts.AFTER_THE_SESSION_IS_KNOWN + 1)
class StorableText extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(new Storable(request), response);
	}

	/**
	 * A request whose parameters are storable. Those whose names are not are none of ours
	 * and left out.
	 */
	private static final class Storable extends HttpServletRequestWrapper {

		/** Read once, and only if anybody asks. */
		private @Nullable Map<String, String[]> parameters;

		Storable(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getParameter(String name) {
			String[] values = parameters().get(name);
			return values == null || values.length == 0 ? null : values[0];
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			String[] values = parameters().get(name);
			return values == null ? null : values.clone();
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			return Collections.unmodifiableMap(parameters());
		}

		@Override
		public Enumeration<String> getParameterNames() {
			return Collections.enumeration(parameters().keySet());
		}

		private Map<String, String[]> parameters() {
			if (parameters == null) {
				Map<String, String[]> storable = new LinkedHashMap<>();
				getRequest().getParameterMap().forEach((name, values) -> {
					if (name.equals(Text.storable(name))) {
						storable.put(name, Arrays.stream(values).map(Text::storable).toArray(String[]::new));
					}
				});
				parameters = storable;
			}
			return parameters;
		}

	}

}
