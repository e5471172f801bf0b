package org.calltolocalaction.coordination.web;

import org.calltolocalaction.coordination.figures.Overview;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.inbox.MailTasks;
import org.calltolocalaction.notifications.inbox.ReceivedMails;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What coordinators see first. */
@Controller
class OverviewController {

	private final Overview overview;

	private final MailTasks mailTasks;

	private final ReceivedMails received;

	OverviewController(Overview overview, MailTasks mailTasks, ReceivedMails received) {
		this.overview = overview;
		this.mailTasks = mailTasks;
		this.received = received;
	}

	/**
	 * How much came back of mails that waits for somebody.
	 *
	 * @param quarantined mails of which nobody knows whose they are
	 */
	record InboxFigures(int tasks, int quarantined) {
	}

	@GetMapping("/coordination")
	String overview(Person by, Model model) {
		model.addAttribute("page", overview.of(by));
		model.addAttribute("inbox", new InboxFigures(mailTasks.countOpen(by), received.countQuarantined(by)));
		return "coordination/overview";
	}

}
