package org.calltolocalaction.governments.merging;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.GovernmentStanding;
import org.calltolocalaction.governments.RegisteredGovernments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.lock.LockSpace;
import org.calltolocalaction.kernel.lock.TransactionLocks;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator makes one of two governments that are the same. What names the one names
 * the other from then on, but for the trail, which says what was known then; the one
 * stays as a name that leads to the other.
 */
@Service
@Transactional
public class MergeGovernments {

	/** Of the tables here: no state of them depends on which government it is. */
	private static final List<String> MOVES = List.of("membership", "invitation", "government_letter",
			"standing_answer");

	private final RegisteredGovernments registered;

	private final TransactionLocks locks;

	private final JdbcClient jdbc;

	private final AuditTrail trail;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	MergeGovernments(RegisteredGovernments registered, TransactionLocks locks, JdbcClient jdbc, AuditTrail trail,
			ApplicationEventPublisher events, Clock clock) {
		this.registered = registered;
		this.locks = locks;
		this.jdbc = jdbc;
		this.trail = trail;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Has everybody else who merges or closes governments wait until this transaction
	 * ends. The first of all that is taken.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void holdStill() {
		locks.take(LockSpace.MERGING_GOVERNMENTS);
	}

	/**
	 * Has everybody wait who writes about either of them, until this transaction ends;
	 * after the pledges and the editions, as everywhere.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void hold(GovernmentId one, GovernmentId other) {
		Stream.of(one, other).map(GovernmentId::value).sorted().forEach(this::held);
	}

	/**
	 * Refused where no reason is given, where one of them was merged before, or where one
	 * is closed.
	 */
	public void merge(GovernmentId from, GovernmentId into, String reason, Person by) {
		by.requireCoordinator();
		String why = Text.trimmed(Text.PROSE.of(reason));
		if (why.isEmpty()) {
			throw new Refused("parties.refused.no-reason");
		}
		if (from.equals(into)) {
			throw new Refused("parties.refused.same");
		}
		holdStill();
		hold(from, into);
		Government gone = held(from.value());
		Government stays = held(into.value());
		if (gone.mergedInto().isPresent() || stays.mergedInto().isPresent()) {
			throw new Refused("parties.refused.merged-already");
		}
		if (gone.closed() || stays.closed()) {
			throw new Refused("parties.refused.merge-closed");
		}
		Instant now = clock.instant();
		boolean confirmed = gone.confirmed() && !stays.confirmed();
		if (confirmed) {
			stays.stands(GovernmentStanding.CONFIRMED, by.id(), why, now);
		}
		gone.mergeInto(stays, now);
		registered.saveAndFlush(gone);
		registered.saveAndFlush(stays);
		move(gone.id().value(), stays.id().value(), now);
		trail.recordAll(Stream
			.of(AuditEntry.of("government.merged", into).with("government", from).with("into", into),
					AuditEntry.of("government.merged", from).with("government", from).with("into", into))
			.map(entry -> entry.by(by).personal("reason", why))
			.toList());
		events.publishEvent(new GovernmentMerged(gone, stays, confirmed, why, now, by));
	}

	private void move(UUID from, UUID into, Instant now) {
		// Whom both invited is invited once, and who acts for one of them by now need not
		// be.
		jdbc.sql("""
				update invitation set state = 'TAKEN_BACK', closed_at = ?, version = version + 1
				where government = ? and state = 'OPEN' and email in (
				select email from invitation where government = ? and state = 'OPEN')""")
			.params(now.atOffset(ZoneOffset.UTC), from, into)
			.update();
		// Those that were merged into it before lead on without a detour.
		jdbc.sql("update government set merged_into = ? where merged_into = ?").params(into, from).update();
		MOVES.forEach(table -> jdbc.sql("update " + table + " set government = ? where government = ?")
			.params(into, from)
			.update());
	}

	private Government held(UUID id) {
		return registered.forChange(id).orElseThrow(() -> new NotFound("Government " + id));
	}

}
