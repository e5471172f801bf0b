package org.calltolocalaction.pledges.receipts;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.signing.SignedText;
import org.calltolocalaction.kernel.signing.SigningKey;
import org.calltolocalaction.pledges.Revision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signs a receipt once, and keeps it as it was signed: the same file is handed out
 * whenever it is asked for, whatever key signs by then.
 */
@Component
public class SignReceipt {

	private final SigningKey key;

	private final SubmissionsOnTrail trail;

	private final DeskProperties desk;

	private final JdbcClient jdbc;

	private final Clock clock;

	SignReceipt(SigningKey key, SubmissionsOnTrail trail, DeskProperties desk, JdbcClient jdbc, Clock clock) {
		this.key = key;
		this.trail = trail;
		this.desk = desk;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Signs in the transaction that submits, at its very moment. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void submitted(Revision revision) {
		sign(revision, revision.submittedAt());
	}

	/**
	 * The receipt as it was signed. One from before there were keys is signed now, where
	 * the trail has its submission.
	 * @return nothing of what was taken over from before: nobody here saw it submitted
	 */
	@Transactional
	public Optional<SignedText> of(Revision revision) {
		Optional<SignedText> kept = kept(revision);
		if (kept.isPresent() || trail.find(revision.reference(), revision.receipt().sha256()).isEmpty()) {
			return kept;
		}
		sign(revision, clock.instant().truncatedTo(ChronoUnit.SECONDS));
		return kept(revision);
	}

	private void sign(Revision revision, Instant now) {
		String says = AttestedReceipt.of(revision, desk.publicAddress(), now).json();
		SignedText signed = SignedText.sign(AttestedReceipt.TYPE, says.getBytes(StandardCharsets.UTF_8), key);
		// Who asks at the same time gets what the other signed.
		jdbc.sql("""
				insert into signed_receipt (reference, number, signing_key, signed, signed_at)
				values (?, ?, ?, ?, ?) on conflict do nothing""")
			.params(revision.reference().value(), revision.number(), key.published().id().value(), signed.compact(),
					now.atOffset(ZoneOffset.UTC))
			.update();
	}

	private Optional<SignedText> kept(Revision revision) {
		return jdbc.sql("select signed from signed_receipt where reference = ? and number = ?")
			.params(revision.reference().value(), revision.number())
			.query(String.class)
			.optional()
			.map(SignedText::read);
	}

}
