package org.calltolocalaction.coordination.web.pledge;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.files.AttachmentId;
import org.calltolocalaction.pledges.signoff.SubmittedSignOffs;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands coordinators the signed letter with which a pledge was submitted. */
@Controller
class SignedLetterController {

	private final SubmittedSignOffs signOffs;

	SignedLetterController(SubmittedSignOffs signOffs) {
		this.signOffs = signOffs;
	}

	@GetMapping("/coordination/pledges/{reference}/letters/{id}")
	void letter(@PathVariable PledgeReference reference, @PathVariable AttachmentId id, Person by,
			HttpServletResponse response) throws IOException {
		signOffs.letter(reference, id, by).to(response);
	}

}
