package org.calltolocalaction.notifications.leaving.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.calltolocalaction.kernel.operation.SecurityEvents.Event;
import org.calltolocalaction.kernel.operation.SecurityEvents;
import org.calltolocalaction.kernel.request.SecretAddress;
import org.calltolocalaction.notifications.leaving.LeaveMails;
import org.calltolocalaction.notifications.leaving.LeavingToken;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Where a mail program leads whoever wants no more of such mails, and where it sends
 * their wish by itself (RFC 8058): hence without session and without the token of a form,
 * and answered at once. Opening it does nothing, because mail scanners follow every
 * address.
 */
@Controller
@RequestMapping("/emails/leave/{token}")
class LeaveMailsController {

	private final LeaveMails leaveMails;

	private final SecurityEvents events;

	LeaveMailsController(LeaveMails leaveMails, SecurityEvents events) {
		this.leaveMails = leaveMails;
		this.events = events;
	}

	/** What the page says. */
	enum Standing {

		/** It can be done here. */
		ASKS,

		/** It is done. */
		DONE,

		/** It cannot be done here, or not any more. */
		CLOSED

	}

	/**
	 * The page, for whoever has the address.
	 *
	 * @param path where it is
	 */
	record LeavingPage(Standing standing, String path) {

		public boolean is(String other) {
			return standing.name().equals(other);
		}

	}

	@GetMapping
	String ask(@PathVariable LeavingToken token, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		return shown(leaveMails.opens(token) ? Standing.ASKS : Standing.CLOSED, token, model, request, response);
	}

	@PostMapping
	String leave(@PathVariable LeavingToken token, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		boolean left = leaveMails.leave(token);
		if (left) {
			events.note(Event.MAILS_LEFT, request, null);
		}
		return shown(left ? Standing.DONE : Standing.CLOSED, token, model, request, response);
	}

	private String shown(Standing standing, LeavingToken token, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		SecretAddress.keep(response);
		if (standing == Standing.CLOSED) {
			events.note(Event.LINK_REFUSED, request, null);
			response.setStatus(HttpStatus.NOT_FOUND.value());
		}
		model.addAttribute("page", new LeavingPage(standing, token.path()));
		return "notifications/leaving";
	}

}
