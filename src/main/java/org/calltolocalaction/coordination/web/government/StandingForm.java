package org.calltolocalaction.coordination.web.government;

import java.util.Arrays;
import java.util.Optional;
import org.calltolocalaction.coordination.governments.StandingAct;
import org.calltolocalaction.governments.standing.DecideStanding;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * What a coordinator says to a government, as it was typed.
 *
 * @param foreseen the fingerprint of what they read would follow
 */
record StandingForm(@As(Text.CHOICE) String act, @As(Text.PROSE) String words, @As(Text.IDENTIFIER) String foreseen) {

	static StandingForm empty() {
		return new StandingForm("", "", "");
	}

	Optional<StandingAct> chosen() {
		return Arrays.stream(StandingAct.values()).filter(known -> known.name().equals(act)).findFirst();
	}

	void check(Errors errors) {
		if (chosen().isEmpty()) {
			errors.rejectValue("act", "standing.act.missing");
		}
		if (!StringUtils.hasText(words)) {
			errors.rejectValue("words", "standing.words.missing");
		}
		else if (words.length() > DecideStanding.LONGEST_WORDS) {
			errors.rejectValue("words", "standing.words.long", new Object[] { DecideStanding.LONGEST_WORDS }, null);
		}
	}

}
