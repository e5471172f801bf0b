package org.calltolocalaction.site;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.kernel.text.Numbers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/**
 * Texts with two things that {@link MessageFormat} alone has not: numbers are written as
 * {@link Numbers} writes them, within a plural form, too; and
 * <code>[[declaration]]</code> stands for the text {@code names.declaration}, so that a
 * name is written in one place.
 */
final class DeskMessages extends ReloadableResourceBundleMessageSource {

	/**
	 * Behind the arguments stand their numbers in words: {0} of a text becomes {20},
	 * whereas a choice still counts {0}.
	 */
	private static final int IN_WORDS = 20;

	private static final Pattern NUMBER = Pattern.compile("\\{(\\d+)(?:,number(?:,integer)?)?}");

	private static final Pattern NAME = Pattern.compile("\\[\\[([a-z-]+)]]");

	@Override
	protected MessageFormat createMessageFormat(String text, @Nullable Locale language) {
		String named = NAME.matcher(text)
			.replaceAll(name -> Matcher.quoteReplacement(getMessage("names." + name.group(1), null, language)));
		return super.createMessageFormat(NUMBER.matcher(named)
			.replaceAll(argument -> "{" + (IN_WORDS + Integer.parseInt(argument.group(1))) + "}"), language);
	}

	@Override
	protected Object[] resolveArguments(Object @Nullable [] arguments, @Nullable Locale language) {
		Object[] resolved = super.resolveArguments(arguments, language);
		if (resolved.length > IN_WORDS) {
			throw new IllegalArgumentException("A text takes up to " + IN_WORDS + " arguments, not " + resolved.length);
		}
		Object[] both = Arrays.copyOf(resolved, IN_WORDS + resolved.length, Object[].class);
		for (int place = 0; place < resolved.length; place++) {
			both[IN_WORDS + place] = resolved[place] instanceof Number number
					? Numbers.of(number, Objects.requireNonNullElse(language, Languages.ENGLISH)) : resolved[place];
		}
		return both;
	}

}
