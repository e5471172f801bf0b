package org.calltolocalaction.governments.web;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.calltolocalaction.kernel.address.WebAddress;
import org.calltolocalaction.kernel.text.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the text of the Marrakech Mayors Declaration is read, in each language; without
 * an address there is no link.
 *
 * @param address by language
 */
@ConfigurationProperties("desk.declaration")
record DeclarationSettings(Map<Locale, String> address) {

	DeclarationSettings(@Nullable Map<Locale, String> address) {
		this.address = address == null ? Map.of() : Map.copyOf(address);
		this.address.forEach((language, value) -> {
			if (!Languages.ALL.contains(language)) {
				throw new IllegalArgumentException(
						"desk.declaration.address: en, es or fr was expected, not " + language);
			}
			if (!value.isBlank() && WebAddress.parse(value).isEmpty()) {
				throw new IllegalArgumentException("desk.declaration.address." + language
						+ ": an address such as https://www.example.org was expected, not " + value);
			}
		});
	}

	Optional<WebAddress> in(Locale language) {
		return Optional.ofNullable(address.get(Locale.forLanguageTag(language.getLanguage())))
			.flatMap(WebAddress::parse);
	}

}
