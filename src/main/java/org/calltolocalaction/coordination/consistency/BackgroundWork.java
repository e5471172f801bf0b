package org.calltolocalaction.coordination.consistency;

/** Does what takes longer than anybody waits for a page. */
public interface BackgroundWork {

	/** Begins it; whoever asks goes on at once. */
	void begin(Runnable work);

}
