package org.calltolocalaction.editions;

import org.springframework.stereotype.Service;

/** Closes an edition's call when its deadline and grace have passed. Called by the process. */
@Service
public class CloseCall {

	/** Idempotent. */
	public void close(EditionYear year) {
		throw new UnsupportedOperationException();
	}

}
