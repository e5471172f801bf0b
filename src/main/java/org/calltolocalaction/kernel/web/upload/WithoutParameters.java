package org.calltolocalaction.kernel.web.upload;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/** A request of which nothing that was sent is read. */
final class WithoutParameters extends HttpServletRequestWrapper {

	WithoutParameters(HttpServletRequest request) {
		super(request);
	}

	/** None, or else the parts of a form with files would be looked for. */
	@Override
	public String getContentType() {
		return null;
	}

	@Override
	public String getParameter(String name) {
		return null;
	}

	@Override
	public String[] getParameterValues(String name) {
		return null;
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		return Map.of();
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return Collections.emptyEnumeration();
	}

}
