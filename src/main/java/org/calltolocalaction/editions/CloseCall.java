package org.calltolocalaction.editions;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.calltolocalaction.editions.seal.CallSeal;
import org.calltolocalaction.editions.seal.CallSeals;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes an edition's call when its deadline and grace have passed, and seals what was
 * submitted to it. Called by the process.
 */
@Service
public class CloseCall {

	private final Editions editions;

	private final CallPolicy callPolicy;

	private final CallSeals seals;

	private final AuditTrail audit;

	private final Clock clock;

	CloseCall(Editions editions, CallPolicy callPolicy, CallSeals seals, AuditTrail audit, Clock clock) {
		this.editions = editions;
		this.callPolicy = callPolicy;
		this.seals = seals;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Waits for submissions under way, so that the seal covers them.
	 * @return the seal; empty where the call was closed before
	 */
	@Transactional
	public Optional<CallSeal> close(EditionYear year) {
		callPolicy.change();
		Edition edition = editions.forChange(year);
		if (edition.state() != EditionState.OPEN) {
			return Optional.empty();
		}
		Instant now = clock.instant();
		edition.close(now);
		audit.record(AuditEntry.of("edition.closed", year).with("deadline", edition.deadline().zoned()));
		return Optional.of(seals.seal(year, now));
	}

}
