package org.calltolocalaction.notifications.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a pattern of {@link java.text.MessageFormat} as a template: {@code {0}} becomes
 * <code>{{title}}</code>, and what depends on a number becomes sections of which one is
 * shown.
 */
final class ChoicesAsSections {

	private static final Pattern ARGUMENT = Pattern.compile("(\\d+)(?:,number(?:,[^,]*)?)?");

	private static final Pattern CHOICE = Pattern.compile("(\\d+),choice,(.*)", Pattern.DOTALL);

	private static final Pattern BRANCH = Pattern.compile("(\\d+)([#<])(.*)", Pattern.DOTALL);

	private final MailPiece piece;

	ChoicesAsSections(MailPiece piece) {
		this.piece = piece;
	}

	String of(String pattern) {
		StringBuilder written = new StringBuilder();
		for (int at = 0; at < pattern.length();) {
			if (pattern.charAt(at) == '{') {
				int end = end(pattern, at);
				written.append(argument(pattern.substring(at + 1, end)));
				at = end + 1;
			}
			else {
				written.append(pattern.charAt(at));
				at++;
			}
		}
		return written.toString();
	}

	private String argument(String inner) {
		Matcher plain = ARGUMENT.matcher(inner);
		if (plain.matches()) {
			return "{{" + placeholder(plain.group(1)).name() + "}}";
		}
		Matcher choice = CHOICE.matcher(inner);
		if (!choice.matches()) {
			throw new IllegalStateException("%s has an argument that no template can say: %s".formatted(piece, inner));
		}
		return sections(placeholder(choice.group(1)), branches(choice.group(2)));
	}

	private String sections(Placeholder counted, List<String> branches) {
		List<String> cases = counted.cases();
		StringBuilder written = new StringBuilder();
		int first = 0;
		for (int place = 0; place < branches.size(); place++) {
			int next = place + 1 == branches.size() ? cases.size() : beginning(branches.get(place + 1), cases);
			Matcher branch = branch(branches.get(place));
			written.append(shown(counted, cases.subList(first, Math.max(first, next)), of(branch.group(3))));
			first = Math.max(first, next);
		}
		return written.toString();
	}

	private static String shown(Placeholder counted, List<String> in, String text) {
		List<String> cases = counted.cases();
		if (in.isEmpty()) {
			return "";
		}
		if (in.size() == cases.size()) {
			return text;
		}
		String sign = in.size() == 1 ? "#" : "^";
		String section = counted.section(
				in.size() == 1 ? in.get(0) : cases.stream().filter(one -> !in.contains(one)).findFirst().orElseThrow());
		return text.isEmpty() ? "" : "{{%s%s}}%s{{/%s}}".formatted(sign, section, text, section);
	}

	/** From which of the cases on a branch is said: 0, 1, or more. */
	private static int beginning(String branch, List<String> cases) {
		Matcher parts = branch(branch);
		int number = Integer.parseInt(parts.group(1)) + (parts.group(2).equals("<") ? 1 : 0);
		String which = number <= 0 ? "none" : number == 1 ? "one" : "many";
		return Math.max(cases.indexOf(which), 0);
	}

	private static Matcher branch(String branch) {
		Matcher parts = BRANCH.matcher(branch);
		if (!parts.matches()) {
			throw new IllegalStateException("No branch of a choice: " + branch);
		}
		return parts;
	}

	private static List<String> branches(String choices) {
		List<String> branches = new ArrayList<>();
		int depth = 0;
		int from = 0;
		for (int at = 0; at < choices.length(); at++) {
			char sign = choices.charAt(at);
			depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
			if (sign == '|' && depth == 0) {
				branches.add(choices.substring(from, at));
				from = at + 1;
			}
		}
		branches.add(choices.substring(from));
		return branches;
	}

	private Placeholder placeholder(String place) {
		return piece.at(Integer.parseInt(place))
			.orElseThrow(() -> new IllegalStateException(
					"wording/mails.properties does not say what {%s} of %s is".formatted(place, piece.key())));
	}

	private static int end(String pattern, int begin) {
		int depth = 0;
		for (int at = begin; at < pattern.length(); at++) {
			depth += pattern.charAt(at) == '{' ? 1 : pattern.charAt(at) == '}' ? -1 : 0;
			if (depth == 0) {
				return at;
			}
		}
		throw new IllegalStateException("An argument has no end: " + pattern);
	}

}
