package org.calltolocalaction.kernel.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One act, to be written down. It has a kind, such as {@code pledge.submitted}, and says
 * about what it is and who did it; whatever else there is to say has a name. Facts are
 * codes, numbers, instants, days and identifiers: they are never erased, so nothing that
 * a person wrote, no name and no address may be one of them. Those are personal, and are
 * kept apart. The names are listed in {@code docs/decisions/0052-audit-entries.md}.
 *
 * @param about the identifier of what it is about, as it is written
 * @param who the account of the person; empty for the desk itself
 * @param facts texts, numbers, booleans, and lists of them
 * @param personal texts and lists of texts
 */
public record AuditEntry(String kind, String about, Optional<UUID> who, Map<String, Object> facts,
		Map<String, Object> personal) {

	private static final Pattern KIND = Pattern.compile("[a-z]+\\.[a-z]+(-[a-z]+)*");

	private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");

	// Nothing that a person types fits by accident: no space, no sign of an address.
	private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

	public AuditEntry {
		requireShape(KIND, kind, "A kind of entry looks like pledge.submitted");
		requireShape(CODE, about, "An entry is about something with an identifier");
		facts = Map.copyOf(facts);
		personal = Map.copyOf(personal);
	}

	/**
	 * Begins an entry; the desk itself acts until a person is named.
	 * @param about an identifier, such as a pledge's reference
	 */
	public static AuditEntry of(String kind, Record about) {
		return new AuditEntry(kind, about.toString(), Optional.empty(), Map.of(), Map.of());
	}

	/** The same act, done by this actor. */
	public AuditEntry by(Actor actor) {
		return new AuditEntry(kind, about, actor.account(), facts, personal);
	}

	/**
	 * The same act with one more fact.
	 * @param value a code, a number, a boolean, an instant, a day, an identifier, or a
	 * collection of them
	 * @throws IllegalArgumentException where the value could be something that a person
	 * wrote
	 */
	public AuditEntry with(String name, Object value) {
		return new AuditEntry(kind, about, who, added(facts, name, fact(name, value)), personal);
	}

	/** The same act with one more fact, where there is one. */
	public AuditEntry with(String name, Optional<?> value) {
		return value.map(present -> with(name, (Object) present)).orElse(this);
	}

	/**
	 * The same act with what a person wrote, or by what a person can be known; an empty
	 * text says nothing and is left out.
	 */
	public AuditEntry personal(String name, String text) {
		return text.isEmpty() ? this : new AuditEntry(kind, about, who, facts, added(personal, name, text));
	}

	/** The same act with several such texts, of which some may be empty. */
	public AuditEntry personal(String name, List<String> texts) {
		return texts.isEmpty() ? this
				: new AuditEntry(kind, about, who, facts, added(personal, name, List.copyOf(texts)));
	}

	private Map<String, Object> added(Map<String, Object> values, String name, Object value) {
		requireShape(NAME, name, "A value has a name like dueDate");
		if (facts.containsKey(name) || personal.containsKey(name)) {
			throw new IllegalArgumentException("An entry says '" + name + "' once; " + kind + " says it twice");
		}
		Map<String, Object> more = new TreeMap<>(values);
		more.put(name, value);
		return more;
	}

	private static Object fact(String name, Object value) {
		if (value instanceof Collection<?> all) {
			return all.stream().map(one -> fact(name, one)).toList();
		}
		if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
			return value;
		}
		if (value instanceof Enum<?> constant) {
			return constant.name();
		}
		if (value instanceof Instant || value instanceof LocalDate || value instanceof ZonedDateTime) {
			return value.toString();
		}
		if (value instanceof Record || value instanceof String) {
			return requireShape(CODE, value.toString(),
					"'" + name + "' is a fact, which is a code or an identifier; what a person wrote is personal");
		}
		throw new IllegalArgumentException("'" + name + "' cannot be kept: " + value.getClass());
	}

	private static String requireShape(Pattern shape, String text, String otherwise) {
		if (!shape.matcher(text).matches()) {
			throw new IllegalArgumentException(otherwise + ", not like '" + text + "'");
		}
		return text;
	}

}
