package org.calltolocalaction.editions;

import java.time.Clock;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes an edition's call when its deadline and grace have passed. Called by the
 * process.
 */
@Service
public class CloseCall {

	private final Editions editions;

	private final AuditTrail audit;

	private final Clock clock;

	CloseCall(Editions editions, AuditTrail audit, Clock clock) {
		this.editions = editions;
		this.audit = audit;
		this.clock = clock;
	}

	/** Idempotent. */
	@Transactional
	public void close(EditionYear year) {
		Edition edition = editions.forChange(year);
		if (edition.state() == EditionState.OPEN) {
			edition.close(clock.instant());
			audit.record(AuditEntry.of("edition.closed", year).with("deadline", edition.deadline().zoned()));
		}
	}

}
