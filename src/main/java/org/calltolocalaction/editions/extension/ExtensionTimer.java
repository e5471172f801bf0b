package org.calltolocalaction.editions.extension;

import java.util.Collection;

/** Sees to it that who has an extension is reminded before it ends. */
public interface ExtensionTimer {

	/** The extensions were granted in this transaction, and not before. */
	void waitFor(Collection<ExtensionId> extensions);

	/** It was ended before its time: nobody is reminded any more. */
	void ended(ExtensionId extension);

}
