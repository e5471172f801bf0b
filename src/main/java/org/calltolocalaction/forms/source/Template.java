package org.calltolocalaction.forms.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.calltolocalaction.forms.expression.Formula;
import org.calltolocalaction.forms.expression.Phrase;
import org.calltolocalaction.forms.expression.PlainValues;
import org.calltolocalaction.forms.expression.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A text with expressions in it: the whole of it after a {@code =}, or parts of it
 * between double braces, of which {@code #if} and {@code #loop} enclose others.
 */
final class Template implements Phrase {

	private final List<Piece> pieces;

	private final Set<String> names;

	private Template(List<Piece> pieces, Set<String> names) {
		this.pieces = pieces;
		this.names = Set.copyOf(names);
	}

	/** Reads a text, and stops the start where it is broken. */
	static Phrase of(JsonObjectReader place, String name, String text, Expressions expressions) {
		if (Expressions.isExpression(text)) {
			Formula formula = expressions.formula(place, name, text);
			return new Template(List.of(new Insert(formula)), formula.names());
		}
		if (!text.contains("{{")) {
			return Phrase.of(text);
		}
		Reader reader = new Reader(place, name, text, expressions);
		return new Template(reader.until(null), reader.names);
	}

	@Override
	public String in(Scope scope, UnaryOperator<String> inserted) {
		StringBuilder text = new StringBuilder();
		write(pieces, scope.names(), inserted, text);
		return text.toString();
	}

	@Override
	public Set<String> names() {
		return names;
	}

	private static void write(List<Piece> pieces, Map<String, Object> names, UnaryOperator<String> inserted,
			StringBuilder text) {
		pieces.forEach(piece -> piece.write(names, inserted, text));
	}

	private interface Piece {

		void write(Map<String, Object> names, UnaryOperator<String> inserted, StringBuilder text);

	}

	private record Words(String words) implements Piece {

		@Override
		public void write(Map<String, Object> names, UnaryOperator<String> inserted, StringBuilder text) {
			text.append(words);
		}

	}

	private record Insert(Formula formula) implements Piece {

		@Override
		public void write(Map<String, Object> names, UnaryOperator<String> inserted, StringBuilder text) {
			text.append(inserted.apply(PlainValues.text(formula.expression().evaluate(names))));
		}

	}

	private record Where(Formula formula, List<Piece> inside) implements Piece {

		@Override
		public void write(Map<String, Object> names, UnaryOperator<String> inserted, StringBuilder text) {
			if (Boolean.TRUE.equals(formula.expression().evaluate(names))) {
				Template.write(inside, names, inserted, text);
			}
		}

	}

	private record ForEach(Formula formula, List<Piece> inside) implements Piece {

		@Override
		public void write(Map<String, Object> names, UnaryOperator<String> inserted, StringBuilder text) {
			if (formula.expression().evaluate(names) instanceof List<?> list) {
				list.forEach(entry -> Template.write(inside, around(entry, names), inserted, text));
			}
		}

		// What stands around the loop stays in sight behind what the entry brings.
		private static Map<String, Object> around(Object entry, Map<String, Object> names) {
			Map<String, Object> inner = new HashMap<>(names);
			if (entry instanceof Map<?, ?> map) {
				map.forEach((key, value) -> inner.put(String.valueOf(key), value));
			}
			for (String name : List.of("this", "_this_")) {
				inner.put(name, entry);
			}
			for (String name : List.of("parent", "_parent_")) {
				inner.put(name, names);
			}
			return inner;
		}

	}

	private static final class Reader {

		private final JsonObjectReader place;

		private final String name;

		private final String text;

		private final Expressions expressions;

		private final Set<String> names = new HashSet<>();

		private int position;

		Reader(JsonObjectReader place, String name, String text, Expressions expressions) {
			this.place = place;
			this.name = name;
			this.text = text;
			this.expressions = expressions;
		}

		List<Piece> until(@Nullable String end) {
			List<Piece> pieces = new ArrayList<>();
			while (true) {
				int open = text.indexOf("{{", position);
				if (open < 0) {
					if (end != null) {
						throw place.broken(name + " opens {{#" + end + " and does not close it");
					}
					pieces.add(new Words(text.substring(position)));
					return List.copyOf(pieces);
				}
				pieces.add(new Words(text.substring(position, open)));
				String tag = tag(open);
				if (tag.startsWith("/")) {
					if (!tag.substring(1).strip().equals(end)) {
						throw place.broken(name + " closes {{" + tag + "}}, which is not open");
					}
					return List.copyOf(pieces);
				}
				piece(tag, pieces);
			}
		}

		private String tag(int open) {
			int close = text.indexOf("}}", open);
			if (close < 0) {
				throw place.broken(name + " opens {{ and does not close it");
			}
			// The last of several braces closes, for FEEL has braces of its own.
			while (close + 2 < text.length() && text.charAt(close + 2) == '}') {
				close++;
			}
			position = close + 2;
			return text.substring(open + 2, close).strip();
		}

		private void piece(String tag, List<Piece> pieces) {
			if (tag.startsWith("#if ")) {
				pieces.add(new Where(formula(tag.substring(4)), until("if")));
			}
			else if (tag.startsWith("#loop ")) {
				pieces.add(new ForEach(formula(tag.substring(6)), until("loop")));
			}
			else if (tag.startsWith("#")) {
				throw place.broken(name + " has {{" + tag + "}}; known are #if and #loop");
			}
			else if (!tag.isEmpty()) {
				pieces.add(new Insert(formula(tag)));
			}
		}

		private Formula formula(String expression) {
			Formula formula = expressions.bare(place, name, expression);
			names.addAll(formula.names());
			return formula;
		}

	}

}
