package org.calltolocalaction.process.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.calltolocalaction.coordination.operations.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * What the engine has kept of a failure: the exceptions one in the other, as text.
 * Nothing of the values that a row had is shown, since they may be what persons wrote.
 */
final class Troubles {

	private static final int MOST_LINES = 24;

	private static final int LONGEST_LINE = 400;

	/** By the names of the exceptions; the first that is found among the causes. */
	private static final List<Map.Entry<String, Trouble>> BY_NAME = List.of(
			Map.entry("OutOfMemoryError", Trouble.NO_ROOM), Map.entry("No space left on device", Trouble.NO_ROOM),
			Map.entry("The disk is full", Trouble.NO_ROOM), Map.entry("could not extend file", Trouble.NO_ROOM),
			Map.entry("CannotCreateTransactionException", Trouble.DATABASE_AWAY),
			Map.entry("CannotGetJdbcConnectionException", Trouble.DATABASE_AWAY),
			Map.entry("DataAccessResourceFailure", Trouble.DATABASE_AWAY),
			Map.entry("SQLTransientConnectionException", Trouble.DATABASE_AWAY),
			Map.entry("QueryTimeoutException", Trouble.DATABASE_AWAY),
			Map.entry("OptimisticLocking", Trouble.AT_THE_SAME_TIME),
			Map.entry("CannotAcquireLockException", Trouble.AT_THE_SAME_TIME),
			Map.entry("DeadlockLoser", Trouble.AT_THE_SAME_TIME),
			Map.entry("ConcurrencyFailureException", Trouble.AT_THE_SAME_TIME),
			Map.entry("DataIntegrityViolationException", Trouble.DATABASE_REFUSED),
			Map.entry("DuplicateKeyException", Trouble.DATABASE_REFUSED),
			Map.entry("BadSqlGrammarException", Trouble.DATABASE_REFUSED),
			Map.entry("org.springframework.mail.", Trouble.MAIL), Map.entry("MessagingException", Trouble.MAIL),
			Map.entry("AddressRefused", Trouble.MAIL), Map.entry("ServerTrouble", Trouble.MAIL),
			Map.entry("javax.el", Trouble.EXPRESSION), Map.entry("ELException", Trouble.EXPRESSION),
			Map.entry("Unknown property used in expression", Trouble.EXPRESSION),
			Map.entry("Error while evaluating expression", Trouble.EXPRESSION),
			Map.entry("FeelException", Trouble.EXPRESSION), Map.entry("DmnEngineException", Trouble.EXPRESSION),
			Map.entry("org.calltolocalaction.kernel.NotFound", Trouble.MISSING),
			Map.entry("EmptyResultDataAccess", Trouble.MISSING), Map.entry("NoSuchElementException", Trouble.MISSING),
			Map.entry("and found 0", Trouble.MISSING),
			Map.entry("org.calltolocalaction.kernel.Refused", Trouble.OTHER_STATE),
			Map.entry("StateTransition", Trouble.OTHER_STATE), Map.entry("IllegalStateException", Trouble.OTHER_STATE));

	private static final Pattern STATEMENT = Pattern.compile("Batch entry \\d+");

	private Troubles() {
	}

	/**
	 * @param trace as the engine has kept it; null where it has none
	 */
	static Trouble of(@Nullable String message, @Nullable String trace) {
		String said = (message == null ? "" : message) + "\n" + (trace == null ? "" : causes(trace));
		return BY_NAME.stream()
			.filter(name -> said.contains(name.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(Trouble.UNKNOWN);
	}

	/** Each exception with where it was thrown, and which lines of the desk led there. */
	static String technical(@Nullable String message, @Nullable String trace) {
		if (trace == null || trace.isBlank()) {
			return message == null ? "" : line(String.join("\n", withoutStatements(message)));
		}
		return withoutStatements(trace).stream()
			.filter(line -> !line.startsWith("\tat ") || line.contains("org.calltolocalaction."))
			.filter(Troubles::saysNoValues)
			.limit(MOST_LINES)
			.map(Troubles::line)
			.collect(Collectors.joining("\n"));
	}

	private static String causes(String trace) {
		return trace.lines().filter(line -> !line.startsWith("\tat ")).collect(Collectors.joining("\n"));
	}

	/**
	 * The driver quotes one of many statements with all its values, over as many lines as
	 * these have.
	 */
	private static List<String> withoutStatements(String said) {
		List<String> kept = new ArrayList<>();
		boolean quoted = false;
		for (String line : said.lines().toList()) {
			quoted = quoted && !line.startsWith("\tat ") && !line.startsWith("Caused by: ");
			Matcher statement = STATEMENT.matcher(line);
			if (!quoted && statement.find()) {
				kept.add(line.substring(0, statement.end()) + " …");
				quoted = true;
			}
			else if (!quoted) {
				kept.add(line);
			}
		}
		return kept;
	}

	private static boolean saysNoValues(String line) {
		String said = line.strip();
		return !said.startsWith("Detail:") && !said.startsWith("... ") && !said.isEmpty();
	}

	private static String line(String line) {
		String first = line.lines().findFirst().orElse("");
		return first.length() > LONGEST_LINE ? first.substring(0, LONGEST_LINE) + "…" : first;
	}

}
