package org.calltolocalaction.reports;

import org.calltolocalaction.editions.EditionYear;
import org.springframework.stereotype.Service;

/** Freezes and publishes the report of an edition. Called by the process. */
@Service
public class EditionReports {

	/** Compiles the report from what is included now; from here on it does not change. Idempotent. */
	public void freeze(EditionYear year) {
		throw new UnsupportedOperationException();
	}

	/** Makes the frozen report public. Idempotent. */
	public void publish(EditionYear year) {
		throw new UnsupportedOperationException();
	}

}
