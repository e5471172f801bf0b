package org.calltolocalaction.coordination.web.government;

import java.time.DateTimeException;
import java.time.Instant;
import org.calltolocalaction.governments.standing.DecideChange;
import org.calltolocalaction.governments.standing.DecideStanding;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * What a coordinator says to what a government asks, as it was typed.
 *
 * @param act one of {@link #ACCEPT} and {@link #REFUSE}
 * @param asked when that was asked which they have read
 * @see DecideChange
 */
record ChangeForm(@As(Text.CHOICE) String act, @As(Text.PROSE) String words, @As(Text.IDENTIFIER) String asked) {

	static final String ACCEPT = "ACCEPT";

	static final String REFUSE = "REFUSE";

	static ChangeForm empty() {
		return new ChangeForm("", "", "");
	}

	boolean accepts() {
		return ACCEPT.equals(act);
	}

	/** Long ago where it is none, so that it is never what waits. */
	Instant askedAt() {
		try {
			return asked == null ? Instant.EPOCH : Instant.parse(asked);
		}
		catch (DateTimeException none) {
			return Instant.EPOCH;
		}
	}

	void check(Errors errors) {
		if (!ACCEPT.equals(act) && !REFUSE.equals(act)) {
			errors.rejectValue("act", "standing.act.missing");
		}
		if (!StringUtils.hasText(words)) {
			errors.rejectValue("words", "standing.change.words.missing");
		}
		else if (words.length() > DecideStanding.LONGEST_WORDS) {
			errors.rejectValue("words", "standing.change.words.long", new Object[] { DecideStanding.LONGEST_WORDS },
					null);
		}
	}

}
