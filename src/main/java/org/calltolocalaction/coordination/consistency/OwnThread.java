package org.calltolocalaction.coordination.consistency;

import org.springframework.stereotype.Component;

/** A thread for each work, of which there is one at a time. */
@Component
class OwnThread implements BackgroundWork {

	@Override
	public void begin(Runnable work) {
		Thread thread = new Thread(work, "consistency-check");
		thread.setDaemon(true);
		thread.start();
	}

}
