package org.calltolocalaction.coordination.web.inbox;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.inbox.ReceivedFileId;
import org.calltolocalaction.notifications.inbox.ReceivedMailId;
import org.calltolocalaction.notifications.inbox.ReceivedMails;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out the files that came with answers. */
@Controller
class ReplyFileController {

	private final ReceivedMails received;

	ReplyFileController(ReceivedMails received) {
		this.received = received;
	}

	@GetMapping("/coordination/replies/{mail}/files/{file}")
	void file(@PathVariable ReceivedMailId mail, @PathVariable ReceivedFileId file, Person by,
			HttpServletResponse response) throws IOException {
		received.file(mail, file, by).to(response);
	}

}
