package org.calltolocalaction.coordination.bulk;

import java.util.function.Function;
import java.util.function.Supplier;

/** The result of an act on many pledges. */
public sealed interface BulkAnswer {

	/**
	 * @param done all that was foreseen was done
	 * @param again it had been done before, and nothing was done a second time
	 * @param changed something else would follow than was read; nothing was changed
	 */
	<T> T fold(Function<Done, T> done, Supplier<T> again, Supplier<T> changed);

	/** What was foreseen was done. */
	record Done(BulkForecast forecast) implements BulkAnswer {

		@Override
		public <T> T fold(Function<Done, T> done, Supplier<T> again, Supplier<T> changed) {
			return done.apply(this);
		}

	}

	/** The same was sent before. */
	record DoneBefore() implements BulkAnswer {

		@Override
		public <T> T fold(Function<Done, T> done, Supplier<T> again, Supplier<T> changed) {
			return again.get();
		}

	}

	/** Something else would follow by now. */
	record ForecastChanged() implements BulkAnswer {

		@Override
		public <T> T fold(Function<Done, T> done, Supplier<T> again, Supplier<T> changed) {
			return changed.get();
		}

	}

}
