package org.calltolocalaction.kernel.audit.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.kernel.audit.proof.HashedEntries.Placed;
import org.springframework.stereotype.Component;

/**
 * Writes the trail as text, a line for each entry and for each checkpoint behind the last
 * entry that it covers. A line is the exact text that was hashed; what persons wrote is
 * not in it.
 */
@Component
public class ExportTrail {

	private static final int PORTION = 1000;

	private final HashedEntries entries;

	private final Checkpoints checkpoints;

	ExportTrail(HashedEntries entries, Checkpoints checkpoints) {
		this.entries = entries;
		this.checkpoints = checkpoints;
	}

	/**
	 * All that checkpoints cover at this moment, some entries at a time: who takes the
	 * file slowly keeps no connection to the database.
	 */
	public void to(OutputStream out) throws IOException {
		Optional<Checkpoint> newest = checkpoints.newest();
		if (newest.isPresent()) {
			write(newest.get().size(), out);
		}
	}

	private void write(long size, OutputStream out) throws IOException {
		for (long place = 0; place < size; place += PORTION) {
			long end = Math.min(place + PORTION, size);
			Deque<Checkpoint> due = new ArrayDeque<>(checkpoints.between(place, end));
			List<Placed> portion = entries.from(place, (int) (end - place));
			for (Placed placed : portion) {
				// Where one is gone, whoever verifies the file is to find that.
				if (placed.entry().isPresent()) {
					line(placed.entry().get().text(), out);
				}
				while (!due.isEmpty() && due.getFirst().size() == placed.place() + 1) {
					line(due.removeFirst().text(), out);
				}
			}
		}
	}

	private static void line(String text, OutputStream out) throws IOException {
		out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
	}

}
