package org.calltolocalaction.coordination.web.pledge;

import java.util.List;
import java.util.Optional;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reports.StopKind;
import org.calltolocalaction.reports.publication.Publication;
import org.calltolocalaction.reports.publication.Publications;
import org.calltolocalaction.reports.publication.ResumePublication;
import org.calltolocalaction.reports.publication.StopPublication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where a coordinator takes down what everybody reads, or puts it back, and sees before
 * what would follow.
 */
@Controller
@RequestMapping("/coordination/pledges/{reference}/publication")
class PublicationController {

	private final Publications publications;

	private final StopPublication stop;

	private final ResumePublication resume;

	PublicationController(Publications publications, StopPublication stop, ResumePublication resume) {
		this.publications = publications;
		this.stop = stop;
		this.resume = resume;
	}

	/** What is public now. */
	record PublicationPage(Publication publication) {

		/** For what it can be taken down. */
		public List<StopKind> kinds() {
			return TakeDownForm.CHOICES;
		}

		/** Whether it would be public if the coordinators put it back. */
		public boolean visibleAgain() {
			return publication.takenDown().filter(publication::visibleWithout).isPresent();
		}

	}

	@GetMapping
	String page(@PathVariable PledgeReference reference, Person by, Model model) {
		model.addAttribute("form", new TakeDownForm("", "", ""));
		return page(publications.ofCoordinator(reference, by), reference, model);
	}

	@PostMapping("/take-down")
	String takeDown(@PathVariable PledgeReference reference, @ModelAttribute("form") TakeDownForm form,
			BindingResult errors, Person by, Model model, RedirectAttributes redirect) {
		Optional<Publication> now = publications.ofCoordinator(reference, by);
		form.checkKind(errors);
		form.checkReason(errors);
		if (errors.hasErrors()) {
			return page(now, reference, model);
		}
		stop.takeDown(reference, form.chosen().orElseThrow(), form.foreseen(), form.reason(), by);
		redirect.addFlashAttribute("message", "coordination.publication.taken-down");
		return "redirect:/coordination/pledges/" + reference + "/publication";
	}

	@PostMapping("/put-back")
	String putBack(@PathVariable PledgeReference reference, @ModelAttribute("form") TakeDownForm form,
			BindingResult errors, Person by, Model model, RedirectAttributes redirect) {
		Optional<Publication> now = publications.ofCoordinator(reference, by);
		form.checkReason(errors);
		if (errors.hasErrors()) {
			return page(now, reference, model);
		}
		boolean visible = resume.putBack(reference, form.foreseen(), form.reason(), by);
		redirect.addFlashAttribute("message",
				visible ? "coordination.publication.put-back" : "coordination.publication.put-back.hidden");
		return "redirect:/coordination/pledges/" + reference + "/publication";
	}

	private static String page(Optional<Publication> now, PledgeReference reference, Model model) {
		if (now.isEmpty()) {
			return "redirect:/coordination/pledges/" + reference;
		}
		model.addAttribute("page", new PublicationPage(now.get()));
		return "coordination/publication";
	}

}
