package org.calltolocalaction.governments.web;

import org.calltolocalaction.governments.Colleagues;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.JoinRequests;
import org.calltolocalaction.governments.OpenInvitations;
import org.calltolocalaction.identity.Person;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of the government for which somebody acts; two controllers end on it. */
@Component
class OwnGovernmentPage {

	private final Colleagues colleagues;

	private final OpenInvitations openInvitations;

	private final JoinRequests joinRequests;

	OwnGovernmentPage(Colleagues colleagues, OpenInvitations openInvitations, JoinRequests joinRequests) {
		this.colleagues = colleagues;
		this.openInvitations = openInvitations;
		this.joinRequests = joinRequests;
	}

	String of(Government government, Person reader, Model model) {
		model.addAttribute("government", government);
		model.addAttribute("members", colleagues.of(government.id()));
		model.addAttribute("invitations", openInvitations.of(government.id()));
		model.addAttribute("declined", openInvitations.declined(government.id()));
		model.addAttribute("received", openInvitations.to(reader));
		model.addAttribute("requests", joinRequests.to(government.id()));
		return "governments/mine";
	}

}
