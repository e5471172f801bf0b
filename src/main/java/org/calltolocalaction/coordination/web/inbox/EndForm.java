package org.calltolocalaction.coordination.web.inbox;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.notifications.inbox.MailTask;
import org.calltolocalaction.notifications.inbox.MailTask.End;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * What was done about a task, as it was chosen and typed.
 *
 * @param note may be empty where nothing has to be explained
 */
record EndForm(@As(Text.CHOICE) String how, @As(Text.PROSE) String note) {

	EndForm {
		how = Objects.requireNonNullElse(how, "");
		note = Objects.requireNonNullElse(note, "");
	}

	static final int LONGEST_NOTE = 1000;

	Optional<End> check(MailTask task, Errors errors) {
		Optional<End> chosen = Arrays.stream(End.values())
			.filter(end -> end.name().equals(how) && end.ends(task.kind()))
			.findFirst();
		if (chosen.isEmpty()) {
			errors.rejectValue("how", "inbox.how.missing");
		}
		if (note.length() > LONGEST_NOTE) {
			errors.rejectValue("note", "inbox.note.long", new Object[] { LONGEST_NOTE }, null);
		}
		else if (chosen.filter(End::asksForReason).isPresent() && !StringUtils.hasText(note)) {
			errors.rejectValue("note", "inbox.note.missing");
		}
		return chosen;
	}

}
