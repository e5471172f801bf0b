package org.calltolocalaction.coordination.web.inbox;

import java.util.Optional;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.request.PageNumber;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.notifications.inbox.ReceivedMail;
import org.calltolocalaction.notifications.inbox.ReceivedMailId;
import org.calltolocalaction.notifications.inbox.ReceivedMails;
import org.calltolocalaction.notifications.inbox.SortQuarantine;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.post.inbox.LookIntoMailbox;
import org.jspecify.annotations.Nullable;
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

/** Where coordinators say whose a mail is that came from nobody who is known. */
@Controller
@RequestMapping("/coordination/quarantine")
class QuarantineController {

	private static final String HERE = "/coordination/quarantine";

	private final ReceivedMails received;

	private final SortQuarantine sort;

	private final LookIntoMailbox mailbox;

	QuarantineController(ReceivedMails received, SortQuarantine sort, LookIntoMailbox mailbox) {
		this.received = received;
		this.sort = sort;
		this.mailbox = mailbox;
	}

	/**
	 * What waits.
	 *
	 * @param mailbox whether mails are read at all
	 * @param days how long what is no answer is kept
	 */
	record QuarantinePage(ReceivedMails.Page list, boolean mailbox, long days, @Nullable String previous,
			@Nullable String next) {
	}

	/** One of them. */
	record QuarantinedPage(ReceivedMail mail) {
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String page, Person by, Model model) {
		ReceivedMails.Page found = received.quarantined(PageNumber.of(page), by);
		model.addAttribute("page",
				new QuarantinePage(found, mailbox.configured(), ReceivedMails.KEPT.toDays(),
						found.number() > 1 ? HERE + "?page=" + (found.number() - 1) : null,
						found.hasNext() ? HERE + "?page=" + (found.number() + 1) : null));
		return "coordination/inbox/quarantine";
	}

	@GetMapping("/{mail}")
	String mail(@PathVariable ReceivedMailId mail, Person by, Model model) {
		ReceivedMail found = received.mail(mail, by);
		model.addAttribute("form", new AssignForm(found.pledge().map(PledgeReference::value).orElse("")));
		return shown(found, model);
	}

	@PostMapping("/{mail}/assign")
	String assign(@PathVariable ReceivedMailId mail, @ModelAttribute("form") AssignForm form, BindingResult errors,
			Person by, Model model, RedirectAttributes redirect) {
		Optional<PledgeReference> reference = form.check(errors);
		if (!errors.hasErrors()) {
			try {
				sort.assign(mail, reference.orElseThrow(), by);
				redirect.addFlashAttribute("message", "inbox.assigned");
				return "redirect:/coordination/pledges/" + reference.get();
			}
			catch (Refused refused) {
				errors.rejectValue("pledge", refused.messageKey());
			}
		}
		return shown(received.mail(mail, by), model);
	}

	@PostMapping("/{mail}/discard")
	String discard(@PathVariable ReceivedMailId mail, Person by, RedirectAttributes redirect) {
		sort.discard(mail, by);
		redirect.addFlashAttribute("message", "inbox.discarded");
		return "redirect:" + HERE;
	}

	private static String shown(ReceivedMail mail, Model model) {
		if (mail.fate() != ReceivedMail.Fate.QUARANTINE) {
			return "redirect:" + HERE;
		}
		model.addAttribute("page", new QuarantinedPage(mail));
		return "coordination/inbox/quarantined";
	}

}
