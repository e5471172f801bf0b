package org.calltolocalaction.forms;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a form that its page saved by itself, as the page's script reads it: the
 * one answer of every form that is saved while it is typed.
 *
 * @param saved whether it is safe; if not, a person has to do what the words say
 * @param version the one to save upon next; null where nothing was saved, or nobody else
 * writes the same
 * @param words what the page shows, in its reader's language
 * @param merged what colleagues changed on this page, as the page's own controls would
 * send it
 * @param progress how much of the page is answered now; null where it does not say so
 */
public record AutosaveAnswer(boolean saved, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long version,
		String words, Map<String, List<String>> merged,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String progress) {

	/** It is safe, and nobody else writes the same. */
	public static AutosaveAnswer saved(String words) {
		return new AutosaveAnswer(true, null, words, Map.of(), null);
	}

	/** It is safe, with what others wrote meanwhile. */
	public static AutosaveAnswer saved(long version, String words, Map<String, List<String>> merged, String progress) {
		return new AutosaveAnswer(true, version, words, merged, progress);
	}

	public static AutosaveAnswer notSaved(String words) {
		return new AutosaveAnswer(false, null, words, Map.of(), null);
	}

}
