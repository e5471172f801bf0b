package org.calltolocalaction.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.calltolocalaction.kernel.text.Languages;

/**
 * All partners as they are called at one moment, in the order in which they are named.
 */
public final class KnownPartners {

	private final List<Partner> all;

	private final Map<Locale, Map<String, Term>> terms;

	private KnownPartners(List<Partner> all) {
		this.all = List.copyOf(all);
		this.terms = Languages.ALL.stream().collect(Collectors.toMap(language -> language, language -> {
			Map<String, Term> inOrder = new LinkedHashMap<>();
			all.forEach(partner -> inOrder.put(partner.code().value(), partner.term(language)));
			return inOrder;
		}));
	}

	public static KnownPartners of(List<Partner> all) {
		return new KnownPartners(all);
	}

	List<PartnerCode> codes() {
		return all.stream().map(Partner::code).toList();
	}

	List<PartnerCode> active() {
		return all.stream().filter(Partner::active).map(Partner::code).toList();
	}

	/** In full; nothing is known of a code that none of them has. */
	public Optional<String> called(PartnerCode code, Locale language) {
		return Optional.ofNullable(terms.getOrDefault(Languages.nearest(language), Map.of()).get(code.value()))
			.map(Term::label);
	}

	Map<Locale, Map<String, Term>> terms() {
		return terms;
	}

}
