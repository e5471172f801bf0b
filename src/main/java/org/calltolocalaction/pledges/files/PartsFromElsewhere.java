package org.calltolocalaction.pledges.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.calltolocalaction.kernel.archive.HarmlessXml;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a text document would load from another computer as soon as it is opened: a
 * template, a picture, a frame. Whoever put it there learns who reads it, and can change
 * what they read, or send a program. Links that a reader follows by hand are none, nor is
 * the template in a folder of the author's computer, which most offices leave in their
 * documents.
 */
final class PartsFromElsewhere {

	/** What programs for OpenDocument load by itself. */
	private static final Set<String> LOADED = Set.of("image", "fill-image", "background-image",
			"list-level-style-image", "object", "object-ole", "plugin", "floating-frame", "section-source", "sound",
			"template", "auto-reload");

	/** What says what a document consists of: in one of Word, and in an OpenDocument. */
	private static final Pattern PARTS = Pattern.compile("(?i)(\\.rels|(^|/)(content|styles|meta)\\.xml)$");

	private static final Pattern WITH_SCHEME = Pattern.compile("[a-z][a-z0-9+.-]+:.*");

	private static final Pattern ENCODED_BACKSLASH = Pattern.compile("(?i)%5c");

	private boolean found;

	boolean found() {
		return found;
	}

	/**
	 * Looks at one part of the document.
	 * @throws IOException where the part is not what such a part is: it may be encrypted,
	 * and nobody knows what it loads
	 */
	void reads(String name, InputStream content) throws IOException {
		if (!PARTS.matcher(name).find()) {
			return;
		}
		try {
			XMLStreamReader reader = HarmlessXml.reader(content);
			while (!found && reader.hasNext()) {
				int event = reader.next();
				// No program writes one, and it can name a file elsewhere.
				found = event == XMLStreamConstants.DTD
						|| event == XMLStreamConstants.START_ELEMENT && loadsFromElsewhere(reader);
			}
		}
		catch (XMLStreamException broken) {
			throw new IOException("The part " + name + " of a document cannot be read", broken);
		}
	}

	private static boolean loadsFromElsewhere(XMLStreamReader element) {
		String name = element.getLocalName();
		if (name.equals("Relationship")) {
			String type = attribute(element, "Type");
			return "External".equalsIgnoreCase(attribute(element, "TargetMode"))
					&& (type == null || !type.toLowerCase(Locale.ROOT).endsWith("/hyperlink"))
					&& elsewhere(attribute(element, "Target"));
		}
		return name.equals("dde-source") || LOADED.contains(name) && elsewhere(attribute(element, "href"));
	}

	private static @Nullable String attribute(XMLStreamReader element, String name) {
		for (int at = 0; at < element.getAttributeCount(); at++) {
			if (element.getAttributeLocalName(at).equals(name)) {
				return element.getAttributeValue(at);
			}
		}
		return null;
	}

	/** Whether the address leads to another computer. */
	private static boolean elsewhere(@Nullable String address) {
		if (address == null) {
			return false;
		}
		String plain = ENCODED_BACKSLASH.matcher(address.strip())
			.replaceAll("/")
			.replace('\\', '/')
			.toLowerCase(Locale.ROOT);
		if (plain.startsWith("file:")) {
			String path = plain.substring("file:".length()).replaceFirst("^//localhost/", "///");
			return path.startsWith("//") && !(path.startsWith("///") && !path.startsWith("////"));
		}
		if (plain.startsWith("data:")) {
			return false;
		}
		return plain.startsWith("//") || WITH_SCHEME.matcher(plain).matches();
	}

}
