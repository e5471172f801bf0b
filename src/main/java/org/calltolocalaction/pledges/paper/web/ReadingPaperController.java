package org.calltolocalaction.pledges.paper.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.calltolocalaction.kernel.paper.PaperFile;
import org.calltolocalaction.kernel.request.SecretAddress;
import org.calltolocalaction.pledges.paper.ReadingPapers;
import org.calltolocalaction.pledges.signoff.ReadingToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands the draft that a link opens out as a PDF. */
@Controller
class ReadingPaperController {

	private final ReadingPapers papers;

	ReadingPaperController(ReadingPapers papers) {
		this.papers = papers;
	}

	@GetMapping("/read/{token}/draft.pdf")
	void draft(@PathVariable ReadingToken token, Locale language, HttpServletResponse response) throws IOException {
		SecretAddress.keep(response);
		try (PaperFile draft = papers.draft(token, language)) {
			draft.download("draft.pdf").to(response);
		}
	}

}
