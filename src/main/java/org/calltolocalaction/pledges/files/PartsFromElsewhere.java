package org.calltolocalaction.pledges.files;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
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
	private static final Set<String> LOADED = Set.of("image", "object", "object-ole", "plugin", "floating-frame",
			"section-source");

	private static final Pattern WITH_SCHEME = Pattern.compile("[a-z][a-z0-9+.-]+:.*");

	private static final XMLInputFactory XML = xml();

	private boolean found;

	private static XMLInputFactory xml() {
		XMLInputFactory factory = new InputFactoryImpl();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
		return factory;
	}

	boolean found() {
		return found;
	}

	/**
	 * Looks at one part of the document; of a broken one as far as anybody can read it.
	 */
	void reads(String name, InputStream content) throws IOException {
		String lower = name.toLowerCase(Locale.ROOT);
		if (!lower.endsWith(".rels") && !lower.endsWith("content.xml") && !lower.endsWith("styles.xml")) {
			return;
		}
		try {
			XMLStreamReader reader = XML.createXMLStreamReader(content);
			while (!found && reader.hasNext()) {
				int event = reader.next();
				// No program writes one, and it can name a file elsewhere.
				found = event == XMLStreamConstants.DTD
						|| event == XMLStreamConstants.START_ELEMENT && loadsFromElsewhere(reader);
			}
		}
		catch (XMLStreamException broken) {
			if (broken.getNestedException() instanceof IOException failed) {
				throw failed;
			}
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
		String plain = address.strip()
			.replace('\\', '/')
			.replace("%5c", "/")
			.replace("%5C", "/")
			.toLowerCase(Locale.ROOT);
		if (plain.startsWith("file:")) {
			String path = plain.substring("file:".length());
			return path.startsWith("//") && !(path.startsWith("///") && !path.startsWith("////"));
		}
		return plain.startsWith("//") || WITH_SCHEME.matcher(plain).matches();
	}

}
