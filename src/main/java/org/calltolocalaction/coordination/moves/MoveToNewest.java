package org.calltolocalaction.coordination.moves;

import java.util.List;
import java.util.Optional;
import org.calltolocalaction.coordination.processes.ModelKey;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Coordinators have running processes go on under the newest version of their model, once
 * they have seen which can.
 */
@Service
public class MoveToNewest {

	/** How many moves of a model, and how many processes that stayed, a page lists. */
	static final int AT_ONCE = 50;

	private final ProcessMoves moves;

	private final AuditTrail audit;

	private final TransactionTemplate transaction;

	MoveToNewest(ProcessMoves moves, AuditTrail audit, PlatformTransactionManager transactions) {
		this.moves = moves;
		this.audit = audit;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * A model with its versions and its last moves.
	 */
	public record Versions(ModelKey model, List<VersionInUse> versions, List<Move> moves) {

		/** The move that is under way. */
		public Optional<Move> running() {
			return moves.stream().filter(Move::running).findFirst();
		}

	}

	/**
	 * One move.
	 *
	 * @param first of those that stayed, as many as a page lists
	 * @param next after which business key the next page begins
	 */
	public record MoveSeen(Move move, List<Stayed> first, Optional<String> next) {
	}

	/**
	 * @throws NotFound where there is no such model
	 */
	@Transactional(readOnly = true)
	public Versions versions(ModelKey model, Person by) {
		by.requireOversight();
		List<VersionInUse> versions = moves.versions(model);
		if (versions.isEmpty()) {
			throw new NotFound("Model " + model);
		}
		return new Versions(model, versions, moves.last(model, AT_ONCE));
	}

	/**
	 * Not in a transaction: the engine is asked in some of its own.
	 * @throws NotFound where nothing runs under that version, or none is newer
	 */
	@Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
	public MoveForecast forecast(ModelKey model, int from, Person by) {
		by.requireOversight();
		return forecast(model, from);
	}

	/**
	 * @param foreseen the fingerprint of the forecast that was read
	 * @return the move; empty where another forecast is true by now, and nothing is begun
	 * @throws Refused while another move of the model is under way
	 */
	@Transactional(propagation = Propagation.SUPPORTS)
	public Optional<MoveId> begin(ModelKey model, int from, String reason, String foreseen, Person by) {
		by.requireCoordinator();
		MoveForecast forecast = forecast(model, from);
		if (reason.isBlank() || !forecast.fingerprint().equals(foreseen) || forecast.moving() == 0) {
			return Optional.empty();
		}
		MoveId id = MoveId.random();
		transaction.executeWithoutResult(status -> {
			if (!moves.begin(id, forecast)) {
				throw new Refused("moves.refused.running");
			}
			audit.record(AuditEntry.of("process.migration-begun", model)
				.by(by)
				.with("migration", id)
				.with("from", from)
				.with("to", forecast.to())
				.with("moving", forecast.moving())
				.with("staying", forecast.staying())
				.personal("reason", reason));
		});
		return Optional.of(id);
	}

	/**
	 * @param after the business key after which the page begins; empty for the first page
	 * @throws NotFound where the model has no such move
	 */
	@Transactional(readOnly = true)
	public MoveSeen move(ModelKey model, MoveId id, String after, Person by) {
		by.requireOversight();
		Move move = moves.move(id)
			.filter(one -> one.model().equals(model))
			.orElseThrow(() -> new NotFound("Move " + id));
		List<Stayed> found = moves.stayed(id, after, AT_ONCE + 1);
		if (found.size() <= AT_ONCE) {
			return new MoveSeen(move, found, Optional.empty());
		}
		List<Stayed> first = found.subList(0, AT_ONCE);
		return new MoveSeen(move, first, Optional.of(first.get(AT_ONCE - 1).about()));
	}

	private MoveForecast forecast(ModelKey model, int from) {
		VersionInUse present = moves.versions(model)
			.stream()
			.filter(version -> version.version() == from && !version.newest())
			.findFirst()
			.orElseThrow(() -> new NotFound("Older version %d of %s".formatted(from, model)));
		return moves.forecast(model, present.version());
	}

}
