package org.calltolocalaction.pledges.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.calltolocalaction.kernel.archive.HarmlessXml;
import org.calltolocalaction.pledges.files.AttachFile.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a text document would do as soon as it is opened: load a template, a picture
 * or a frame from another computer, or call a program of the reader's. Whoever put it
 * there learns who reads it, and can change what they read, or send a program. Links that
 * a reader follows by hand are none, nor is the template in a folder of the author's
 * computer, which most offices leave in their documents.
 */
final class PartsFromElsewhere {

	/** What programs for OpenDocument load by itself. */
	private static final Set<String> LOADED = Set.of("image", "fill-image", "background-image",
			"list-level-style-image", "object", "object-ole", "plugin", "floating-frame", "section-source", "sound",
			"template", "auto-reload", "font-face-uri");

	/** What Word loads for a drawing, beside what its relations name. */
	private static final Set<String> LOADED_BY_SOURCE = Set.of("imagedata", "fill", "stroke");

	/** Another document that is read as a part of this one. */
	private static final Pattern PART_OF_ANOTHER_KIND = Pattern.compile("(?i).*/(aFChunk|control|activeXControl\\w*)$");

	/** What says what a document consists of: in one of Word, and in an OpenDocument. */
	private static final Pattern PARTS = Pattern.compile("(?i)\\.(rels|xml)$");

	private static final Pattern CALLING_ADDRESS = Pattern
		.compile("(?i)^\\s*(vnd\\.sun\\.star\\.script|macro|script):.*");

	private static final Pattern WITH_SCHEME = Pattern.compile("[a-z][a-z0-9+.-]+:.*");

	private static final Pattern ENCODED_BACKSLASH = Pattern.compile("(?i)%5c");

	private FieldCodes fields = new FieldCodes();

	private boolean inField;

	private @Nullable Reason found;

	/** Why the document is not to be taken; empty where it does nothing. */
	Optional<Reason> found() {
		return Optional.ofNullable(found);
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
		PushbackInputStream ahead = new PushbackInputStream(content);
		int first = ahead.read();
		if (first < 0) {
			// Programs write such parts where there is nothing to say.
			return;
		}
		ahead.unread(first);
		fields = new FieldCodes();
		inField = false;
		try {
			XMLStreamReader reader = HarmlessXml.reader(ahead);
			while (found == null && reader.hasNext()) {
				found = found(reader, reader.next());
			}
		}
		catch (XMLStreamException broken) {
			// Whether it is far too much is told before whether it is broken.
			ahead.transferTo(OutputStream.nullOutputStream());
			throw new IOException("The part " + name + " of a document cannot be read", broken);
		}
	}

	private @Nullable Reason found(XMLStreamReader reader, int event) {
		if (event == XMLStreamConstants.DTD) {
			// No program writes one, and it can name a file elsewhere.
			return Reason.LINKED;
		}
		if (event == XMLStreamConstants.START_ELEMENT) {
			Reason inFields = inFields(reader);
			return inFields != null ? inFields
					: calls(reader) ? Reason.WITH_MACROS : loadsFromElsewhere(reader) ? Reason.LINKED : null;
		}
		if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("instrText")) {
			inField = false;
		}
		else if (event == XMLStreamConstants.CHARACTERS && inField) {
			return fields.says(reader.getText());
		}
		return null;
	}

	private @Nullable Reason inFields(XMLStreamReader element) {
		String name = element.getLocalName();
		inField = name.equals("instrText");
		if (name.equals("fldSimple")) {
			return FieldCodes.reason(String.valueOf(attribute(element, "instr")));
		}
		if (name.equals("fldChar")) {
			return switch (String.valueOf(attribute(element, "fldCharType"))) {
				case "begin" -> fields.begins();
				case "separate" -> fields.shows();
				case "end" -> fields.ends();
				default -> null;
			};
		}
		return null;
	}

	private static boolean calls(XMLStreamReader element) {
		String name = element.getLocalName();
		String address = attribute(element, "href");
		return address != null && CALLING_ADDRESS.matcher(address).matches()
				|| name.equals("module") && String.valueOf(element.getNamespaceURI()).contains("script")
				|| name.equals("Relationship")
						&& PART_OF_ANOTHER_KIND.matcher(String.valueOf(attribute(element, "Type"))).matches();
	}

	private static boolean loadsFromElsewhere(XMLStreamReader element) {
		String name = element.getLocalName();
		if (name.equals("Relationship")) {
			String type = attribute(element, "Type");
			return "External".equalsIgnoreCase(attribute(element, "TargetMode"))
					&& (type == null || !type.toLowerCase(Locale.ROOT).endsWith("/hyperlink"))
					&& elsewhere(attribute(element, "Target"));
		}
		if (LOADED_BY_SOURCE.contains(name) && elsewhere(attribute(element, "src"))) {
			return true;
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
	static boolean elsewhere(@Nullable String address) {
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
