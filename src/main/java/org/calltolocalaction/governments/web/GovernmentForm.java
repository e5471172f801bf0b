package org.calltolocalaction.governments.web;

import java.util.List;
import java.util.Locale;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentProfile;
import org.calltolocalaction.governments.WishedProfile;
import org.calltolocalaction.kernel.address.Links;
import org.calltolocalaction.kernel.address.WebAddress;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.vocabulary.Term;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * What a government says about itself, as it was typed.
 *
 * @param region empty where the country decides
 * @param reason why a confirmed government asks to be called otherwise; may be empty
 */
record GovernmentForm(@As(Text.NAME) String name, @As(Text.CHOICE) String type, @As(Text.CHOICE) String country,
		@As(Text.CHOICE) String region, @As(Text.ADDRESS) String website, @As(Text.PROSE) String reason) {

	static GovernmentForm of(GovernmentProfile profile) {
		return new GovernmentForm(profile.name(), profile.type(), profile.country(), profile.region(),
				profile.website(), "");
	}

	/**
	 * With what waits for the coordinators, so that saving it again takes nothing back.
	 */
	static GovernmentForm of(Government government) {
		GovernmentProfile now = government.profile();
		GovernmentForm form = of(government.wished().map(wish -> wish.insteadOf(now)).orElse(now));
		return new GovernmentForm(form.name, form.type, form.country, form.region, form.website,
				government.wished().map(WishedProfile::reason).orElse(""));
	}

	/** What there is to choose from. */
	record Choices(List<Term> types, List<Term> countries, List<Term> regions) {

		static Choices in(Vocabulary vocabulary, Locale language) {
			return new Choices(vocabulary.terms(Vocabulary.GOVERNMENT_TYPES, language),
					vocabulary.terms(Vocabulary.COUNTRIES, language), vocabulary.terms(Vocabulary.REGIONS, language));
		}

	}

	/** Tells beside each field what is wrong with it, in words that say what to do. */
	void check(Errors errors, Vocabulary vocabulary) {
		if (!StringUtils.hasText(name)) {
			errors.rejectValue("name", "governments.new.name.missing");
		}
		else if (name.length() > GovernmentProfile.LONGEST_NAME) {
			errors.rejectValue("name", "governments.new.name.long", new Object[] { GovernmentProfile.LONGEST_NAME },
					null);
		}
		else if (!GovernmentProfile.plausibleName(name)) {
			errors.rejectValue("name", "governments.new.name.missing");
		}
		else if (Links.in(name)) {
			errors.rejectValue("name", "governments.new.name.link");
		}
		if (!vocabulary.contains(Vocabulary.GOVERNMENT_TYPES, type)) {
			errors.rejectValue("type", "governments.new.type.missing");
		}
		if (!vocabulary.contains(Vocabulary.COUNTRIES, country)) {
			errors.rejectValue("country", "governments.new.country.missing");
		}
		else if (!vocabulary.contains(Vocabulary.REGIONS, section(vocabulary))) {
			errors.rejectValue("region", "governments.new.region.missing");
		}
		if (why().length() > WishedProfile.LONGEST_REASON) {
			errors.rejectValue("reason", "governments.profile.reason.long",
					new Object[] { WishedProfile.LONGEST_REASON }, null);
		}
		if (website != null && !GovernmentProfile.plausibleWebsite(address())) {
			errors.rejectValue("website", "governments.new.website.wrong");
		}
	}

	/** Empty where there is none. */
	String why() {
		return reason == null ? "" : reason;
	}

	GovernmentProfile profile(Vocabulary vocabulary) {
		return new GovernmentProfile(name, type, country, section(vocabulary), address());
	}

	private String section(Vocabulary vocabulary) {
		return StringUtils.hasText(region) ? region : vocabulary.sectionOf(country).orElse("");
	}

	// People write www.example.org; that is an address too.
	private String address() {
		String typed = Text.ADDRESS.of(website);
		return WebAddress.parse(typed).map(WebAddress::value).orElse(typed);
	}

}
