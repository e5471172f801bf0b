package org.calltolocalaction.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** A request of whose parameters no more is read than their limits allow. */
final class WithShortParameters extends HttpServletRequestWrapper {

	private final Map<String, String[]> parameters = new LinkedHashMap<>();

	private boolean shortened;

	/**
	 * @param most how many letters the parameter of that name may have
	 */
	WithShortParameters(HttpServletRequest request, ToIntFunction<String> most) {
		super(request);
		request.getParameterMap().forEach((name, values) -> {
			int limit = most.applyAsInt(name);
			parameters.put(name, Arrays.stream(values).map(value -> cut(value, limit)).toArray(String[]::new));
		});
	}

	boolean shortened() {
		return shortened;
	}

	private String cut(String value, int limit) {
		if (value.length() <= limit) {
			return value;
		}
		shortened = true;
		return value.substring(0, Character.isLowSurrogate(value.charAt(limit)) ? limit - 1 : limit);
	}

	@Override
	public @Nullable String getParameter(String name) {
		String[] values = parameters.get(name);
		return values == null || values.length == 0 ? null : values[0];
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		String[] values = parameters.get(name);
		return values == null ? null : values.clone();
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		return Collections.unmodifiableMap(parameters);
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return Collections.enumeration(parameters.keySet());
	}

}
