package org.calltolocalaction.notifications.inbox;

import org.calltolocalaction.kernel.text.Text;

/** What a file that was not kept was called, as far as it can be shown. */
final class OneName {

	private static final int LONGEST = 100;

	private OneName() {
	}

	static String of(String given) {
		String name = Text.NAME.of(given);
		return name.isEmpty() ? "–" : Text.NAME.of(name.substring(0, Math.min(LONGEST, name.length())));
	}

}
