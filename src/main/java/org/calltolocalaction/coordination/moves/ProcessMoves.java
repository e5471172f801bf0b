package org.calltolocalaction.coordination.moves;

import java.util.List;
import java.util.Optional;
import org.calltolocalaction.coordination.processes.ModelKey;

/** What the engine can do for running processes whose model has a newer version. */
public interface ProcessMoves {

	/**
	 * The newest version and every older one under which something runs, newest first;
	 * none where there is no such model.
	 */
	List<VersionInUse> versions(ModelKey model);

	/**
	 * What it would do to move all that runs under this version to the newest. Asks the
	 * engine, in transactions of its own, and changes nothing.
	 */
	MoveForecast forecast(ModelKey model, int from);

	/**
	 * Has it done from now on, one process after the other, each in a transaction of its
	 * own.
	 * @return whether it begins; not while another move of the model is under way
	 */
	boolean begin(MoveId id, MoveForecast forecast);

	/** The last moves of a model, newest first. */
	List<Move> last(ModelKey model, int most);

	Optional<Move> move(MoveId id);

	/**
	 * What the move left where it was, in the order of the business keys.
	 * @param after the business key after which it goes on; empty for the first
	 */
	List<Stayed> stayed(MoveId id, String after, int most);

}
