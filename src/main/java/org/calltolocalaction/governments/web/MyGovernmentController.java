package org.calltolocalaction.governments.web;

import java.util.List;
import java.util.Optional;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.invitation.OpenInvitations;
import org.calltolocalaction.governments.invitation.OpenInvitations.OpenInvitation;
import org.calltolocalaction.governments.membership.AskToJoin;
import org.calltolocalaction.governments.membership.JoinReminder;
import org.calltolocalaction.governments.membership.JoinRequests;
import org.calltolocalaction.governments.membership.JoinRequests.JoinRequest;
import org.calltolocalaction.governments.membership.LeaveGovernment;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where a person sees the government for which they act, waits to join it, or chooses
 * one.
 */
@Controller
@RequestMapping("/my/government")
class MyGovernmentController {

	/**
	 * What people see who asked to join a government.
	 *
	 * @param members whether it has members, who decide then
	 */
	record WaitingToJoinPage(JoinRequest request, boolean members, List<OpenInvitation> invitations) {

		/** When those who can answer are reminded, and when the coordinators are told. */
		public JoinReminder[] reminders() {
			return JoinReminder.values();
		}

	}

	/** What people see who act for no government. */
	record ChoosePage(String typed, List<Government> found, List<OpenInvitation> invitations) {
	}

	private static final String HERE = "redirect:/my/government";

	private final Governments governments;

	private final JoinRequests joinRequests;

	private final AskToJoin askToJoin;

	private final LeaveGovernment leaveGovernment;

	private final OpenInvitations openInvitations;

	private final OwnGovernmentPages pages;

	MyGovernmentController(Governments governments, JoinRequests joinRequests, AskToJoin askToJoin,
			LeaveGovernment leaveGovernment, OpenInvitations openInvitations, OwnGovernmentPages pages) {
		this.governments = governments;
		this.joinRequests = joinRequests;
		this.askToJoin = askToJoin;
		this.leaveGovernment = leaveGovernment;
		this.openInvitations = openInvitations;
		this.pages = pages;
	}

	@GetMapping
	String show(Person person, @RequestParam(defaultValue = "") @As(Text.SEARCH) String q, Model model) {
		Optional<Government> own = governments.actedForBy(person.id());
		if (own.isPresent()) {
			model.addAttribute("form", new InvitationForm(""));
			return shown("governments/mine", pages.of(own.get(), person), model);
		}
		List<OpenInvitation> invitations = openInvitations.to(person);
		Optional<JoinRequest> waiting = joinRequests.of(person.id());
		if (waiting.isPresent()) {
			boolean members = !governments.members(waiting.get().government().id()).isEmpty();
			return shown("governments/waiting", new WaitingToJoinPage(waiting.get(), members, invitations), model);
		}
		List<Government> found = StringUtils.hasText(q) ? governments.search(q) : List.of();
		return shown("governments/choose", new ChoosePage(q, found, invitations), model);
	}

	private static String shown(String view, Object page, Model model) {
		model.addAttribute("page", page);
		return view;
	}

	@PostMapping("/join")
	String join(Person person, @RequestParam GovernmentId government) {
		askToJoin.ask(person, government);
		return HERE;
	}

	@PostMapping("/leave")
	String leave(Person person, RedirectAttributes redirect) {
		leaveGovernment.leave(person);
		redirect.addFlashAttribute("message", "governments.left");
		return HERE;
	}

}
