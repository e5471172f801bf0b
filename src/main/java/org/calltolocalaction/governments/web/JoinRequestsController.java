package org.calltolocalaction.governments.web;

import java.util.List;
import org.calltolocalaction.governments.membership.DecideJoinRequest;
import org.calltolocalaction.governments.membership.JoinRequests;
import org.calltolocalaction.governments.membership.JoinRequests.JoinRequest;
import org.calltolocalaction.governments.membership.MembershipId;
import org.calltolocalaction.identity.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where coordinators decide requests to join: above all those that no member is there to
 * decide.
 */
@Controller
@RequestMapping("/coordination/governments")
class JoinRequestsController {

	/** What coordinators see of all that is asked. */
	record RequestsPage(List<JoinRequest> requests) {
	}

	private static final String HERE = "redirect:/coordination/governments";

	private final JoinRequests joinRequests;

	private final DecideJoinRequest decideJoinRequest;

	JoinRequestsController(JoinRequests joinRequests, DecideJoinRequest decideJoinRequest) {
		this.joinRequests = joinRequests;
		this.decideJoinRequest = decideJoinRequest;
	}

	@GetMapping
	String list(Person by, Model model) {
		model.addAttribute("page", new RequestsPage(joinRequests.all(by)));
		return "governments/requests";
	}

	@PostMapping("/agree")
	String agree(Person by, @RequestParam MembershipId request, RedirectAttributes redirect) {
		decideJoinRequest.agree(by, request);
		redirect.addFlashAttribute("message", "governments.requests.agreed");
		return HERE;
	}

	@PostMapping("/refuse")
	String refuse(Person by, @RequestParam MembershipId request, RedirectAttributes redirect) {
		decideJoinRequest.refuse(by, request);
		redirect.addFlashAttribute("message", "governments.requests.refused");
		return HERE;
	}

}
