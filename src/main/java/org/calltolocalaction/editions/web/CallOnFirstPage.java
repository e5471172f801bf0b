package org.calltolocalaction.editions.web;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.CallStatus;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.site.HomePart;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Component;

/**
 * Tells a city that has not signed in yet how long it has, which is what it comes to look
 * for.
 */
@Component
class CallOnFirstPage implements HomePart {

	private final CallPolicy callPolicy;

	private final Vocabulary vocabulary;

	CallOnFirstPage(CallPolicy callPolicy, Vocabulary vocabulary) {
		this.callPolicy = callPolicy;
		this.vocabulary = vocabulary;
	}

	@Override
	public String fragment() {
		return "editions/deadline :: on-first-page";
	}

	@Override
	public Map<String, ?> content(Locale language) {
		CallStatus call = callPolicy.statusNow();
		return Map.of("call", call, "partners", partners(callPolicy.edition(call.call()), language));
	}

	/** Who reviews, in the order in which the vocabulary names them. */
	private String partners(Edition edition, Locale language) {
		return vocabulary.partners()
			.stream()
			.filter(edition.partners()::contains)
			.map(partner -> vocabulary.shortLabel(Vocabulary.PARTNERS, partner.value(), language))
			.collect(Collectors.joining(", "));
	}

}
