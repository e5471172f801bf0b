package org.calltolocalaction.reviews.duedates.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.request.SecretAddress;
import org.calltolocalaction.reviews.duedates.CalendarLinks;
import org.calltolocalaction.reviews.duedates.MakeCalendarLink;
import org.calltolocalaction.reviews.duedates.RevokeCalendarLink;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a reviewer makes, renews and revokes the address for their calendar. */
@Controller
@RequestMapping("/reviews/calendar-link")
class CalendarLinkController {

	private final CalendarLinks links;

	private final MakeCalendarLink makeCalendarLink;

	private final RevokeCalendarLink revokeCalendarLink;

	private final DeskProperties desk;

	CalendarLinkController(CalendarLinks links, MakeCalendarLink makeCalendarLink,
			RevokeCalendarLink revokeCalendarLink, DeskProperties desk) {
		this.links = links;
		this.makeCalendarLink = makeCalendarLink;
		this.revokeCalendarLink = revokeCalendarLink;
		this.desk = desk;
	}

	/**
	 * A reviewer's calendar link.
	 *
	 * @param since when it was made; null where there is none
	 * @param made the address, this once; null where it was not made just now
	 */
	record CalendarLinkPage(@Nullable Instant since, @Nullable URI made) {
	}

	@GetMapping
	String page(Person reviewer, Model model) {
		return shown(reviewer, null, model);
	}

	/**
	 * Answered at once and not by another address: the link is shown this once, and
	 * nothing keeps it until another page.
	 */
	@PostMapping
	String make(Person reviewer, Model model, HttpServletResponse response) {
		URI made = desk.addressOf(makeCalendarLink.make(reviewer).path());
		SecretAddress.keep(response);
		return shown(reviewer, made, model);
	}

	@PostMapping("/revocation")
	String revoke(Person reviewer, RedirectAttributes redirect) {
		revokeCalendarLink.revoke(reviewer);
		redirect.addFlashAttribute("message", "duedates.link.revoked");
		return "redirect:/reviews/calendar-link";
	}

	private String shown(Person reviewer, @Nullable URI made, Model model) {
		model.addAttribute("page", new CalendarLinkPage(links.madeAt(reviewer.id()).orElse(null), made));
		return "reviews/duedates/link";
	}

}
