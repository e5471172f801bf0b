package org.calltolocalaction.coordination.operations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.kernel.operation.DiskSpace;
import org.calltolocalaction.pledges.files.SpaceInUse;
import org.calltolocalaction.pledges.receipts.PublishedKey;

/**
 * How the desk is at this moment.
 *
 * @param nodes those that are there
 * @param space who fills most of it
 * @param keys by which receipts were signed, the newest first
 */
public record DeskStanding(Versions versions, List<EngineStanding.Node> nodes, Database database,
		List<DiskSpace.Folder> folders, Outbox outbox, List<SpaceInUse.OfGovernment> space, List<PublishedKey> keys) {

	/**
	 * Of which versions all is made.
	 *
	 * @param desk nothing where it was not built as a release
	 */
	public record Versions(Optional<String> desk, String engine, int modelsHere, Optional<Integer> modelsDeployed,
			String java, String postgres, List<Migration> migrations) {

		/**
		 * Whether a newer program has deployed models that this one leaves as they are.
		 */
		public boolean olderThanModels() {
			return modelsDeployed.filter(deployed -> deployed > modelsHere).isPresent();
		}

	}

	/** The newest migration of a module. */
	public record Migration(String module, String version, Instant at) {
	}

	/**
	 * The database.
	 *
	 * @param files of its bytes, those of uploaded files
	 * @param backup when the last one was said to be finished
	 */
	public record Database(long bytes, long files, Optional<Backup> backup) {
	}

	/**
	 * The last backup of which the desk was told.
	 *
	 * @param old whether it is older than two days
	 */
	public record Backup(Instant doneAt, boolean old) {
	}

	/**
	 * The mails that wait.
	 *
	 * @param known whether somebody has looked yet
	 * @param oldest when the first of them was written
	 * @param trouble what is wrong with the mail server
	 */
	public record Outbox(boolean known, long waiting, Optional<Instant> oldest, long failed, Optional<String> trouble) {
	}

}
