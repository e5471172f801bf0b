package org.calltolocalaction.coordination.web.inbox;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.coordination.inbox.ReadMailTasks;
import org.calltolocalaction.coordination.inbox.ReadMailTasks.Detail;
import org.calltolocalaction.coordination.inbox.ReadMailTasks.Listed;
import org.calltolocalaction.coordination.inbox.ReadMailTasks.Undelivered;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.request.PageNumber;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.notifications.inbox.EndMailTask;
import org.calltolocalaction.notifications.inbox.MailTask.End;
import org.calltolocalaction.notifications.inbox.MailTaskId;
import org.calltolocalaction.notifications.inbox.ReceivedMails;
import org.calltolocalaction.post.inbox.InboxState;
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

/**
 * Where coordinators work through mails that did not arrive, and answers: each task has
 * what helps to do it on one page.
 */
@Controller
@RequestMapping("/coordination/mail-tasks")
class MailTaskController {

	private static final String HERE = "/coordination/mail-tasks";

	private final ReadMailTasks tasks;

	private final ReceivedMails received;

	private final EndMailTask end;

	private final LookIntoMailbox mailbox;

	MailTaskController(ReadMailTasks tasks, ReceivedMails received, EndMailTask end, LookIntoMailbox mailbox) {
		this.tasks = tasks;
		this.received = received;
		this.end = end;
		this.mailbox = mailbox;
	}

	/**
	 * The list.
	 *
	 * @param quarantined how many mails wait for somebody to say whose they are
	 * @param mailbox whether answers and bounces are read at all
	 * @param state how the mailbox was found last; null where nobody has looked yet
	 */
	record TasksPage(Listed list, boolean open, int quarantined, boolean mailbox, @Nullable InboxState state,
			@Nullable String previous, @Nullable String next) {
	}

	/** One task, and how it can end without a mail. */
	record TaskPage(Detail detail, List<End> ends) {
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") @As(Text.CHOICE) String show,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String page, Person by, Model model) {
		boolean open = !show.equals("done");
		Listed found = tasks.list(open, PageNumber.of(page), by);
		int number = found.page().number();
		model.addAttribute("page",
				new TasksPage(found, open, received.countQuarantined(by), mailbox.configured(),
						mailbox.state().orElse(null), number > 1 ? address(open, number - 1) : null,
						found.page().hasNext() ? address(open, number + 1) : null));
		return "coordination/inbox/tasks";
	}

	private static String address(boolean open, int number) {
		return HERE + "?page=" + number + (open ? "" : "&show=done");
	}

	@GetMapping("/{task}")
	String task(@PathVariable MailTaskId task, Person by, Model model) {
		Detail detail = tasks.detail(task, by);
		model.addAttribute("form",
				new SendAgainForm(detail.elsewhere().isEmpty() ? SendAgainForm.ANOTHER : "", "",
						detail.mails()
							.stream()
							.filter(Undelivered::canBeSentAgain)
							.map(undelivered -> undelivered.mail().id().toString())
							.toList()));
		model.addAttribute("ending", new EndForm("", ""));
		return shown(detail, model);
	}

	@PostMapping("/{task}/send-again")
	String sendAgain(@PathVariable MailTaskId task, @ModelAttribute("form") SendAgainForm form, BindingResult errors,
			Person by, Model model, RedirectAttributes redirect) {
		Optional<EmailAddress> to = form.check(errors);
		if (!errors.hasErrors()) {
			try {
				end.sendAgain(task, to.orElseThrow(), form.chosen(), by);
				redirect.addFlashAttribute("message", "inbox.sent-again");
				return "redirect:" + HERE + "/" + task;
			}
			catch (Refused refused) {
				errors.rejectValue("to", refused.messageKey());
			}
		}
		model.addAttribute("ending", new EndForm("", ""));
		return shown(tasks.detail(task, by), model);
	}

	@PostMapping("/{task}/end")
	String end(@PathVariable MailTaskId task, @ModelAttribute("ending") EndForm form, BindingResult errors, Person by,
			Model model, RedirectAttributes redirect) {
		Detail detail = tasks.detail(task, by);
		Optional<End> how = form.check(detail.task(), errors);
		if (errors.hasErrors()) {
			model.addAttribute("form", new SendAgainForm("", "", List.of()));
			return shown(detail, model);
		}
		end.end(task, how.orElseThrow(), form.note(), by);
		redirect.addFlashAttribute("message", "inbox.ended");
		return "redirect:" + HERE;
	}

	private static String shown(Detail detail, Model model) {
		model.addAttribute("page", new TaskPage(detail,
				Arrays.stream(End.values()).filter(end -> end.ends(detail.task().kind())).toList()));
		return "coordination/inbox/task";
	}

}
