package org.calltolocalaction.editions.extension;

/** Sees to it that who has an extension is reminded before it ends. */
public interface ExtensionTimer {

	/** The extension was granted in this transaction. */
	void waitFor(ExtensionId extension);

	/** It was ended before its time: nobody is reminded any more. */
	void ended(ExtensionId extension);

}
