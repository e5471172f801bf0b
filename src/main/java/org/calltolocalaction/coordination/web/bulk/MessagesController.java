package org.calltolocalaction.coordination.web.bulk;

import org.calltolocalaction.coordination.web.ConfirmedForm;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.request.PageNumber;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.notifications.coordinators.CancelMessage;
import org.calltolocalaction.notifications.coordinators.MessageId;
import org.calltolocalaction.notifications.coordinators.ReadMessages;
import org.calltolocalaction.notifications.coordinators.ReadMessages.Page;
import org.calltolocalaction.notifications.coordinators.SentMessage;
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

/** What was written to many governments: how far it has come, and to cancel it. */
@Controller
@RequestMapping("/coordination/messages")
class MessagesController {

	private static final String HERE = "/coordination/messages";

	private final ReadMessages messages;

	private final CancelMessage cancel;

	MessagesController(ReadMessages messages, CancelMessage cancel) {
		this.messages = messages;
		this.cancel = cancel;
	}

	/** The list. */
	record MessagesPage(Page list, @Nullable String previous, @Nullable String next) {
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String page, Person by, Model model) {
		Page list = messages.list(PageNumber.of(page), by);
		model.addAttribute("page",
				new MessagesPage(list, list.number() > 1 ? HERE + "?page=" + (list.number() - 1) : null,
						list.hasNext() ? HERE + "?page=" + (list.number() + 1) : null));
		return "coordination/bulk/messages";
	}

	@GetMapping("/{message}")
	String message(@PathVariable MessageId message, Person by, Model model) {
		model.addAttribute("form", ConfirmedForm.EMPTY);
		return shown(messages.message(message, by), model);
	}

	@PostMapping("/{message}/cancel")
	String cancel(@PathVariable MessageId message, @ModelAttribute("form") ConfirmedForm form, BindingResult errors,
			Person by, Model model, RedirectAttributes redirect) {
		form.check("messages.reason.missing", errors);
		if (errors.hasErrors()) {
			return shown(messages.message(message, by), model);
		}
		try {
			int stopped = cancel.cancel(message, form.reason(), by);
			redirect.addFlashAttribute("message", "messages.cancelled");
			redirect.addFlashAttribute("messageArguments", new Object[] { stopped });
			return "redirect:" + HERE + "/" + message;
		}
		catch (Refused refused) {
			errors.rejectValue("reason", refused.messageKey());
			return shown(messages.message(message, by), model);
		}
	}

	private static String shown(SentMessage message, Model model) {
		model.addAttribute("page", message);
		return "coordination/bulk/message";
	}

}
