package org.calltolocalaction.pledges.files.cleaning;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a document that nobody reads in it: a small picture of its first page as
 * it once was, the settings of a printer, and the programs of others that stand beside
 * it. They are left out together with what leads to them.
 */
final class LeftOutParts {

	private static final Pattern NAMES = Pattern
		.compile("(?i)^/?(docProps/thumbnail\\.\\w+|Thumbnails(/.*)?|\\w+/printerSettings/.*|\\w+/webextensions/.*)$");

	private static final Pattern TYPES_OF_WHAT_LEADS = Pattern
		.compile("(?i).*/(attachedtemplate|thumbnail|printersettings|webextension\\w*|mailmerge\\w*source)$");

	private LeftOutParts() {
	}

	/** Whether the part of this name is one. */
	static boolean contains(@Nullable String name) {
		return name != null && NAMES.matcher(name).matches();
	}

	/** Whether a relation of this type leads to one, or to a file of its author's. */
	static boolean areLedToBy(@Nullable String type) {
		return type != null && TYPES_OF_WHAT_LEADS.matcher(type).matches();
	}

}
