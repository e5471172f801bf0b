package org.calltolocalaction.forms.source;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.calltolocalaction.forms.Audience;
import org.calltolocalaction.forms.model.Rules.Format;
import org.calltolocalaction.forms.types.FieldTypes;
import org.jspecify.annotations.Nullable;

/**
 * The desk's own rules, which authors write as custom properties; a misspelt one is
 * refused, not ignored.
 */
final class CustomProperties {

	private static final Set<String> FIXED_WIDTHS = Set.of("2", "3", "4", "5", "10", "20", "30");

	private static final Set<String> FLUID_WIDTHS = Set.of("full", "three-quarters", "two-thirds", "one-half",
			"one-third", "one-quarter");

	private final JsonObjectReader place;

	private final @Nullable JsonObjectReader properties;

	CustomProperties(JsonObjectReader place, Set<String> known) {
		this.place = place;
		this.properties = place.object("properties");
		if (properties != null) {
			properties.allowOnly(known, "custom property");
		}
	}

	@Nullable String text(String name) {
		return properties == null ? null : properties.text(name);
	}

	List<String> list(String name) {
		String text = text(name);
		return text == null ? List.of()
				: Arrays.stream(text.split(",")).map(String::strip).filter(entry -> !entry.isEmpty()).toList();
	}

	@Nullable Integer count(String name) {
		String text = text(name);
		if (text != null && !text.matches("[1-9]\\d{0,3}")) {
			throw place.broken(name + " must be a count, but is '" + text + "'");
		}
		return text == null ? null : Integer.valueOf(text);
	}

	int mostFiles() {
		if (!"files".equals(text("upload"))) {
			throw place.broken("upload must be files, but is '" + text("upload") + "'");
		}
		Integer most = count("maxFiles");
		if (most == null || most > FieldTypes.MOST_FILES) {
			throw place.broken("maxFiles must say how many files can be uploaded, at most " + FieldTypes.MOST_FILES);
		}
		return most;
	}

	@Nullable String offeredFiles() {
		String text = text("accept");
		if (text != null && !text.matches("\\.[a-z0-9]+(,\\.[a-z0-9]+)*")) {
			throw place.broken("accept must be extensions like .pdf,.odt, but is '" + text + "'");
		}
		return text;
	}

	/**
	 * What the component says itself, or else the nearest section around it; null where
	 * neither does.
	 */
	@Nullable Audience audience(@Nullable Audience inherited) {
		String text = text("audience");
		try {
			return text == null ? inherited : Audience.of(text);
		}
		catch (IllegalArgumentException unknown) {
			throw place.broken(String.valueOf(unknown.getMessage()));
		}
	}

	/**
	 * The same for what would show an answer: nothing is public, or anybody's, by leaving
	 * something out.
	 */
	Audience requiredAudience(@Nullable Audience inherited) {
		Audience audience = audience(inherited);
		if (audience == null) {
			throw place
				.broken("audience is missing: say who reads the answer, public, partners or government, here or on "
						+ "the section around it");
		}
		return audience;
	}

	Format format(String type) {
		String text = text("format");
		if (text == null) {
			return Format.PLAIN;
		}
		if (text.equals("url") && type.equals("textfield")) {
			return Format.URL;
		}
		if (text.equals("list") && type.equals("textarea")) {
			return Format.LIST;
		}
		throw place
			.broken("format must be url on a textfield or list on a textarea, but is '" + text + "' on a " + type);
	}

	@Nullable String widthClass() {
		String text = text("width");
		if (text == null) {
			return null;
		}
		if (FIXED_WIDTHS.contains(text)) {
			return "govuk-input--width-" + text;
		}
		if (FLUID_WIDTHS.contains(text)) {
			return "govuk-!-width-" + text;
		}
		throw place.broken("width must be one of GOV.UK's, but is '" + text + "'");
	}

	boolean isTitle() {
		String text = text("display");
		if (text != null && !text.equals("title")) {
			throw place.broken("display must be title, but is '" + text + "'");
		}
		return text != null;
	}

}
