package org.calltolocalaction.governments;

import java.time.LocalDate;
import java.util.Optional;
import org.calltolocalaction.governments.letters.LetterId;
import org.calltolocalaction.kernel.text.Text;

/**
 * That a government stands behind the Marrakech Mayors Declaration, the first step of the
 * Call.
 *
 * @param signatory who signed for it: name and office
 * @param statement what that person said; empty where the letter says it
 * @param letter the signed letter
 */
public record Endorsement(LocalDate date, String signatory, String statement, Optional<LetterId> letter) {

	/** The day on which the Declaration was adopted; nobody could endorse it before. */
	public static final LocalDate ADOPTED = LocalDate.of(2018, 12, 8);

	public static final int LONGEST_SIGNATORY = 200;

	public static final int LONGEST_STATEMENT = 1000;

	public Endorsement {
		signatory = Text.NAME.of(signatory);
		statement = Text.trimmed(Text.PROSE.of(statement));
		if (signatory.isEmpty() || signatory.length() > LONGEST_SIGNATORY) {
			throw new IllegalArgumentException(
					"A signatory has 1 to " + LONGEST_SIGNATORY + " characters, not " + signatory.length());
		}
		if (statement.length() > LONGEST_STATEMENT) {
			throw new IllegalArgumentException(
					"A statement has at most " + LONGEST_STATEMENT + " characters, not " + statement.length());
		}
		if (date.isBefore(ADOPTED)) {
			throw new IllegalArgumentException("The Declaration was adopted on " + ADOPTED + ", after " + date);
		}
	}

	/** What an endorsement is shown by. */
	public enum Proof {

		/** A letter that the signatory signed. */
		LETTER,

		/** Words of the signatory. */
		STATEMENT,

		/** Nothing: it was recorded before either was asked for. */
		NONE

	}

	/** One that the signatory states in words. */
	public static Endorsement stated(LocalDate date, String signatory, String statement) {
		return new Endorsement(date, signatory, statement, Optional.empty());
	}

	/** The letter goes before the words. */
	public Proof proof() {
		if (letter.isPresent()) {
			return Proof.LETTER;
		}
		return statement.isEmpty() ? Proof.NONE : Proof.STATEMENT;
	}

	/** The same, shown by this letter. */
	Endorsement by(LetterId signed) {
		return new Endorsement(date, signatory, statement, Optional.of(signed));
	}

}
