package org.calltolocalaction.kernel.archive;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML that somebody sent, without definitions and without anything that stands
 * outside of it. The parser is that of the library which reads spreadsheets: two that
 * read differently could be told two stories.
 */
public final class HarmlessXml {

	private static final XMLInputFactory FACTORY = factory();

	private HarmlessXml() {
	}

	private static XMLInputFactory factory() {
		XMLInputFactory factory = new InputFactoryImpl();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
		return factory;
	}

	/** Reads one element after the other; definitions are told and not followed. */
	public static XMLStreamReader reader(InputStream content) throws XMLStreamException {
		return FACTORY.createXMLStreamReader(content);
	}

	/** Reads one event after the other, each of which can be written again. */
	public static XMLEventReader events(InputStream content) throws XMLStreamException {
		return FACTORY.createXMLEventReader(content);
	}

}
