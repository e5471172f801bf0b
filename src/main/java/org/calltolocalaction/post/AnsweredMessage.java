package org.calltolocalaction.post;

import jakarta.mail.Session;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;

/** A message that knows what the server said when it took it. */
class AnsweredMessage extends SMTPMessage {

	private @Nullable String answer;

	AnsweredMessage(Session session) {
		super(session);
	}

	void answered(@Nullable String said) {
		answer = said;
	}

	/** Such as {@code 250 2.0.0 Ok: queued as 4X2}. */
	Optional<String> answer() {
		return Optional.ofNullable(answer).map(String::strip).filter(said -> !said.isEmpty());
	}

}
