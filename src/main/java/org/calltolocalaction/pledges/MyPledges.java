package org.calltolocalaction.pledges;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pledges that a member may see and change: those of their own government, and nobody
 * else's.
 */
@Service
@Transactional(readOnly = true)
public class MyPledges {

	static final int PAGE_SIZE = 50;

	private static final Set<PledgeState> PRESENT = EnumSet.complementOf(EnumSet.of(PledgeState.DISCARDED));

	private final Pledges pledges;

	private final Governments governments;

	MyPledges(Pledges pledges, Governments governments) {
		this.pledges = pledges;
		this.governments = governments;
	}

	/** All of them, last changed first; discarded drafts are left out. */
	public List<Pledge> of(Person member) {
		return pledges.of(governmentOf(member).id())
			.stream()
			.filter(pledge -> pledge.state() != PledgeState.DISCARDED)
			.toList();
	}

	/** Which these are, for whoever reads one after the other. */
	public List<PledgeReference> references(Person member) {
		return pledges.referencesOf(governmentOf(member).id().value(), PRESENT);
	}

	/**
	 * A page of them, last changed first; discarded drafts are left out.
	 * @param page from 1; beyond the last one it is empty
	 */
	public Slice<Pledge> page(Person member, int page) {
		return pledges.ofGovernment(governmentOf(member).id().value(), PRESENT, PageRequest.of(page - 1, PAGE_SIZE));
	}

	/**
	 * The drafts that were discarded last and can be brought back, last changed first; as
	 * many as a page lists.
	 */
	public List<Pledge> discarded(Person member) {
		return pledges
			.ofGovernment(governmentOf(member).id().value(), Set.of(PledgeState.DISCARDED),
					PageRequest.of(0, PAGE_SIZE))
			.getContent();
	}

	/**
	 * What goes on with this pledge of theirs, oldest first; discarded drafts are left
	 * out.
	 */
	public List<Pledge> continuing(Pledge earlier) {
		return pledges.continuing(earlier.reference())
			.stream()
			.filter(pledge -> pledge.state() != PledgeState.DISCARDED)
			.toList();
	}

	/**
	 * The pledge, if it is the member's government's; else it is not found, just as if
	 * there were none. A draft is nobody else's to read, also not in the member's place.
	 */
	public Pledge pledge(PledgeReference reference, Person member) {
		Pledge pledge = theirs(pledges.pledge(reference), member);
		if (member.viewed() && !pledge.submitted()) {
			throw new Refused("pledges.viewing.draft");
		}
		return pledge;
	}

	@Transactional
	public Pledge forChange(PledgeReference reference, Person member) {
		return theirs(pledges.forChange(reference), member);
	}

	/** The government the person acts for, or {@link NotFound}. */
	public Government governmentOf(Person member) {
		return governments.own(member);
	}

	/**
	 * The same for what only an open government may do. Until this transaction ends
	 * nobody closes it.
	 * @throws Refused where it is closed
	 */
	@Transactional
	public Government openGovernmentOf(Person member) {
		return governments.ownOpen(member);
	}

	/** Whether it is closed; until this transaction ends it stays so or open. */
	@Transactional
	public boolean closes(Government government) {
		return governments.closed(government.id());
	}

	private Pledge theirs(Pledge pledge, Person member) {
		if (!pledge.government().equals(governmentOf(member).id())) {
			throw new NotFound("Pledge " + pledge.reference());
		}
		return pledge;
	}

}
