package org.calltolocalaction.governments.membership;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.membership.Membership.State;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who ever acted for a government or asked to, and how it ended, for who oversees it.
 */
@Component
@Transactional(readOnly = true)
public class MembershipHistory {

	/** How many are read; whoever came earlier stands on the trail. */
	public static final int MOST = 200;

	private final Memberships memberships;

	private final People people;

	MembershipHistory(Memberships memberships, People people) {
		this.memberships = memberships;
		this.people = people;
	}

	/**
	 * One membership, or request for one.
	 *
	 * @param person empty where the account is gone
	 * @param since when they asked, were invited or registered it
	 * @param until when it ended or was refused
	 */
	public record Past(Optional<Person> person, State state, Instant since, Optional<Instant> until) {

		/** Whether they act for it now. */
		public boolean active() {
			return state == State.ACTIVE;
		}

	}

	/** The last first. */
	public List<Past> of(GovernmentId government, Person by) {
		by.requireOversight();
		List<Membership> all = memberships.findByGovernmentOrderByRequestedAtDesc(government.value(), Limit.of(MOST));
		Map<AccountId, Person> known = people.all(all.stream().map(Membership::account).distinct().toList());
		return all.stream()
			.map(one -> new Past(Optional.ofNullable(known.get(one.account())), one.state(), one.requestedAt(),
					one.decidedAt().filter(at -> one.state() != State.ACTIVE)))
			.toList();
	}

}
