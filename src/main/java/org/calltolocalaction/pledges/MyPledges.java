package org.calltolocalaction.pledges;

import java.util.List;
import java.util.stream.Stream;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a member may see and change: the pledges of their own government, and nobody else's. */
@Service
@Transactional(readOnly = true)
public class MyPledges {

	private final Pledges pledges;

	private final Governments governments;

	MyPledges(Pledges pledges, Governments governments) {
		this.pledges = pledges;
		this.governments = governments;
	}

	/** Last changed first; discarded drafts are left out. */
	public List<Pledge> of(Person member) {
		return all(member).filter(pledge -> pledge.state() != PledgeState.DISCARDED).toList();
	}

	/** The drafts that were discarded and can be brought back, last changed first. */
	public List<Pledge> discarded(Person member) {
		return all(member).filter(pledge -> pledge.state() == PledgeState.DISCARDED).toList();
	}

	/** What goes on with this pledge of theirs, oldest first; discarded drafts are left out. */
	public List<Pledge> continuing(Pledge earlier) {
		return pledges.continuing(earlier.reference())
			.stream()
			.filter(pledge -> pledge.state() != PledgeState.DISCARDED)
			.toList();
	}

	/** The pledge, if it is the member's government's; else it is not found, just as if there were none. */
	public Pledge pledge(PledgeReference reference, Person member) {
		return theirs(pledges.pledge(reference), member);
	}

	@Transactional
	Pledge forChange(PledgeReference reference, Person member) {
		return theirs(pledges.forChange(reference), member);
	}

	/** The government the person acts for, or {@link NotFound}. */
	public Government governmentOf(Person member) {
		return governments.own(member);
	}

	private Stream<Pledge> all(Person member) {
		return pledges.of(governmentOf(member).id()).stream();
	}

	private Pledge theirs(Pledge pledge, Person member) {
		if (!pledge.government().equals(governmentOf(member).id())) {
			throw new NotFound("Pledge " + pledge.reference());
		}
		return pledge;
	}

}
