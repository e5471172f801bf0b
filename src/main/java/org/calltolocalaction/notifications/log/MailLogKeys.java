package org.calltolocalaction.notifications.log;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.search.SearchKey;
import org.calltolocalaction.search.SearchKey.Value;

/** What can be asked of the log of mails. */
public final class MailLogKeys {

	static final String TO = "to";

	static final String ABOUT = "about";

	static final String KIND = "kind";

	static final String STATE = "state";

	static final String SINCE = "since";

	static final String UNTIL = "until";

	/** Held for longer than any digest takes. */
	static final String OVERDUE = "overdue";

	private MailLogKeys() {
	}

	/**
	 * In the order in which they are proposed.
	 * @param kinds what the reader calls a kind
	 * @param states what the reader calls the word of a state
	 */
	public static List<SearchKey> all(Function<MailKind, String> kinds, Function<String, String> states) {
		return List.of(
				SearchKey.ofCodes(STATE, words().map(state -> new Value(state, List.of(states.apply(state)))).toList()),
				SearchKey.ofTexts(TO), SearchKey.ofTexts(ABOUT), SearchKey.ofDays(SINCE, List.of()),
				SearchKey.ofDays(UNTIL, List.of()),
				SearchKey.ofCodes(KIND,
						Arrays.stream(MailKind.values())
							.map(kind -> new Value(kind.code(), List.of(kinds.apply(kind))))
							.toList()));
	}

	private static Stream<String> words() {
		return Stream.concat(Arrays.stream(LoggedState.values()).map(LoggedState::word), Stream.of(OVERDUE));
	}

	/** The search that finds what is in this state. */
	public static String of(LoggedState state) {
		return STATE + ":" + state.word();
	}

	/** The search that finds what is about this. */
	public static String about(String about) {
		return SearchKey.ofTexts(ABOUT).word(about);
	}

}
