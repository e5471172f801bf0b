package org.calltolocalaction.pledges.files.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.files.AttachmentId;
import org.calltolocalaction.pledges.files.ReadAttachments;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands members the files that their government attached. */
@Controller
class AttachmentController {

	private final ReadAttachments attachments;

	AttachmentController(ReadAttachments attachments) {
		this.attachments = attachments;
	}

	@GetMapping("/my/pledges/{reference}/files/{id}")
	void download(@PathVariable PledgeReference reference, @PathVariable AttachmentId id, Person member,
			HttpServletResponse response) throws IOException {
		attachments.own(reference, id, member).to(response);
	}

}
