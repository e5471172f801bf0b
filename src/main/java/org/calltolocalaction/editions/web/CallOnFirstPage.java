package org.calltolocalaction.editions.web;

import java.util.Locale;
import java.util.Map;
import org.calltolocalaction.editions.Calls;
import org.calltolocalaction.site.HomePart;
import org.springframework.stereotype.Component;

/** Tells a city that has not signed in yet how long it has, which is what it comes to look for. */
@Component
class CallOnFirstPage implements HomePart {

	private final Calls calls;

	CallOnFirstPage(Calls calls) {
		this.calls = calls;
	}

	@Override
	public String fragment() {
		return "editions/deadline :: on-first-page";
	}

	@Override
	public Map<String, ?> content(Locale language) {
		return Map.of("call", calls.statusNow());
	}

}
