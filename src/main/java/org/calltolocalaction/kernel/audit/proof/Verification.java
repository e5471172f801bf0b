package org.calltolocalaction.kernel.audit.proof;

import java.util.function.Function;
import org.calltolocalaction.kernel.audit.EntryId;

/** What comes of looking whether the trail is what it was. */
public sealed interface Verification {

	/** Nothing was written yet that a checkpoint could hold to. */
	record NothingYet() implements Verification {

		@Override
		public <T> T fold(Function<NothingYet, T> nothingYet, Function<Fits, T> fits, Function<EntryDiffers, T> entry,
				Function<CheckpointDiffers, T> checkpoint) {
			return nothingYet.apply(this);
		}

	}

	/**
	 * Everything that was looked at is what was hashed.
	 *
	 * @param entries so many were looked at, the newest
	 */
	record Fits(Checkpoint newest, long entries) implements Verification {

		/** Whether nothing was left out. */
		public boolean all() {
			return entries == newest.size();
		}

		@Override
		public <T> T fold(Function<NothingYet, T> nothingYet, Function<Fits, T> fits, Function<EntryDiffers, T> entry,
				Function<CheckpointDiffers, T> checkpoint) {
			return fits.apply(this);
		}

	}

	/** The first entry that does not fit, and how. */
	record EntryDiffers(EntryId entry, Difference difference) implements Verification {

		@Override
		public <T> T fold(Function<NothingYet, T> nothingYet, Function<Fits, T> fits, Function<EntryDiffers, T> entry,
				Function<CheckpointDiffers, T> checkpoint) {
			return entry.apply(this);
		}

	}

	/**
	 * The first checkpoint that is not of the entries and the checkpoint before it: what
	 * it covers and the one before does not was rewritten with its hashes, or it was
	 * itself.
	 */
	record CheckpointDiffers(long number) implements Verification {

		@Override
		public <T> T fold(Function<NothingYet, T> nothingYet, Function<Fits, T> fits, Function<EntryDiffers, T> entry,
				Function<CheckpointDiffers, T> checkpoint) {
			return checkpoint.apply(this);
		}

	}

	/** What is wrong with an entry. */
	enum Difference {

		CHANGED, MISSING, PERSONAL_CHANGED, PERSONAL_GONE, ERASED_WITHOUT_ACT, IN_NO_CHECKPOINT

	}

	<T> T fold(Function<NothingYet, T> nothingYet, Function<Fits, T> fits, Function<EntryDiffers, T> entry,
			Function<CheckpointDiffers, T> checkpoint);

}
