package org.calltolocalaction.coordination.web.pledge;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.calltolocalaction.coordination.PledgeFile;
import org.calltolocalaction.coordination.web.timeline.TimelineQuery;
import org.calltolocalaction.editions.ReaderTimes;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.ResolveDisagreement;
import org.calltolocalaction.pledges.files.AttachmentId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A pledge's page for coordinators, and their decision where the partners do not agree.
 */
@Controller
@RequestMapping("/coordination/pledges/{reference}")
class PledgeFileController {

	private static final String PAGE = "coordination/pledge";

	private final PledgeFile files;

	private final PledgeFilePages pages;

	private final ResolveDisagreement resolveDisagreement;

	PledgeFileController(PledgeFile files, PledgeFilePages pages, ResolveDisagreement resolveDisagreement) {
		this.files = files;
		this.pages = pages;
		this.resolveDisagreement = resolveDisagreement;
	}

	@GetMapping
	String pledge(@PathVariable PledgeReference reference,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String show,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String before,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String behind, Person by,
			@ModelAttribute("times") ReaderTimes times, Locale language, Model model) {
		model.addAttribute("form", new DecisionForm("", ""));
		model.addAttribute("page",
				pages.of(files.of(reference, by), TimelineQuery.of(show, before, behind), false, by, times, language));
		return PAGE;
	}

	@GetMapping("/files/{id}")
	void attachment(@PathVariable PledgeReference reference, @PathVariable AttachmentId id, Person by,
			HttpServletResponse response) throws IOException {
		files.attachment(reference, id, by).to(response);
	}

	@PostMapping("/decision")
	String decide(@PathVariable PledgeReference reference, @ModelAttribute("form") DecisionForm form,
			BindingResult errors, Person by, @ModelAttribute("times") ReaderTimes times, Locale language, Model model,
			RedirectAttributes redirect) {
		form.check(errors);
		if (errors.hasErrors()) {
			model.addAttribute("page",
					pages.of(files.of(reference, by), TimelineQuery.NEWEST, false, by, times, language));
			return PAGE;
		}
		try {
			resolveDisagreement.decide(reference, form.decided().orElseThrow(), form.reason(), by);
		}
		catch (Refused somebodyWasFaster) {
			model.addAttribute("page",
					pages.of(files.of(reference, by), TimelineQuery.NEWEST, true, by, times, language));
			return PAGE;
		}
		redirect.addFlashAttribute("message", "coordination.decision.done");
		return "redirect:/coordination/pledges/" + reference;
	}

}
