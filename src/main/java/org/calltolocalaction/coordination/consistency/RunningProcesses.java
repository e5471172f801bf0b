package org.calltolocalaction.coordination.consistency;

import java.util.Collection;
import java.util.Set;
import org.calltolocalaction.coordination.processes.ModelKey;

/** Which processes run, for comparing them with what they are about. */
public interface RunningProcesses {

	/** Those of these business keys of which a process of the model runs. */
	Set<String> of(ModelKey model, Collection<String> businessKeys);

}
