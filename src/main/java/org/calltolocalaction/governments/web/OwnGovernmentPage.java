package org.calltolocalaction.governments.web;

import java.util.List;
import java.util.Map;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.invitation.OpenInvitations.DeclinedInvitation;
import org.calltolocalaction.governments.invitation.OpenInvitations.OpenInvitation;
import org.calltolocalaction.governments.membership.Colleagues.Colleague;
import org.calltolocalaction.governments.web.RequestLines.RequestLine;
import org.calltolocalaction.post.RefusedAddresses.RefusedAddress;

/**
 * What members see of the government for which they act.
 *
 * @param refused which of the addresses on the page take no mail, by address
 * @param received invitations to other governments
 */
record OwnGovernmentPage(Government government, List<Colleague> members, List<OpenInvitation> invitations,
		Map<String, RefusedAddress> refused, List<DeclinedInvitation> declined, List<OpenInvitation> received,
		List<RequestLine> requests) {
}
