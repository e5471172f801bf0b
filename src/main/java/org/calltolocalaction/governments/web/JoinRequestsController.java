package org.calltolocalaction.governments.web;

import java.util.List;
import org.calltolocalaction.governments.membership.DecideJoinRequest;
import org.calltolocalaction.governments.membership.JoinRequests;
import org.calltolocalaction.governments.membership.MembershipId;
import org.calltolocalaction.governments.web.RequestLines.RequestLine;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.request.PageNumber;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where coordinators decide requests to join: above all those that no member is there to
 * decide.
 */
@Controller
class JoinRequestsController {

	/**
	 * What coordinators see of all that is asked, the longest waiting first.
	 *
	 * @param previous the address of the page before this one, or null
	 * @param next the address of the page after this one, or null
	 */
	record RequestsPage(List<RequestLine> requests, long found, @Nullable String previous, @Nullable String next) {
	}

	static final String HERE = "/coordination/governments/requests";

	private final JoinRequests joinRequests;

	private final RequestLines lines;

	private final DecideJoinRequest decideJoinRequest;

	JoinRequestsController(JoinRequests joinRequests, RequestLines lines, DecideJoinRequest decideJoinRequest) {
		this.joinRequests = joinRequests;
		this.lines = lines;
		this.decideJoinRequest = decideJoinRequest;
	}

	@GetMapping(HERE)
	String list(@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String page, Person by, Model model) {
		JoinRequests.Listed listed = joinRequests.page(PageNumber.of(page), by);
		String of = HERE + "?page=";
		model.addAttribute("page",
				new RequestsPage(lines.of(listed.requests()), listed.found(),
						listed.number() > 1 ? of + (listed.number() - 1) : null,
						listed.number() < listed.pages() ? of + (listed.number() + 1) : null));
		return "governments/requests";
	}

	@GetMapping(HERE + "/{request}")
	String one(@PathVariable MembershipId request, Person by, Model model) {
		JoinRequests.Asked asked = joinRequests.ofAny(request, by);
		model.addAttribute("page", new RequestPage(asked, lines.of(asked.request()), HERE, HERE));
		return "governments/request";
	}

	@PostMapping(HERE + "/agree")
	String agree(Person by, @RequestParam MembershipId request, RedirectAttributes redirect) {
		decideJoinRequest.agree(by, request);
		redirect.addFlashAttribute("message", "governments.requests.agreed");
		return "redirect:" + HERE;
	}

	@PostMapping(HERE + "/refuse")
	String refuse(Person by, @RequestParam MembershipId request, RedirectAttributes redirect) {
		decideJoinRequest.refuse(by, request);
		redirect.addFlashAttribute("message", "governments.requests.refused");
		return "redirect:" + HERE;
	}

}
