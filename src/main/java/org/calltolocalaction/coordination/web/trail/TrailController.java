package org.calltolocalaction.coordination.web.trail;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.calltolocalaction.coordination.trail.TrailProof;
import org.calltolocalaction.editions.ReaderTimes;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The whole trail: searched, verified, taken along. */
@Controller
@RequestMapping(TrailQuery.HERE)
class TrailController {

	private final TrailPages pages;

	private final TrailProof proof;

	TrailController(TrailPages pages, TrailProof proof) {
		this.pages = pages;
		this.proof = proof;
	}

	@GetMapping
	String trail(@RequestParam(defaultValue = "") @As(Text.SEARCH) String q,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String older,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String newer, Person by,
			@ModelAttribute("times") ReaderTimes times, Locale language, Model model) {
		model.addAttribute("page", pages.page(TrailQuery.of(q, older, newer), by, times, language));
		return "coordination/trail";
	}

	/** What can be typed into the search, by examples that can be followed. */
	@GetMapping("/search-help")
	String help(Locale language, Model model) {
		model.addAttribute("page", pages.help(language));
		return "coordination/trail-help";
	}

	@PostMapping("/verify")
	String verify(Person by, RedirectAttributes redirect) {
		try {
			VerificationReadout said = VerificationReadout.of(proof.verify(by));
			redirect.addFlashAttribute(said.fits() ? "message" : "different", said.message());
			redirect.addFlashAttribute("messageArguments", said.arguments().toArray());
		}
		catch (Refused busy) {
			redirect.addFlashAttribute("different", busy.messageKey());
		}
		return "redirect:" + TrailQuery.HERE;
	}

	/** A line for each entry and each checkpoint, as it is hashed. */
	@GetMapping("/export")
	void export(Person by, HttpServletResponse response) throws IOException {
		response.setContentType("application/x-ndjson;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment("audit-trail.jsonl"));
		proof.export(by, response.getOutputStream());
	}

	@GetMapping("/entries/{id}/proof")
	ResponseEntity<String> proof(@PathVariable EntryId id, Person by) {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.header(HttpHeaders.CONTENT_DISPOSITION, attachment("proof-%s.json".formatted(id)))
			.body(proof.proof(id, by).json());
	}

	private static String attachment(String name) {
		return ContentDisposition.attachment().filename(name).build().toString();
	}

}
