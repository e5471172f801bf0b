package org.calltolocalaction.pledges.files.cleaning;

import com.fasterxml.aalto.stax.EventFactoryImpl;
import com.fasterxml.aalto.stax.OutputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.calltolocalaction.kernel.archive.HarmlessXml;
import org.calltolocalaction.pledges.files.cleaning.CannotBeCleaned.Why;
import org.jspecify.annotations.Nullable;

/**
 * Copies a drawing in SVG of a document with what is drawn, and nothing else: drawing
 * programs note the names of files, people and earlier versions in elements of their own.
 * One that runs something or loads something is not taken.
 */
final class CleanSvg {

	private static final String SVG = "http://www.w3.org/2000/svg";

	private static final Set<String> KEPT_ATTRIBUTES = Set.of("", "http://www.w3.org/1999/xlink",
			"http://www.w3.org/XML/1998/namespace");

	private static final Set<String> RUNNING = Set.of("script", "handler", "foreignObject", "iframe");

	private static final Pattern PICTURE_WITHIN = Pattern.compile("(?is)\\s*data:(image/[\\w.+-]+);base64,(.*)");

	private static final Pattern LOADS = Pattern.compile("(?i)@import|url\\(\\s*[\"']?\\s*(?!#|data:font)[^)\"'\\s]");

	private static final XMLOutputFactory WRITERS = new OutputFactoryImpl();

	private static final XMLEventFactory EVENTS = new EventFactoryImpl();

	private final List<PictureCleaner> pictures;

	private int leftOut;

	CleanSvg(List<PictureCleaner> pictures) {
		this.pictures = pictures;
	}

	/**
	 * Copies the drawing.
	 * @throws CannotBeCleaned where it is none, or does something
	 */
	void copy(InputStream drawing, OutputStream out) throws IOException {
		try {
			XMLEventReader events = HarmlessXml.events(drawing);
			XMLEventWriter writer = WRITERS.createXMLEventWriter(out, "UTF-8");
			while (events.hasNext()) {
				XMLEvent kept = kept(events.nextEvent());
				if (kept != null) {
					writer.add(kept);
				}
			}
			writer.flush();
		}
		catch (XMLStreamException | IllegalArgumentException broken) {
			throw new CannotBeCleaned(Why.DAMAGED, "A drawing cannot be read: " + broken.getMessage());
		}
	}

	private @Nullable XMLEvent kept(XMLEvent event) throws IOException {
		return switch (event.getEventType()) {
			case XMLStreamConstants.START_DOCUMENT -> EVENTS.createStartDocument("UTF-8", "1.0");
			case XMLStreamConstants.START_ELEMENT -> began(event.asStartElement());
			case XMLStreamConstants.END_ELEMENT -> leftOut > 0 && leftOut-- > 0 ? null : event;
			case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text(event);
			case XMLStreamConstants.END_DOCUMENT -> event;
			// Definitions, instructions and comments: nothing of them is drawn.
			default -> null;
		};
	}

	private @Nullable XMLEvent text(XMLEvent event) throws CannotBeCleaned {
		requireNothingLoaded(event.asCharacters().getData());
		return leftOut > 0 ? null : event;
	}

	private @Nullable XMLEvent began(StartElement element) throws IOException {
		QName name = element.getName();
		if (RUNNING.contains(name.getLocalPart())) {
			throw new CannotBeCleaned(Why.ACTIVE, "A drawing runs something");
		}
		if (leftOut > 0 || !name.getNamespaceURI().equals(SVG) || name.getLocalPart().equals("metadata")) {
			leftOut++;
			return null;
		}
		List<Attribute> kept = new ArrayList<>();
		for (Iterator<Attribute> each = element.getAttributes(); each.hasNext();) {
			Attribute attribute = each.next();
			boolean address = name.getLocalPart().equals("a") && attribute.getName().getLocalPart().equals("href");
			if (!address && KEPT_ATTRIBUTES.contains(attribute.getName().getNamespaceURI())) {
				kept.add(kept(attribute));
			}
		}
		return EVENTS.createStartElement(name, kept.iterator(), element.getNamespaces());
	}

	private Attribute kept(Attribute attribute) throws IOException {
		String name = attribute.getName().getLocalPart();
		String value = attribute.getValue();
		if (name.startsWith("on")) {
			throw new CannotBeCleaned(Why.ACTIVE, "A drawing runs something");
		}
		requireNothingLoaded(value);
		if (!name.equals("href") || value.strip().startsWith("#")) {
			return attribute;
		}
		Matcher within = PICTURE_WITHIN.matcher(value);
		if (!within.matches()) {
			throw new CannotBeCleaned(Why.LINKED, "A drawing leads elsewhere");
		}
		byte[] picture = Base64.getMimeDecoder().decode(within.group(2));
		for (PictureCleaner format : pictures) {
			if (format.isOne(picture)) {
				String clean = Base64.getEncoder().encodeToString(format.clean(picture));
				return EVENTS.createAttribute(attribute.getName(), "data:" + within.group(1) + ";base64," + clean);
			}
		}
		throw new CannotBeCleaned(Why.OTHER_PARTS, "A drawing has a picture in it that nothing here cleans");
	}

	private static void requireNothingLoaded(String style) throws CannotBeCleaned {
		if (LOADS.matcher(style).find()) {
			throw new CannotBeCleaned(Why.LINKED, "A drawing loads something");
		}
	}

}
