package org.calltolocalaction.pledges.paper.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.paper.PaperFile;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.paper.MyPapers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Hands members their receipts and pledges as PDFs, in the language of their pages. */
@Controller
@RequestMapping("/my/pledges/{reference}")
class PaperController {

	private final MyPapers papers;

	PaperController(MyPapers papers) {
		this.papers = papers;
	}

	@GetMapping("/revisions/{number}/receipt.pdf")
	void receipt(@PathVariable PledgeReference reference, @PathVariable int number, Person member, Locale language,
			HttpServletResponse response) throws IOException {
		try (PaperFile receipt = papers.receipt(reference, number, member, language)) {
			receipt.download("%s-%d-receipt.pdf".formatted(reference, number)).to(response);
		}
	}

	@GetMapping("/revisions/{number}.pdf")
	void submitted(@PathVariable PledgeReference reference, @PathVariable int number, Person member, Locale language,
			HttpServletResponse response) throws IOException {
		try (PaperFile pledge = papers.submitted(reference, number, member, language)) {
			pledge.download("%s-%d.pdf".formatted(reference, number)).to(response);
		}
	}

	@GetMapping("/draft.pdf")
	void draft(@PathVariable PledgeReference reference, Person member, Locale language, HttpServletResponse response)
			throws IOException {
		try (PaperFile draft = papers.draft(reference, member, language)) {
			draft.download("%s-draft.pdf".formatted(reference)).to(response);
		}
	}

}
