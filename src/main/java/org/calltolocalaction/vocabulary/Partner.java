package org.calltolocalaction.vocabulary;

import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.text.Text;

/**
 * An organisation that reviews, or once did. Its code never changes, its names may.
 *
 * @param closedAt since when it is not offered for new editions any more; it stays in
 * those that it reviewed
 */
public record Partner(PartnerCode code, PartnerNames names, Optional<Instant> closedAt) {

	public boolean active() {
		return closedAt.isEmpty();
	}

	/** Whether people could take one for the other. */
	public boolean confusable(Partner other) {
		return !Collections.disjoint(calledBy(), other.calledBy());
	}

	private Set<String> calledBy() {
		return Stream.concat(names.comparable().stream(), Stream.of(Text.comparable(code.value())))
			.collect(Collectors.toSet());
	}

	Term term(Locale language) {
		String name = names.in(language);
		return new Term(code.value(), name, names.shortIn(language).orElse(name));
	}

}
