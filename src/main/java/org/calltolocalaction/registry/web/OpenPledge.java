package org.calltolocalaction.registry.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published pledge for other programs: what its page shows, with the codes beside the
 * words. Names of members are a promise; new ones may come.
 *
 * @param address of its page
 * @param stage the code; nothing where it is not public
 * @param continues the address of the pledge before it, where that one is public, too
 * @param continuedBy the addresses of those that continue it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record OpenPledge(String reference, URI address, int edition, int revision, String title, String language,
		Pledging government, String stage, @Nullable URI continues, List<URI> continuedBy, List<Section> sections) {

	/** Whose it is, by codes and in the reader's words. */
	record Pledging(String name, Coded type, Coded country, Coded section) {
	}

	/** A code of a controlled list with what it is called. */
	record Coded(String code, String name) {
	}

	/** What stands under one heading. */
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	record Section(@Nullable String title, List<Answered> answers) {
	}

	/**
	 * A question with its answer.
	 *
	 * @param key under which the answer is kept, the same in every language
	 * @param value as it is kept: text, number, date, codes
	 * @param words what it is called, in the reader's words
	 */
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	record Answered(String key, String question, @Nullable Object value, List<String> words, List<Attached> files) {
	}

	/** A file that is public with the pledge. */
	record Attached(String name, String type, long size, String sha256, URI address) {
	}

}
