package org.calltolocalaction.notifications.edition;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.extension.Extension;
import org.calltolocalaction.editions.extension.Extensions;
import org.calltolocalaction.editions.extension.GrantedExtension;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Pledges;
import org.springframework.stereotype.Component;

/**
 * The pledges that wait for their governments, government by government and the earliest
 * begun first, for mails that list many.
 */
@Component
class WaitingPledges {

	private final Pledges pledges;

	private final Placements placements;

	private final Governments governments;

	private final Extensions extensions;

	private final Clock clock;

	WaitingPledges(Pledges pledges, Placements placements, Governments governments, Extensions extensions,
			Clock clock) {
		this.pledges = pledges;
		this.placements = placements;
		this.governments = governments;
		this.extensions = extensions;
		this.clock = clock;
	}

	/**
	 * Those of one government.
	 *
	 * @param members who act for it, and are written to
	 * @param extensions by which it has more time than everybody
	 */
	record OfGovernment(Government government, List<Person> members, List<Pledge> pledges, List<Extension> extensions) {
	}

	/** What is not submitted yet, and so counts for no edition. */
	List<OfGovernment> drafts(EditionYear year) {
		return byGovernment(year, pledges.inState(PledgeState.DRAFT).stream());
	}

	/** Drafts, and what counts for this edition and is to be submitted again. */
	List<OfGovernment> before(EditionYear year) {
		Stream<Pledge> submittedBefore = Stream.of(PledgeState.CHANGES_REQUESTED, PledgeState.REVIVED)
			.flatMap(state -> pledges.inState(state).stream())
			.filter(pledge -> placements.countsFor(pledge).is(year));
		return byGovernment(year, Stream.concat(pledges.inState(PledgeState.DRAFT).stream(), submittedBefore));
	}

	private List<OfGovernment> byGovernment(EditionYear year, Stream<Pledge> waiting) {
		List<Extension> running = extensions.running(year, clock.instant())
			.stream()
			.map(GrantedExtension::extension)
			.toList();
		return waiting.sorted(Comparator.comparing(Pledge::reference))
			.collect(Collectors.groupingBy(Pledge::government))
			.entrySet()
			.stream()
			.map(entry -> ofGovernment(entry.getKey(), entry.getValue(), running))
			.toList();
	}

	private OfGovernment ofGovernment(GovernmentId id, List<Pledge> waiting, List<Extension> running) {
		Set<Holder> holders = waiting.stream().map(Pledge::holders).flatMap(Set::stream).collect(Collectors.toSet());
		return new OfGovernment(governments.government(id), governments.members(id), waiting,
				running.stream().filter(extension -> holders.contains(extension.holder())).toList());
	}

}
