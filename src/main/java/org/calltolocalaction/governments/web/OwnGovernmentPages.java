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

/** Gathers the page of the government for which somebody acts. */
@Component
class OwnGovernmentPages {

	private final Colleagues colleagues;

	private final OpenInvitations openInvitations;

	private final JoinRequests joinRequests;

	private final RequestLines requestLines;

	private final RefusedAddresses refusedAddresses;

	OwnGovernmentPages(Colleagues colleagues, OpenInvitations openInvitations, JoinRequests joinRequests,
			RequestLines requestLines, RefusedAddresses refusedAddresses) {
		this.colleagues = colleagues;
		this.openInvitations = openInvitations;
		this.joinRequests = joinRequests;
		this.requestLines = requestLines;
		this.refusedAddresses = refusedAddresses;
	}

	OwnGovernmentPage of(Government government, Person reader) {
		List<Colleague> members = colleagues.of(government.id());
		List<OpenInvitation> invitations = openInvitations.of(government.id());
		List<String> addresses = Stream
			.concat(members.stream().map(member -> member.person().email()),
					invitations.stream().map(OpenInvitation::email))
			.toList();
		return new OwnGovernmentPage(government, members, invitations, refusedAddresses.among(addresses),
				openInvitations.declined(government.id()), openInvitations.to(reader),
				requestLines.of(joinRequests.to(government.id())));
	}

}
