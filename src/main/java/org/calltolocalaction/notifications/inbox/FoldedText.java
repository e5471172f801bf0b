package org.calltolocalaction.notifications.inbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody wrote, apart from what they quote and how they sign.
 *
 * @param own their words; all of it where nothing else could be told apart
 * @param folded the quoted mail and the signature; may be empty
 */
public record FoldedText(String own, String folded) {

	/** Above a quote, in one line or broken over two or three. */
	private static final Pattern QUOTES = Pattern.compile("(?iU)^>*\\s*("
			+ "on\\b.{5,300}\\bwrote|el\\b.{5,300}\\bescribi[óo]|le\\b.{5,300}\\ba écrit|am\\b.{5,300}\\bschrieb\\b.{0,100}"
			+ ")\\s*:\\s*$");

	private static final Pattern BEGINS_TO_QUOTE = Pattern.compile("(?iU)^>*\\s*(on|el|le|am)\\b.{5,}");

	private static final Pattern ORIGINAL = Pattern.compile("(?iU)^\\s*-{2,}\\s*(original message|mensaje original|"
			+ "message d.origine|message original|ursprüngliche nachricht|forwarded message|mensaje reenviado|"
			+ "message transféré)\\s*-{2,}\\s*$");

	private static final Pattern FROM = Pattern
		.compile("(?iU)^\\W{0,3}(from|de|von|de la part de)\\W{0,3}\\s?:\\s?\\S.*");

	private static final Pattern SENT = Pattern.compile(
			"(?iU)^\\W{0,3}(sent|date|enviado( el)?|fecha|envoyé( le)?|gesendet|datum|to|para|à|an)\\W{0,3}\\s?:.*");

	private static final Pattern SIGNATURE = Pattern
		.compile("(?iU)^(-- ?|sent from my .{1,60}|enviado desde mi .{1,60}|"
				+ "envoyé (de|depuis) mon .{1,60}|get outlook for .{1,30}|obtener outlook para .{1,30}|"
				+ "télécharge[rz] outlook pour .{1,30})$");

	private static final int HEADER_LINES = 5;

	/** Where it is looked for; nobody signs so far above. */
	private static final int LINES_OF_SIGNATURE = 40;

	static FoldedText of(String text) {
		List<String> lines = Arrays.asList(text.split("\n", -1));
		int quote = beginningOfQuote(lines);
		List<String> own = new ArrayList<>(lines.subList(0, quote));
		List<String> folded = new ArrayList<>(lines.subList(quote, lines.size()));
		int answer = behindQuote(folded);
		if (isBlank(own) && answer < folded.size()) {
			// Whoever answers below the quote.
			own = new ArrayList<>(folded.subList(answer, folded.size()));
			folded = new ArrayList<>(folded.subList(0, answer));
		}
		int signature = beginningOfSignature(own);
		folded.addAll(0, own.subList(signature, own.size()));
		own = own.subList(0, signature);
		return isBlank(own) ? new FoldedText(text.strip(), "") : new FoldedText(joined(own), joined(folded));
	}

	public boolean somethingFolded() {
		return !folded.isEmpty();
	}

	private static int beginningOfQuote(List<String> lines) {
		int quotedToTheEnd = beginningOfLastQuote(lines);
		for (int at = 0; at < quotedToTheEnd; at++) {
			if (ORIGINAL.matcher(lines.get(at)).matches() || saysWhoWrote(lines, at) || isHeaderOfQuote(lines, at)) {
				return at;
			}
		}
		return quotedToTheEnd;
	}

	private static boolean saysWhoWrote(List<String> lines, int at) {
		if (!BEGINS_TO_QUOTE.matcher(lines.get(at)).matches()) {
			return false;
		}
		String joined = "";
		for (String line : lines.subList(at, Math.min(at + 3, lines.size()))) {
			joined = (joined + " " + line).strip();
			if (QUOTES.matcher(joined).matches()) {
				return true;
			}
		}
		return false;
	}

	private static boolean isHeaderOfQuote(List<String> lines, int at) {
		return FROM.matcher(lines.get(at)).matches() && lines.subList(at + 1, Math.min(at + HEADER_LINES, lines.size()))
			.stream()
			.filter(line -> SENT.matcher(line).matches())
			.count() >= 2;
	}

	/** From where on nothing but quoted lines and empty ones stands. */
	private static int beginningOfLastQuote(List<String> lines) {
		int beginning = lines.size();
		for (int at = lines.size() - 1; at >= 0 && (lines.get(at).isBlank() || isQuoted(lines.get(at))); at--) {
			beginning = isQuoted(lines.get(at)) ? at : beginning;
		}
		return beginning;
	}

	private static boolean isQuoted(String line) {
		return line.startsWith(">");
	}

	/** Behind who wrote and the lines that are marked as quoted. */
	private static int behindQuote(List<String> folded) {
		int last = -1;
		for (int at = 0; at < folded.size(); at++) {
			if (isQuoted(folded.get(at))) {
				last = at;
			}
		}
		int answer = last + 1;
		while (answer < folded.size() && folded.get(answer).isBlank()) {
			answer++;
		}
		return last < 0 ? folded.size() : answer;
	}

	private static int beginningOfSignature(List<String> own) {
		for (int at = Math.max(0, own.size() - LINES_OF_SIGNATURE); at < own.size(); at++) {
			if (SIGNATURE.matcher(own.get(at)).matches()) {
				return at;
			}
		}
		return own.size();
	}

	private static boolean isBlank(List<String> lines) {
		return lines.stream().allMatch(String::isBlank);
	}

	private static String joined(List<String> lines) {
		return lines.stream().collect(Collectors.joining("\n")).strip();
	}

}
