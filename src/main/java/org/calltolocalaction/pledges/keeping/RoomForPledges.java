package org.calltolocalaction.pledges.keeping;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.lock.LockSpace;
import org.calltolocalaction.kernel.lock.TransactionLocks;
import org.calltolocalaction.pledges.Pledge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps drafts and files within their {@link PledgeLimits}. Whoever is admitted is alone
 * until the transaction ends, so that of two who come at once only one gets the last
 * place.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RoomForPledges {

	/**
	 * How long a draft counts for who began it, also where they left its government: else
	 * leaving and registering another would begin the count anew. Not for ever, because
	 * who left cannot discard it.
	 */
	private static final Duration COUNTS_ELSEWHERE_FOR = Duration.ofDays(30);

	private final PledgeLimits limits;

	private final TransactionLocks locks;

	private final JdbcClient jdbc;

	private final Clock clock;

	RoomForPledges(PledgeLimits limits, TransactionLocks locks, JdbcClient jdbc, Clock clock) {
		this.limits = limits;
		this.locks = locks;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * @throws Refused where one more draft would be too many, of this person or of the
	 * government
	 */
	public void forDraft(GovernmentId government, Person by) {
		locks.take(LockSpace.DRAFTS_BY_PERSON, by.id());
		forDraftOf(government);
		long ofPerson = jdbc.sql("""
				select count(*) from pledge where state = 'DRAFT' and created_by = ?
				and (government_id = ? or created_at > ?)""")
			.params(by.id().value(), government.value(), since())
			.query(Long.class)
			.single();
		if (ofPerson >= limits.draftsOfPerson()) {
			throw new Refused("pledges.refused.too-many-drafts-of-person", limits.draftsOfPerson());
		}
	}

	/** The same, for a draft that somebody began before. */
	public void forDraftOf(GovernmentId government) {
		locks.take(LockSpace.DRAFTS_OF_GOVERNMENT, government);
		long ofGovernment = jdbc.sql("select count(*) from pledge where state = 'DRAFT' and government_id = ?")
			.param(government.value())
			.query(Long.class)
			.single();
		if (ofGovernment >= limits.draftsOfGovernment()) {
			throw new Refused("pledges.refused.too-many-drafts", limits.draftsOfGovernment());
		}
	}

	/** What has no room for one more file. */
	public enum Full {

		PLEDGE, GOVERNMENT

	}

	/** What has no room for a file of this size; empty where it has its place. */
	public Optional<Full> forFile(Pledge pledge, long size) {
		locks.take(LockSpace.FILES_OF_GOVERNMENT, pledge.government());
		if (kept("a.reference = ?", pledge.reference().value()) + size > limits.filesOfPledge().toBytes()) {
			return Optional.of(Full.PLEDGE);
		}
		return kept("p.government_id = ?", pledge.government().value()) + size > limits.filesOfGovernment().toBytes()
				? Optional.of(Full.GOVERNMENT) : Optional.empty();
	}

	private long kept(String of, Object whose) {
		return jdbc
			.sql("select coalesce(sum(a.size), 0) from attachment a join pledge p on p.reference = a.reference where "
					+ of)
			.param(whose)
			.query(Long.class)
			.single();
	}

	private OffsetDateTime since() {
		return clock.instant().minus(COUNTS_ELSEWHERE_FOR).atOffset(ZoneOffset.UTC);
	}

}
