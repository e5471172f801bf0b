package org.calltolocalaction.pledges.files.cleaning;

import com.fasterxml.aalto.stax.OutputFactoryImpl;
import com.fasterxml.aalto.stax.EventFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartDocument;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.calltolocalaction.kernel.archive.HarmlessXml;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a text document tells about people and their computers: the properties
 * of the document, who wrote which comment or change, the printer, the place of the
 * template. What a part is, its outermost element says: programs name parts as they like.
 */
final class PersonalData {

	/** Of these parts only what stands here is kept. */
	private static final Set<String> PROPERTIES = Set.of("coreProperties", "Properties", "people", "properties",
			"labelList", "Tasks");

	private static final Set<String> KEPT_PROPERTIES = Set.of("title", "language");

	private static final Set<String> KEPT_OF_META = Set.of("title", "language", "document-statistic");

	private static final Set<String> NAMING_ELEMENTS = Set.of("creator", "creator-initials", "sender-initials");

	private static final Set<String> SIGNED_BY = Set.of("annotation", "change-info");

	/** What Word keeps of how, from what and for whom a text was written. */
	private static final Set<String> OF_THE_WRITING = Set.of("attachedTemplate", "rsids", "docVars", "mailMerge");

	private static final Set<String> OF_THE_COMPUTER = Set.of("PrinterName", "PrinterSetup", "PrintFaxName", "Rsid",
			"RsidRoot", "CurrentDatabaseDataSource");

	private static final XMLOutputFactory WRITERS = new OutputFactoryImpl();

	private static final XMLEventFactory EVENTS = new EventFactoryImpl();

	private final Deque<QName> within = new ArrayDeque<>();

	/** How deep in something that is left out; 0 where nothing is. */
	private int leftOut;

	/** Whether somebody else's name is written already where one stands. */
	private boolean named;

	private boolean found;

	private PersonalData() {
	}

	/**
	 * Whether a part tells anything.
	 * @throws IOException where the part is not what such a part is
	 */
	static boolean isIn(InputStream part) throws IOException {
		PersonalData data = new PersonalData();
		data.read(part, null);
		return data.found;
	}

	/**
	 * Copies a part without it.
	 * @throws IOException where the part is not what such a part is
	 */
	static void leaveOut(InputStream part, OutputStream out) throws IOException {
		new PersonalData().read(part, out);
	}

	private void read(InputStream part, @Nullable OutputStream out) throws IOException {
		try {
			PushbackInputStream ahead = new PushbackInputStream(part);
			int first = ahead.read();
			if (first < 0) {
				// Programs write such parts where there is nothing to say.
				return;
			}
			ahead.unread(first);
			XMLEventReader events = HarmlessXml.events(ahead);
			XMLEventWriter writer = out == null ? null : WRITERS.createXMLEventWriter(out, "UTF-8");
			while (events.hasNext()) {
				XMLEvent kept = kept(events.nextEvent());
				if (kept != null && writer != null) {
					writer.add(kept);
				}
			}
			if (writer != null) {
				writer.close();
			}
		}
		catch (XMLStreamException | RuntimeException broken) {
			throw new IOException("A part of a document cannot be read", broken);
		}
	}

	private @Nullable XMLEvent kept(XMLEvent event) throws IOException {
		return switch (event.getEventType()) {
			case XMLStreamConstants.START_DOCUMENT -> inUtf8((StartDocument) event);
			case XMLStreamConstants.DTD -> throw new IOException("A part of a document defines things");
			case XMLStreamConstants.START_ELEMENT -> began(event.asStartElement());
			case XMLStreamConstants.END_ELEMENT -> ended(event);
			case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text(event);
			// Nobody sees comments and instructions, and anything can stand in them.
			case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> leftOut(event);
			default -> leftOut > 0 ? null : event;
		};
	}

	private static XMLEvent inUtf8(StartDocument declared) {
		return declared.standaloneSet()
				? EVENTS.createStartDocument("UTF-8", declared.getVersion(), declared.isStandalone())
				: EVENTS.createStartDocument("UTF-8", declared.getVersion());
	}

