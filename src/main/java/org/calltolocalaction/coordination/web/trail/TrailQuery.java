package org.calltolocalaction.coordination.web.trail;

import java.util.Optional;
import java.util.regex.Pattern;
import org.calltolocalaction.coordination.trail.SearchTrail.Position;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.search.SearchSyntax;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a coordinator looks for. Addresses are typed and cut short: a page that begins at
 * no entry is the first one.
 */
record TrailQuery(String words, Position position) {

	static final String HERE = "/coordination/trail";

	private static final String OLDER = "older";

	private static final String NEWER = "newer";

	private static final Pattern ENTRY = Pattern.compile("[1-9][0-9]{0,17}");

	static TrailQuery of(String words, String older, String newer) {
		Optional<EntryId> olderThan = entry(older);
		return new TrailQuery(words.substring(0, Math.min(words.length(), SearchSyntax.LONGEST)),
				new Position(olderThan, olderThan.isPresent() ? Optional.empty() : entry(newer)));
	}

	private static Optional<EntryId> entry(String typed) {
		return ENTRY.matcher(typed).matches() ? Optional.of(EntryId.of(typed)) : Optional.empty();
	}

	/** The address of the first page for another text in the box. */
	static String searching(String words) {
		return UriComponentsBuilder.fromPath(HERE)
			.queryParam("q", "{words}")
			.encode()
			.buildAndExpand(words)
			.toUriString();
	}

	/** The address of the page before the one that ends with this entry. */
	String olderThan(EntryId entry) {
		return searching(words) + "&" + OLDER + "=" + entry;
	}

	/** The address of the page before the one that begins with this entry. */
	String newerThan(EntryId entry) {
		return searching(words) + "&" + NEWER + "=" + entry;
	}

}
