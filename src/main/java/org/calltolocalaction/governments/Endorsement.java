package org.calltolocalaction.governments;

import java.time.LocalDate;
import org.calltolocalaction.kernel.text.Text;

/**
 * That a government stands behind the Marrakech Mayors Declaration, the first step of the
 * Call.
 *
 * @param signatory who signed for it: name and office
 */
public record Endorsement(LocalDate date, String signatory) {

	/** The day on which the Declaration was adopted; nobody could endorse it before. */
	public static final LocalDate ADOPTED = LocalDate.of(2018, 12, 8);

	public static final int LONGEST_SIGNATORY = 200;

	public Endorsement {
		signatory = Text.NAME.of(signatory);
		if (signatory.isEmpty() || signatory.length() > LONGEST_SIGNATORY) {
			throw new IllegalArgumentException(
					"A signatory has 1 to " + LONGEST_SIGNATORY + " characters, not " + signatory.length());
		}
		if (date.isBefore(ADOPTED)) {
			throw new IllegalArgumentException("The Declaration was adopted on " + ADOPTED + ", after " + date);
		}
	}

}
