package org.calltolocalaction.notifications.edition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Pledges;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds whom an extension concerns. */
@Component
@Transactional(readOnly = true)
class ExtensionHolders {

	private final Pledges pledges;

	private final Governments governments;

	ExtensionHolders(Pledges pledges, Governments governments) {
		this.pledges = pledges;
		this.governments = governments;
	}

	/**
	 * @param pledge for which alone the extension is
	 * @param drafts what can still be submitted by it, the first of them
	 */
	record Concerned(Government government, List<Person> members, Optional<Pledge> pledge, List<Pledge> drafts) {

		/** What a mail about it is about. */
		Object about(Object edition) {
			return pledge.<Object>map(Pledge::reference).orElse(edition);
		}

	}

	Concerned by(Holder holder) {
		Optional<Pledge> pledge = Optional.of(holder)
			.filter(Holder::isPledge)
			.map(one -> pledges.pledge(new PledgeReference(one.id())));
		GovernmentId government = pledge.map(Pledge::government).orElseGet(() -> GovernmentId.of(holder.id()));
		List<Pledge> drafts = pledge
			.map(one -> Stream.of(one).filter(alone -> alone.state() == PledgeState.DRAFT).toList())
			.orElseGet(() -> pledges
				.ofGovernment(government.value(), List.of(PledgeState.DRAFT), Pageable.ofSize(MailText.LISTED_AT_MOST))
				.getContent());
		return new Concerned(governments.government(government), governments.members(government), pledge, drafts);
	}

}
