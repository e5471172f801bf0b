package org.calltolocalaction.reports.publication.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.DateFormats;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reports.Erratum;
import org.calltolocalaction.reports.publication.Publication;
import org.calltolocalaction.reports.publication.Publications;
import org.calltolocalaction.reports.publication.ResumePublication;
import org.calltolocalaction.reports.publication.StopPublication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A member reads what everybody may read of their government's pledge, and what would
 * follow, before they withdraw the consent or give it again.
 */
@Controller
@RequestMapping("/my/pledges/{reference}/publication")
class MyPublicationController {

	private static final int LONGEST_REASON = 2000;

	private final Publications publications;

	private final StopPublication stop;

	private final ResumePublication resume;

	MyPublicationController(Publications publications, StopPublication stop, ResumePublication resume) {
		this.publications = publications;
		this.stop = stop;
		this.resume = resume;
	}

	/**
	 * What is public now.
	 *
	 * @param since the day since which it is not, in the reader's words; empty where it
	 * is
	 */
	record PublicationPage(Publication publication, String since) {

		/** Whether it would be public if the government gave its consent again. */
		public boolean visibleAgain() {
			return publication.consentWithdrawn().filter(publication::visibleWithout).isPresent();
		}

	}

	@GetMapping
	String page(@PathVariable PledgeReference reference, Person member, Locale language, Model model) {
		Optional<Publication> publication = publications.ofMember(reference, member);
		if (publication.isEmpty()) {
			return "redirect:/my/pledges/" + reference;
		}
		model.addAttribute("page",
				new PublicationPage(publication.get(),
						publication.get()
							.consentWithdrawn()
							.or(publication.get()::takenDown)
							.map(Erratum::takenOutAt)
							.map(since -> day(since, member, language))
							.orElse("")));
		return "reports/my-publication";
	}

	@PostMapping("/withdraw")
	String withdraw(@PathVariable PledgeReference reference,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String foreseen,
			@RequestParam(defaultValue = "") @As(Text.PROSE) String reason, Person member,
			RedirectAttributes redirect) {
		stop.withdrawConsent(reference, foreseen, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)),
				member);
		redirect.addFlashAttribute("message", "reports.publication.withdrawn");
		return "redirect:/my/pledges/" + reference + "/publication";
	}

	@PostMapping("/give")
	String give(@PathVariable PledgeReference reference,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String foreseen, Person member,
			RedirectAttributes redirect) {
		resume.giveConsentAgain(reference, foreseen, member);
		redirect.addFlashAttribute("message", "reports.publication.given");
		return "redirect:/my/pledges/" + reference + "/publication";
	}

	private static String day(Instant instant, Person reader, Locale language) {
		return DateFormats.day(LocalDate.ofInstant(instant, reader.zone()), language);
	}

}
