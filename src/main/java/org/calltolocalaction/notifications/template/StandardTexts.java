package org.calltolocalaction.notifications.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.calltolocalaction.kernel.text.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What mails say where nobody worded it anew, as a template says it: each argument by its
 * name, and a choice by number as sections.
 */
@Component
public class StandardTexts {

	private static final Map<String, String> ARGUMENTS = read("/wording/mails.properties");

	private static final Map<Locale, Map<String, String>> TEXTS = Languages.ALL.stream()
		.collect(Collectors.toUnmodifiableMap(language -> language, StandardTexts::bundle));

	private static final List<MailPiece> PIECES = TEXTS.getOrDefault(Languages.ENGLISH, Map.of())
		.keySet()
		.stream()
		.filter(key -> key.startsWith(MailPiece.PREFIX))
		.map(StandardTexts::piece)
		.toList();

	private static final Map<String, MailPiece> BY_KEY = PIECES.stream()
		.collect(Collectors.toUnmodifiableMap(MailPiece::key, piece -> piece));

	private static final Pattern NAME = Pattern.compile("\\[\\[([a-z-]+)]]");

	private final MessageSource messages;

	StandardTexts(MessageSource messages) {
		this.messages = messages;
	}

	/** Everything that mails say, in the order in which it stands in the bundle. */
	static List<MailPiece> pieces() {
		return PIECES;
	}

	static Optional<MailPiece> known(String key) {
		return Optional.ofNullable(BY_KEY.get(key));
	}

	/** The text as it is to be read, and to be changed. */
	public String of(MailPiece piece, Locale language) {
		Locale nearest = Languages.nearest(language);
		String pattern = NAME.matcher(pattern(piece, nearest))
			.replaceAll(name -> Matcher.quoteReplacement(messages.getMessage("names." + name.group(1), null, nearest)));
		return new ChoicesAsSections(piece).of(pattern);
	}

	private static String pattern(MailPiece piece, Locale language) {
		return TEXTS.getOrDefault(language, Map.of()).getOrDefault(piece.key(), "");
	}

	private static MailPiece piece(String key) {
		String described = ARGUMENTS.get(key);
		if (described == null) {
			return new MailPiece(key, List.of());
		}
		String[] arguments = described.split(",");
		List<Placeholder> placeholders = new ArrayList<>();
		IntStream.range(0, arguments.length)
			.filter(place -> !arguments[place].strip().equals("unused"))
			.forEach(place -> placeholders.add(Placeholder.of(place, arguments[place])));
		return new MailPiece(key, List.copyOf(placeholders));
	}

	private static Map<String, String> bundle(Locale language) {
		String ending = language.equals(Languages.ENGLISH) ? "" : "_" + language.getLanguage();
		return read("/messages/notifications" + ending + ".properties");
	}

	private static Map<String, String> read(String file) {
		Map<String, String> inOrder = new LinkedHashMap<>();
		Properties read = new Properties() {
			@Override
			public synchronized Object put(Object key, Object value) {
				inOrder.put(key.toString(), value.toString());
				return value;
			}
		};
		try (InputStream stream = StandardTexts.class.getResourceAsStream(file)) {
			if (stream == null) {
				throw new IllegalStateException(file + " is missing");
			}
			try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
				read.load(reader);
			}
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(file + " cannot be read", unreadable);
		}
		return inOrder;
	}

}
