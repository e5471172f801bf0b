package org.calltolocalaction.governments.web;

import jakarta.servlet.http.HttpServletRequest;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.invitation.AcceptInvitation;
import org.calltolocalaction.governments.invitation.DeclineInvitation;
import org.calltolocalaction.governments.invitation.InvitationId;
import org.calltolocalaction.governments.invitation.InviteColleague;
import org.calltolocalaction.governments.invitation.InviteColleague.Outcome;
import org.calltolocalaction.governments.membership.Colleagues;
import org.calltolocalaction.governments.membership.RemoveMember;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.TypedEmail;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.request.ClientAddress;
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
 * Where members invite colleagues, take invitations back and end memberships, and where
 * the invited answer.
 */
@Controller
@RequestMapping("/my/government")
class ColleaguesController {

	/** What members read before they end somebody's membership. */
	record RemovePage(Person member, Government government) {
	}

	private static final String HERE = "redirect:/my/government";

	private final Governments governments;

	private final InviteColleague inviteColleague;

	private final AcceptInvitation acceptInvitation;

	private final DeclineInvitation declineInvitation;

	private final Colleagues colleagues;

	private final RemoveMember removeMember;

	private final OwnGovernmentPages pages;

	private final TypedEmail typed;

	ColleaguesController(Governments governments, InviteColleague inviteColleague, AcceptInvitation acceptInvitation,
			DeclineInvitation declineInvitation, Colleagues colleagues, RemoveMember removeMember,
			OwnGovernmentPages pages, TypedEmail typed) {
		this.governments = governments;
		this.inviteColleague = inviteColleague;
		this.acceptInvitation = acceptInvitation;
		this.declineInvitation = declineInvitation;
		this.colleagues = colleagues;
		this.removeMember = removeMember;
		this.pages = pages;
		this.typed = typed;
	}

	@PostMapping("/invite")
	String invite(Person person, @ModelAttribute("form") InvitationForm form, BindingResult errors, Model model,
			HttpServletRequest request, RedirectAttributes redirect) {
		Government own = governments.own(person);
		ClientAddress from = ClientAddress.of(request.getRemoteAddr());
		typed.in(form.email(), errors).ifPresent(address -> invite(person, address, from, errors, redirect));
		if (errors.hasErrors()) {
			model.addAttribute("page", pages.of(own, person));
			return "governments/mine";
		}
		return HERE;
	}

	/**
	 * Where the page stands that came back with an error: reloading it, or another
	 * language, must not fail.
	 */
	@GetMapping("/invite")
	String afterAnError() {
		return HERE;
	}

	@PostMapping("/invitations/take-back")
	String takeBack(Person person, @RequestParam InvitationId invitation, RedirectAttributes redirect) {
		inviteColleague.takeBack(person, invitation);
		redirect.addFlashAttribute("message", "governments.invitations.takenBack");
		return HERE;
	}

	@PostMapping("/invitations/accept")
	String accept(Person person, @RequestParam InvitationId invitation, RedirectAttributes redirect) {
		acceptInvitation.accept(person, invitation);
		redirect.addFlashAttribute("message", "governments.invitations.accepted");
		return HERE;
	}

	@PostMapping("/invitations/decline")
	String decline(Person person, @RequestParam InvitationId invitation, RedirectAttributes redirect) {
		declineInvitation.decline(person, invitation);
		redirect.addFlashAttribute("message", "governments.invitations.declined");
		return HERE;
	}

	@GetMapping("/members/{account}/remove")
	String askWhetherToRemove(Person person, @PathVariable AccountId account, Model model) {
		model.addAttribute("page", new RemovePage(colleagues.colleague(person, account).person(),
				governments.actedForBy(person.id()).orElseThrow()));
		return "governments/remove";
	}

	@PostMapping("/members/{account}/remove")
	String remove(Person person, @PathVariable AccountId account, RedirectAttributes redirect) {
		removeMember.remove(person, account);
		redirect.addFlashAttribute("message", "governments.members.removed");
		return HERE;
	}

	private void invite(Person by, EmailAddress address, ClientAddress from, BindingResult errors,
			RedirectAttributes redirect) {
		try {
			boolean isNew = inviteColleague.invite(by, address, from) == Outcome.INVITED;
			redirect.addFlashAttribute("message",
					isNew ? "governments.invitations.sent" : "governments.invitations.sentAlready");
			redirect.addFlashAttribute("messageArguments", new Object[] { address.display() });
		}
		catch (Refused refused) {
			errors.rejectValue("email", refused.messageKey(), refused.arguments(), null);
		}
	}

}
