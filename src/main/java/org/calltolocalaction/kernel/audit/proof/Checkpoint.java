package org.calltolocalaction.kernel.audit.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.calltolocalaction.kernel.Sha256;
import org.calltolocalaction.kernel.audit.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * Holds the trail to what was on it: whoever knows a checkpoint sees whether anything
 * that it covers was changed, taken out or put in since.
 *
 * @param number from 1, without gaps
 * @param size how many entries it covers, from the first on
 * @param root of the tree of these entries
 * @param previous the hash of the checkpoint before; empty for the first
 */
public record Checkpoint(long number, long size, TreeHash root, Optional<TreeHash> previous, Instant at) {

	static Checkpoint after(Optional<Checkpoint> previous, GrowingTree tree, Instant at) {
		return new Checkpoint(previous.map(Checkpoint::number).orElse(0L) + 1, tree.size(), tree.root(),
				previous.map(Checkpoint::hash), at.truncatedTo(ChronoUnit.MICROS));
	}

	/** Its one exact text: see docs/trail.md. */
	public String text() {
		Map<String, @Nullable Object> values = new TreeMap<>();
		values.put("at", HashedEntry.AT.format(at));
		values.put("number", number);
		values.put("previous", previous.map(TreeHash::hex).orElse(null));
		values.put("root", root.hex());
		values.put("size", size);
		return CanonicalJson.of(values);
	}

	public TreeHash hash() {
		return new TreeHash(Sha256.of(text().getBytes(StandardCharsets.UTF_8)));
	}

}
