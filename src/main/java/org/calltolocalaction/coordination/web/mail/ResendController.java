package org.calltolocalaction.coordination.web.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.coordination.mails.ResendMails;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.notifications.MailId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Has mails sent again: one, or those that have failed and are found. */
@Controller
@RequestMapping(MailLogAddress.HERE)
class ResendController {

	private final ResendMails resend;

	private final MailLogPages pages;

	ResendController(ResendMails resend, MailLogPages pages) {
		this.resend = resend;
		this.pages = pages;
	}

	@PostMapping("/{id}/resend")
	String one(@PathVariable MailId id, @RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String once, Person by,
			RedirectAttributes redirect) {
		try {
			MailId sent = resend.resend(id, named(once), by);
			redirect.addFlashAttribute("message", sent.equals(id) ? "mails.resent" : "mails.copied");
			return "redirect:" + MailLogAddress.HERE + "/" + sent;
		}
		catch (Refused refused) {
			redirect.addFlashAttribute("refusal", refused.messageKey());
			return "redirect:" + MailLogAddress.HERE + "/" + id;
		}
	}

	@GetMapping("/resend")
	String preview(@RequestParam(defaultValue = "") @As(Text.SEARCH) String q, Person by, Locale language,
			Model model) {
		return preview(address(q), false, by, language, model);
	}

	@PostMapping("/resend")
	String failed(@RequestParam(defaultValue = "") @As(Text.SEARCH) String q,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String foreseen, Person by, Locale language,
			Model model, RedirectAttributes redirect) {
		MailLogAddress address = address(q);
		Optional<Integer> sent = resend.resendFailed(pages.failed(address, language), foreseen, by);
		if (sent.isEmpty()) {
			return preview(address, true, by, language, model);
		}
		redirect.addFlashAttribute("message", "mails.resend.many");
		redirect.addFlashAttribute("messageArguments", new Object[] { sent.get() });
		return "redirect:" + address.link();
	}

	private String preview(MailLogAddress address, boolean changed, Person by, Locale language, Model model) {
		model.addAttribute("page", pages.resend(address, changed, by, language));
		return "coordination/mails/resend";
	}

	private static MailLogAddress address(String typed) {
		return MailLogAddress.of(typed, "", "", List.of());
	}

	/** Whoever sends no name, or none that can be one, does it under another. */
	private static UUID named(String once) {
		try {
			return UUID.fromString(once);
		}
		catch (IllegalArgumentException none) {
			return UUID.randomUUID();
		}
	}

}
