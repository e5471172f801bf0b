package org.calltolocalaction.notifications.edition;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

	/** The same of many at once. */
	Map<Holder, Concerned> by(Collection<Holder> holders) {
		List<Pledge> extended = pledges
			.all(holders.stream().filter(Holder::isPledge).map(one -> new PledgeReference(one.id())).toList());
		List<GovernmentId> whose = extended.stream().map(Pledge::government).distinct().toList();
		Map<GovernmentId, Government> bodies = governments.all(whose);
		Map<GovernmentId, List<Person>> members = governments.members(whose);
		Map<Holder, Concerned> concerned = new HashMap<>();
		for (Pledge pledge : extended) {
			concerned.put(Holder.pledge(pledge.reference().value()),
					new Concerned(Objects.requireNonNull(bodies.get(pledge.government()), "A pledge is a government's"),
							members.getOrDefault(pledge.government(), List.of()), Optional.of(pledge),
							Stream.of(pledge).filter(alone -> alone.state() == PledgeState.DRAFT).toList()));
		}
		holders.stream().filter(holder -> !holder.isPledge()).forEach(holder -> concerned.put(holder, by(holder)));
		return concerned;
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
