package org.calltolocalaction.kernel.audit.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.calltolocalaction.kernel.audit.CanonicalJson;
import org.calltolocalaction.kernel.audit.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * An entry as far as it is hashed: nothing that a person wrote, no name and no address.
 *
 * @param personal the salted hash of each personal value, by its name; null for one that
 * was erased, or written, before values were hashed
 */
public record HashedEntry(EntryId id, String kind, String about, Instant at, Optional<UUID> who,
		Map<String, Object> facts, Map<String, @Nullable String> personal) {

	/** Always six digits, as the database keeps it. */
	static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
		.withZone(ZoneOffset.UTC);

	/** Its one exact text: see docs/trail.md. */
	public String text() {
		Map<String, @Nullable Object> values = new TreeMap<>();
		values.put("about", about);
		values.put("at", AT.format(at));
		values.put("facts", facts);
		values.put("id", id.value());
		values.put("kind", kind);
		values.put("personal", personal);
		values.put("who", who.map(UUID::toString).orElse(null));
		return CanonicalJson.of(values);
	}

	public TreeHash leaf() {
		return MerkleTree.leaf(text().getBytes(StandardCharsets.UTF_8));
	}

}
