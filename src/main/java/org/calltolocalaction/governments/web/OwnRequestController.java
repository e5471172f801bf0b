package org.calltolocalaction.governments.web;

import org.calltolocalaction.governments.membership.DecideJoinRequest;
import org.calltolocalaction.governments.membership.JoinRequests;
import org.calltolocalaction.governments.membership.JoinRequests.Asked;
import org.calltolocalaction.governments.membership.MembershipId;
import org.calltolocalaction.identity.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where members answer a request to join their government; mails lead to the page of one.
 */
@Controller
@RequestMapping("/my/government")
class OwnRequestController {

	private static final String HERE = "/my/government";

	private final JoinRequests joinRequests;

	private final RequestLines lines;

	private final DecideJoinRequest decideJoinRequest;

	OwnRequestController(JoinRequests joinRequests, RequestLines lines, DecideJoinRequest decideJoinRequest) {
		this.joinRequests = joinRequests;
		this.lines = lines;
		this.decideJoinRequest = decideJoinRequest;
	}

	@GetMapping("/requests/{request}")
	String one(@PathVariable MembershipId request, Person member, Model model) {
		Asked asked = joinRequests.ofOwn(request, member);
		model.addAttribute("page", new RequestPage(asked, lines.of(asked.request()), HERE, HERE));
		return "governments/request";
	}

	@PostMapping("/agree")
	String agree(Person person, @RequestParam MembershipId request, RedirectAttributes redirect) {
		decideJoinRequest.agree(person, request);
		redirect.addFlashAttribute("message", "governments.requests.agreed");
		return "redirect:" + HERE;
	}

	@PostMapping("/refuse")
	String refuse(Person person, @RequestParam MembershipId request, RedirectAttributes redirect) {
		decideJoinRequest.refuse(person, request);
		redirect.addFlashAttribute("message", "governments.requests.refused");
		return "redirect:" + HERE;
	}

}
