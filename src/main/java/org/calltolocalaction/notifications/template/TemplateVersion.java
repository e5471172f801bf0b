package org.calltolocalaction.notifications.template;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.calltolocalaction.identity.AccountId;

/**
 * How a template was worded from some moment on.
 *
 * @param number counted from 1; 0 is the standard text, before anybody worded it anew
 * @param texts by the names of the pieces, those that are not the standard text
 * @param standards what the standard text of each of them was then
 */
public record TemplateVersion(int number, Map<String, String> texts, Map<String, String> standards,
		Optional<AccountId> by, Instant at, String reason) {

	/** Before anybody worded it anew. */
	static final TemplateVersion NONE = new TemplateVersion(0, Map.of(), Map.of(), Optional.empty(), Instant.EPOCH, "");

	public boolean standard() {
		return texts.isEmpty();
	}

	/** The pieces that say something else than in another version, by their names. */
	public TreeSet<String> changedFrom(TemplateVersion other) {
		TreeSet<String> changed = new TreeSet<>(texts.keySet());
		changed.addAll(other.texts().keySet());
		changed.removeIf(name -> Objects.equals(texts.get(name), other.texts().get(name)));
		return changed;
	}

	/** The texts in the order of their names. */
	Map<String, String> inOrder() {
		return new TreeMap<>(texts);
	}

}
