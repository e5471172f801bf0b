package org.calltolocalaction.governments.web;

import java.util.List;
import java.util.stream.Stream;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.invitation.OpenInvitations;
import org.calltolocalaction.governments.invitation.OpenInvitations.OpenInvitation;
import org.calltolocalaction.governments.membership.Colleagues;
import org.calltolocalaction.governments.membership.Colleagues.Colleague;
import org.calltolocalaction.governments.membership.JoinRequests;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.post.RefusedAddresses;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of the government for which somebody acts; two controllers end on it. */
@Component
class OwnGovernmentPage {

	private final Colleagues colleagues;

	private final OpenInvitations openInvitations;

	private final JoinRequests joinRequests;

	private final RefusedAddresses refusedAddresses;

	OwnGovernmentPage(Colleagues colleagues, OpenInvitations openInvitations, JoinRequests joinRequests,
			RefusedAddresses refusedAddresses) {
		this.colleagues = colleagues;
		this.openInvitations = openInvitations;
		this.joinRequests = joinRequests;
		this.refusedAddresses = refusedAddresses;
	}

	String of(Government government, Person reader, Model model) {
		model.addAttribute("government", government);
		List<Colleague> members = colleagues.of(government.id());
		List<OpenInvitation> invitations = openInvitations.of(government.id());
		model.addAttribute("members", members);
		model.addAttribute("invitations", invitations);
		model.addAttribute("refused",
				refusedAddresses.among(
						Stream
							.concat(members.stream().map(member -> member.person().email()),
									invitations.stream().map(OpenInvitation::email))
							.toList()));
		model.addAttribute("declined", openInvitations.declined(government.id()));
		model.addAttribute("received", openInvitations.to(reader));
		model.addAttribute("requests", joinRequests.to(government.id()));
		return "governments/mine";
	}

}
