package org.calltolocalaction.pledges.receipts;

import java.util.Optional;
import org.calltolocalaction.kernel.audit.proof.EntryProof;
import org.calltolocalaction.kernel.signing.KeyId;
import org.calltolocalaction.kernel.signing.SignedText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells anybody who has the file of a receipt whether it is genuine. Of a genuine one
 * nothing is told but what it says itself, whether the trail has it, and whether the
 * pledge was submitted again since; of any other, nothing at all.
 */
@Service
public class VerifyReceipt {

	private final PublishedKeys keys;

	private final SubmissionsOnTrail trail;

	private final ProveReceipt prove;

	private final JdbcClient jdbc;

	VerifyReceipt(PublishedKeys keys, SubmissionsOnTrail trail, ProveReceipt prove, JdbcClient jdbc) {
		this.keys = keys;
		this.trail = trail;
		this.prove = prove;
		this.jdbc = jdbc;
	}

	/** What was found. */
	public enum Finding {

		/** Signed here, and on the trail. */
		GENUINE(true),

		/** The same, and the pledge was submitted again since. */
		SUPERSEDED(true),

		/** Signed by a key of this desk, and the trail does not have it. */
		NOT_ON_TRAIL(false),

		/**
		 * What was signed is genuine; what stands beside it for readers says otherwise.
		 */
		ALTERED(false),

		/** Not what the key signed that it names. */
		WRONG_SIGNATURE(false),

		/** Names a key that never was one of this desk. */
		UNKNOWN_KEY(false),

		/** Not the file of a receipt. */
		UNREADABLE(false);

		private final boolean genuine;

		Finding(boolean genuine) {
			this.genuine = genuine;
		}

		/** Whether the file may be relied upon as it is. */
		public boolean genuine() {
			return genuine;
		}

		/** The key of the sentence that says it. */
		public String messageKey() {
			return "receipts.found." + name();
		}

	}

	/**
	 * @param receipt what was signed; null where nobody here signed it
	 * @param by the key that signed it; null likewise
	 * @param onTrail whether the trail has the submission
	 * @param proof that it has; null where it has not, or where no checkpoint covers it
	 * yet
	 */
	public record Verdict(Finding finding, @Nullable AttestedReceipt receipt, @Nullable PublishedKey by,
			boolean onTrail, @Nullable EntryProof proof) {

		static Verdict of(Finding finding) {
			return new Verdict(finding, null, null, false, null);
		}

	}

	/** Looks at the text of such a file. */
	@Transactional(readOnly = true)
	public Verdict verify(String text) {
		Optional<ReceiptFile> file = ReceiptFile.read(text);
		if (file.isEmpty()) {
			return Verdict.of(Finding.UNREADABLE);
		}
		SignedText signed = file.get().signed();
		Optional<KeyId> named = signed.signedBy(AttestedReceipt.TYPE);
		if (named.isEmpty()) {
			return Verdict.of(Finding.WRONG_SIGNATURE);
		}
		Optional<PublishedKey> key = named.flatMap(keys::find);
		if (key.isEmpty()) {
			return Verdict.of(Finding.UNKNOWN_KEY);
		}
		if (!signed.isSignedBy(key.get().key())) {
			return Verdict.of(Finding.WRONG_SIGNATURE);
		}
		return signed(file.get(), key.get());
	}

	private Verdict signed(ReceiptFile file, PublishedKey key) {
		AttestedReceipt receipt = AttestedReceipt.read(file.signed().text());
		boolean onTrail = trail.find(receipt.reference(), receipt.sha256()).isPresent();
		Finding finding = !file.readsAsSigned() ? Finding.ALTERED
				: !onTrail ? Finding.NOT_ON_TRAIL : laterThan(receipt) ? Finding.SUPERSEDED : Finding.GENUINE;
		EntryProof proof = onTrail ? prove.of(receipt.reference(), ContentHash.of(receipt.sha256())).orElse(null)
				: null;
		return new Verdict(finding, receipt, key, onTrail, proof);
	}

	private boolean laterThan(AttestedReceipt receipt) {
		return jdbc.sql("select exists (select 1 from pledge_revision where reference = ? and number > ?)")
			.params(receipt.reference().value(), receipt.version())
			.query(Boolean.class)
			.single();
	}

}