	private @Nullable XMLEvent leftOut(XMLEvent event) {
		found = true;
		return null;
	}

	private @Nullable XMLEvent began(StartElement element) {
		boolean tells = leftOut == 0 && !within.isEmpty() && leavesOut(element);
		within.push(element.getName());
		named = false;
		if (leftOut > 0 || tells) {
			leftOut++;
			found = true;
			return null;
		}
		return withoutNames(element);
	}

	private @Nullable XMLEvent ended(XMLEvent event) {
		within.pop();
		if (leftOut > 0) {
			leftOut--;
			return null;
		}
		return event;
	}

	private @Nullable XMLEvent text(XMLEvent event) {
		if (leftOut > 0) {
			return null;
		}
		String text = event.asCharacters().getData();
		if (namesSomebody() && !event.asCharacters().isWhiteSpace()) {
			found |= !text.equals(TellingAttributes.SOMEBODY);
			boolean once = !named;
			named = true;
			return once ? EVENTS.createCharacters(TellingAttributes.SOMEBODY) : null;
		}
		if (!within.isEmpty() && within.element().getLocalPart().equals("instrText")) {
			String kept = TellingAttributes.withoutFolders(text);
			found |= !kept.equals(text);
			return kept.equals(text) ? event : EVENTS.createCharacters(kept);
		}
		return event;
	}

	private boolean leavesOut(StartElement element) {
		QName root = within.peekLast();
		String name = element.getName().getLocalPart();
		return switch (root.getLocalPart()) {
			case "document-meta" -> within.size() == 2 && !KEPT_OF_META.contains(name);
			case "document-settings" ->
				name.equals("config-item") && OF_THE_COMPUTER.contains(String.valueOf(value(element, "name")));
			case "Relationships" -> LeftOutParts.areLedToBy(value(element, "Type"));
			case "Types" -> LeftOutParts.contains(value(element, "PartName"));
			case "manifest" -> LeftOutParts.contains(value(element, "full-path"));
			case "settings" -> OF_THE_WRITING.contains(name);
			// Where the table stood, in the words of Excel.
			case "workbook" -> name.equals("absPath");
			default -> name.equals("printerSettings") || isProperties(root) && !KEPT_PROPERTIES.contains(name);
		};
	}

	private static boolean isProperties(QName root) {
		return PROPERTIES.contains(root.getLocalPart())
				&& (!root.getLocalPart().equals("properties") || root.getNamespaceURI().contains("/metadata/"));
	}

	/** Whether what is read is the name of who wrote a comment or a change. */
	private boolean namesSomebody() {
		if (within.size() == 3 && within.element().getLocalPart().equals("author")
				&& within.getLast().getLocalPart().equals("comments")) {
			// Of a table.
			return true;
		}
		if (within.size() < 3 || !NAMING_ELEMENTS.contains(within.element().getLocalPart())) {
			return false;
		}
		Iterator<QName> outwards = within.iterator();
		outwards.next();
		return SIGNED_BY.contains(outwards.next().getLocalPart());
	}

	private StartElement withoutNames(StartElement element) {
		List<Attribute> kept = new ArrayList<>();
		boolean changed = false;
		for (Iterator<Attribute> each = element.getAttributes(); each.hasNext();) {
			Attribute attribute = each.next();
			String value = TellingAttributes.instead(element.getName(), attribute);
			boolean same = attribute.getValue().equals(value);
			changed |= !same;
			if (same) {
				kept.add(attribute);
			}
			else if (value != null) {
				kept.add(EVENTS.createAttribute(attribute.getName(), value));
			}
		}
		found |= changed;
		return changed ? EVENTS.createStartElement(element.getName(), kept.iterator(), element.getNamespaces())
				: element;
	}

	private static @Nullable String value(StartElement element, String name) {
		for (Iterator<Attribute> each = element.getAttributes(); each.hasNext();) {
			Attribute attribute = each.next();
			if (attribute.getName().getLocalPart().equals(name)) {
				return attribute.getValue();
			}
		}
		return null;
	}

}
