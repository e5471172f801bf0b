package org.calltolocalaction.notifications.template;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.text.Text;

/**
 * One text of a mail as somebody worded it: plain words, the placeholders that the text
 * has, and sections for none, one and many. Nothing else is a template here: no partials,
 * no comments, no paths, and nothing but texts is ever reached.
 */
public final class PieceText {

	/** As many characters as a paragraph of a mail bears. */
	public static final int LONGEST = 2000;

	/**
	 * As many as are written for a subject line, which shows up to 150 of what is said.
	 */
	public static final int LONGEST_SUBJECT = 400;

	/** Stands for a link; nobody can type it. */
	private static final String MARK = "\u0000";

	private static final Pattern TAG = Pattern.compile("\\{\\{(.*?)}}");

	private static final Pattern NAMED = Pattern.compile("([#^/]?)\\s*([a-z][a-z0-9-]*)\\s*");

	private static final Mustache.Compiler COMPILER = Mustache.compiler()
		.escapeHTML(false)
		.emptyStringIsFalse(true)
		.defaultValue("")
		.withLoader(name -> {
			throw new IllegalStateException("A text of a mail includes no other");
		})
		.withCollector(new OnlyTexts());

	private final MailPiece piece;

	private final String written;

	private final Template template;

	private PieceText(MailPiece piece, String written, Template template) {
		this.piece = piece;
		this.written = written;
		this.template = template;
	}

	/** A template looks for names in the texts that it was given, and nowhere else. */
	private static final class OnlyTexts extends BasicCollector {

		@Override
		public <K, V> Map<K, V> createFetcherCache() {
			return new ConcurrentHashMap<>();
		}

	}

	/**
	 * The text, ready to be sent.
	 * @throws Refused where it could not be sent as it is, with what is wrong with it
	 */
	public static PieceText of(MailPiece piece, String typed) {
		String written = Text.trimmed(Text.PROSE.of(typed));
		if (written.isEmpty()) {
			throw new Refused(piece.subject() ? "templates.refused.subject.empty" : "templates.refused.empty");
		}
		if (written.indexOf('\n') >= 0) {
			throw new Refused("templates.refused.lines");
		}
		int longest = piece.subject() ? LONGEST_SUBJECT : LONGEST;
		if (written.length() > longest) {
			throw new Refused("templates.refused.long", longest);
		}
		requireTags(piece, written);
		PieceText text = new PieceText(piece, written, compiled(written));
		text.requireLinks();
		return text;
	}

	private static Template compiled(String written) {
		try {
			return COMPILER.compile(written);
		}
		catch (MustacheException broken) {
			throw new Refused("templates.refused.broken");
		}
	}

	/** As it was written. */
	public String written() {
		return written;
	}

	/** As the reader reads it. */
	public String say(Object[] arguments, Locale language) {
		return template.execute(piece.values(arguments, language));
	}

	private static void requireTags(MailPiece piece, String written) {
		Deque<String> open = new ArrayDeque<>();
		Matcher tag = TAG.matcher(written);
		StringBuilder rest = new StringBuilder();
		while (tag.find()) {
			tag.appendReplacement(rest, "");
			Matcher named = NAMED.matcher(tag.group(1).strip());
			if (!named.matches()) {
				throw new Refused("templates.refused.tag", tag.group());
			}
			String name = named.group(2);
			requireKnown(piece, name);
			switch (named.group(1)) {
				case "#", "^" -> open.push(name);
				case "/" -> {
					if (!name.equals(open.poll())) {
						throw new Refused("templates.refused.closed", "{{/" + name + "}}");
					}
				}
				default -> {
					// Nothing opens and nothing closes.
				}
			}
		}
		tag.appendTail(rest);
		if (rest.indexOf("{{") >= 0 || rest.indexOf("}}") >= 0) {
			throw new Refused("templates.refused.open");
		}
		if (!open.isEmpty()) {
			throw new Refused("templates.refused.unclosed", "{{#" + open.peek() + "}}");
		}
	}

	private static void requireKnown(MailPiece piece, String name) {
		List<String> known = piece.names().toList();
		if (known.contains(name)) {
			return;
		}
		if (known.isEmpty()) {
			throw new Refused("templates.refused.none", "{{" + name + "}}");
		}
		throw new Refused("templates.refused.unknown", "{{" + name + "}}",
				known.stream().map("{{%s}}"::formatted).collect(Collectors.joining(", ")));
	}

	/** Whatever the mail is about: also where a section is said, or left out. */
	private void requireLinks() {
		piece.placeholders().stream().filter(Placeholder::leads).forEach(link -> {
			if (everything().anyMatch(values -> !said(link, values))) {
				throw new Refused("templates.refused.link", "{{" + link.name() + "}}");
			}
		});
	}

	private boolean said(Placeholder link, Map<String, String> values) {
		Map<String, String> marked = new TreeMap<>(values);
		marked.put(link.name(), MARK);
		return template.execute(marked).contains(MARK);
	}

	/** What the sections of the text may be told, each in each case. */
	private Stream<Map<String, String>> everything() {
		Stream<Map<String, String>> all = Stream.of(Map.of());
		for (Placeholder placeholder : piece.placeholders()) {
			if (placeholder.names().anyMatch(this::hasSection)) {
				List<? extends Map<String, String>> cases = placeholder.everyCase();
				all = all.flatMap(so -> cases.stream().map(one -> {
					Map<String, String> both = new TreeMap<>(so);
					both.putAll(one);
					return both;
				}));
			}
		}
		return all;
	}

	private boolean hasSection(String name) {
		return Pattern.compile("\\{\\{\\s*[#^]\\s*" + name + "\\s*}}").matcher(written).find();
	}

}
