package org.calltolocalaction.identity;

import java.util.List;
import java.util.Optional;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Coordinators have the open reviews of somebody done by others: while the person stays,
 * or as they are suspended or lose the role. The page says beforehand how many they are,
 * and nothing is done where they are others by then.
 */
@Service
@Transactional
public class HandWorkOver {

	private final Accounts accounts;

	private final OpenWork openWork;

	private final AuditTrail trail;

	HandWorkOver(Accounts accounts, OpenWork openWork, AuditTrail trail) {
		this.accounts = accounts;
		this.openWork = openWork;
		this.trail = trail;
	}

	/**
	 * What somebody has in hand.
	 *
	 * @param colleagues who could get it
	 */
	public record Forecast(Person person, int open, List<Person> colleagues) {
	}

	/**
	 * What becomes of it.
	 *
	 * @param successor who gets it; empty where it goes back to the team
	 * @param foreseen how many reviews the page spoke of
	 */
	public record Choice(Optional<AccountId> successor, int foreseen) {
	}

	/** Of somebody who does not review, nothing is open. */
	@Transactional(readOnly = true)
	public Forecast forecast(Person by, AccountId of) {
		by.requireOversight();
		Person person = account(of).person();
		return person.reviewer() ? new Forecast(person, openWork.open(person), openWork.colleagues(person))
				: new Forecast(person, 0, List.of());
	}

	/** The reviewer stays and has nothing open any more. */
	public void handOver(Person by, AccountId from, Choice choice) {
		by.requireCoordinator();
		Person reviewer = account(from).person();
		if (!reviewer.reviewer()) {
			throw new Refused("identity.people.work.reviewsForNobody", reviewer.name());
		}
		handOver(by, reviewer, choice);
	}

	/** In the caller's transaction, before the reviewer loses what they are. */
	void handOver(Person by, Person reviewer, Choice choice) {
		PartnerCode partner = reviewer.requirePartner();
		if (openWork.open(reviewer) != choice.foreseen()) {
			throw new Refused("identity.people.work.changed");
		}
		Optional<Person> successor = choice.successor().map(id -> colleague(reviewer, id));
		openWork.handOver(reviewer, successor, by);
		if (choice.foreseen() > 0) {
			trail.record(AuditEntry.of("account.work-handed-over", reviewer.id())
				.by(by)
				.with("partner", partner)
				.with("reviewer", successor.map(Person::id)));
		}
	}

	private Person colleague(Person reviewer, AccountId id) {
		return accounts.findById(id.value())
			.map(Account::person)
			.filter(other -> other.partner().equals(reviewer.partner()) && !other.id().equals(reviewer.id()))
			.orElseThrow(() -> new Refused("identity.people.work.noColleague"));
	}

	private Account account(AccountId id) {
		return accounts.findById(id.value()).orElseThrow(() -> new NotFound("Account " + id));
	}

}
