package org.calltolocalaction.coordination;

import java.util.List;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.post.RefusedAddresses;
import org.calltolocalaction.post.RefusedAddresses.RefusedAddress;
import org.springframework.stereotype.Component;

/** The contacts of a pledge at whose addresses no mail arrives. */
@Component
class UndeliverableContacts {

	private final PledgeForm form;

	private final RefusedAddresses refusedAddresses;

	UndeliverableContacts(PledgeForm form, RefusedAddresses refusedAddresses) {
		this.form = form;
		this.refusedAddresses = refusedAddresses;
	}

	List<RefusedAddress> of(Revision revision) {
		return List.copyOf(refusedAddresses.among(form.definition().emails(revision.answers())).values());
	}

}
