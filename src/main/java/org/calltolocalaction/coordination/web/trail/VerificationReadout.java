package org.calltolocalaction.coordination.web.trail;

import java.util.List;
import org.calltolocalaction.kernel.audit.proof.Verification;

/**
 * What came of a verification, as one sentence.
 *
 * @param fits whether the trail is what it was
 */
record VerificationReadout(boolean fits, String message, List<Object> arguments) {

	static VerificationReadout of(Verification verification) {
		return verification.fold(nothing -> new VerificationReadout(true, "trail.verified.nothing", List.of()),
				fits -> new VerificationReadout(true, fits.all() ? "trail.verified.all" : "trail.verified.newest",
						List.of(fits.entries(), fits.newest().number())),
				entry -> new VerificationReadout(false, "trail.differs." + entry.difference(),
						List.of(entry.entry().toString())),
				checkpoint -> new VerificationReadout(false, "trail.differs.checkpoint",
						List.of(Long.toString(checkpoint.number()))));
	}

}
