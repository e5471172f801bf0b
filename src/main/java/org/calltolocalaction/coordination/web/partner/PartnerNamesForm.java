package org.calltolocalaction.coordination.web.partner;

import java.util.List;
import java.util.Optional;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.calltolocalaction.vocabulary.PartnerNames;
import org.springframework.validation.Errors;

/**
 * What a partner is called, as it was typed.
 *
 * @param code of a new one; nothing where the names of one are corrected
 */
record PartnerNamesForm(@As(Text.IDENTIFIER) String code, @As(Text.NAME) String english, @As(Text.NAME) String spanish,
		@As(Text.NAME) String french, @As(Text.NAME) String shortEnglish, @As(Text.NAME) String shortSpanish,
		@As(Text.NAME) String shortFrench) {

	/** The boxes of the names in full. */
	static final List<String> FULL = List.of("english", "spanish", "french");

	/** The boxes of the short names. */
	static final List<String> SHORT = List.of("shortEnglish", "shortSpanish", "shortFrench");

	PartnerNamesForm {
		code = code == null ? "" : code;
		english = english == null ? "" : english;
		spanish = spanish == null ? "" : spanish;
		french = french == null ? "" : french;
		shortEnglish = shortEnglish == null ? "" : shortEnglish;
		shortSpanish = shortSpanish == null ? "" : shortSpanish;
		shortFrench = shortFrench == null ? "" : shortFrench;
	}

	static PartnerNamesForm empty() {
		return new PartnerNamesForm("", "", "", "", "", "", "");
	}

	static PartnerNamesForm of(PartnerNames names) {
		return new PartnerNamesForm("", names.english(), names.spanish(), names.french(), names.shortEnglish(),
				names.shortSpanish(), names.shortFrench());
	}

	/** Empty where it is none; then the errors say so. */
	Optional<PartnerCode> checkCode(Errors errors) {
		Optional<PartnerCode> typed = PartnerCode.parse(code);
		if (typed.isEmpty()) {
			errors.rejectValue("code", "coordination.register.code.wrong");
		}
		return typed;
	}

	/** Empty where something is wrong with them; then the errors say what. */
	Optional<PartnerNames> check(Errors errors) {
		checkName(errors, "english", english);
		checkName(errors, "spanish", spanish);
		checkName(errors, "french", french);
		checkLength(errors, "shortEnglish", shortEnglish, PartnerNames.LONGEST_SHORT);
		checkLength(errors, "shortSpanish", shortSpanish, PartnerNames.LONGEST_SHORT);
		checkLength(errors, "shortFrench", shortFrench, PartnerNames.LONGEST_SHORT);
		return errors.hasErrors() ? Optional.empty()
				: Optional.of(new PartnerNames(english, spanish, french, shortEnglish, shortSpanish, shortFrench));
	}

	private static void checkName(Errors errors, String field, String name) {
		if (name.isEmpty()) {
			errors.rejectValue(field, "coordination.register." + field + ".missing");
		}
		checkLength(errors, field, name, PartnerNames.LONGEST);
	}

	private static void checkLength(Errors errors, String field, String name, int longest) {
		if (name.length() > longest) {
			errors.rejectValue(field, "coordination.register.long", new Object[] { longest, name.length() }, null);
		}
	}

}
