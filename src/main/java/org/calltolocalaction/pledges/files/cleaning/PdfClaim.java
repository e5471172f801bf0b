package org.calltolocalaction.pledges.files.cleaning;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.XMLEvent;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.calltolocalaction.kernel.archive.HarmlessXml;
import org.jspecify.annotations.Nullable;

/**
 * What a PDF says of its own: that it can be kept for long (PDF/A) and be read by
 * everybody (PDF/UA). The claim stands among what programs note about who made it; it is
 * said again, beside nothing but the title and the language. Whether it was true before
 * is not looked into; what is left out of a document makes no such claim untrue.
 *
 * @param said the names of the claims with what they say
 * @param title as it stands beside them; newer documents have it nowhere else
 */
record PdfClaim(Map<String, String> said, @Nullable String title) {

	private static final QName TITLE = new QName("http://purl.org/dc/elements/1.1/", "title");

	private static final Map<String, String> SPACES = Map.of("pdfaid", "http://www.aiim.org/pdfa/ns/id/", "pdfuaid",
			"http://www.aiim.org/pdfua/ns/id/");

	private static final Map<String, Pattern> PARTS = Map.of("pdfaid:part", Pattern.compile("[1-4]"),
			"pdfaid:conformance", Pattern.compile("[ABUEF]"), "pdfaid:rev", Pattern.compile("20[0-9]{2}"),
			"pdfuaid:part", Pattern.compile("[12]"), "pdfuaid:rev", Pattern.compile("20[0-9]{2}"));

	/** In an archive, each name that is not one of its own has to be explained. */
	private static final String EXTENSION = """
			<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
			xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
			<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
			<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
			<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
			<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
			<pdfaSchema:property><rdf:Seq>%s%s</rdf:Seq></pdfaSchema:property>
			</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
			"""
		.formatted(property("part", "Integer"), property("rev", "Integer"));

	private static final int LONGEST = 1 << 20;

	private static final PdfClaim NONE = new PdfClaim(Map.of(), null);

	private static String property(String name, String type) {
		return """
				<rdf:li rdf:parseType="Resource"><pdfaProperty:name>%1$s</pdfaProperty:name>
				<pdfaProperty:valueType>%2$s</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
				<pdfaProperty:description>The %1$s of the standard</pdfaProperty:description></rdf:li>
				"""
			.formatted(name, type);
	}

	static PdfClaim of(PDDocumentCatalog catalog) {
		PDMetadata notes = catalog.getMetadata();
		if (notes == null) {
			return NONE;
		}
		try (InputStream content = notes.exportXMPMetadata()) {
			return of(content.readNBytes(LONGEST));
		}
		catch (IOException | RuntimeException | XMLStreamException broken) {
			// What cannot be read claims nothing.
			return NONE;
		}
	}

	private static PdfClaim of(byte[] notes) throws XMLStreamException {
		Map<String, String> said = new TreeMap<>();
		XMLEventReader events = HarmlessXml.events(new ByteArrayInputStream(notes));
		String within = null;
		boolean inTitle = false;
		StringBuilder title = new StringBuilder();
		while (events.hasNext()) {
			XMLEvent event = events.nextEvent();
			if (event.isStartElement()) {
				within = claim(event.asStartElement().getName());
				inTitle |= title.isEmpty() && event.asStartElement().getName().equals(TITLE);
				for (Iterator<Attribute> each = event.asStartElement().getAttributes(); each.hasNext();) {
					Attribute attribute = each.next();
					keep(claim(attribute.getName()), attribute.getValue(), said);
				}
			}
			else if (event.isCharacters()) {
				keep(within, event.asCharacters().getData(), said);
				title.append(inTitle ? event.asCharacters().getData() : "");
			}
			else if (event.isEndElement()) {
				within = null;
				// Of a title in several languages the first is the usual one.
				inTitle &= title.toString().isBlank();
			}
		}
		return new PdfClaim(said, title.toString().isBlank() ? null : title.toString().strip());
	}

	private static @Nullable String claim(QName name) {
		return SPACES.entrySet()
			.stream()
			.filter(space -> space.getValue().equals(name.getNamespaceURI()))
			.map(space -> space.getKey() + ":" + name.getLocalPart())
			.filter(PARTS::containsKey)
			.findFirst()
			.orElse(null);
	}

	private static void keep(@Nullable String name, String value, Map<String, String> said) {
		Pattern usual = name == null ? null : PARTS.get(name);
		if (name != null && usual != null && usual.matcher(value.strip()).matches()) {
			said.put(name, value.strip());
		}
	}

	/** The first of these standards is older than packed objects. */
	boolean allowsPackedObjects() {
		return !"1".equals(said.get("pdfaid:part"));
	}

	/** Says in the clean document what was said in the one that was sent. */
	void repeat(PDDocument document) throws IOException {
		if (!said.containsKey("pdfaid:part") && !said.containsKey("pdfuaid:part")) {
			return;
		}
		String ofDocument = document.getDocumentInformation().getTitle();
		if ("4".equals(said.get("pdfaid:part"))) {
			// It has its title here only.
			document.getDocument().getTrailer().removeItem(COSName.INFO);
		}
		PDMetadata notes = new PDMetadata(document);
		notes.importXMPMetadata(
				notes(ofDocument == null ? title : ofDocument, document.getDocumentCatalog().getLanguage())
					.getBytes(StandardCharsets.UTF_8));
		document.getDocumentCatalog().setMetadata(notes);
	}

	private String notes(@Nullable String called, @Nullable String language) {
		StringBuilder notes = new StringBuilder("""
				<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
				<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
				<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" """);
		SPACES.entrySet()
			.stream()
			.filter(space -> said.keySet().stream().anyMatch(name -> name.startsWith(space.getKey() + ":")))
			.sorted(Map.Entry.comparingByKey())
			.forEach(space -> notes.append(" xmlns:%s=\"%s\"".formatted(space.getKey(), space.getValue())));
		notes.append(">\n");
		if (called != null) {
			notes.append("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n"
				.formatted(escaped(called)));
		}
		if (language != null && language.matches("[A-Za-z0-9-]{1,35}")) {
			notes.append("<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n".formatted(language));
		}
		said.forEach((name, value) -> notes.append("<%1$s>%2$s</%1$s>\n".formatted(name, value)));
		notes.append("</rdf:Description>\n");
		if (said.containsKey("pdfaid:part") && said.keySet().stream().anyMatch(name -> name.startsWith("pdfuaid:"))) {
			notes.append(EXTENSION);
		}
		return notes.append("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>").toString();
	}

	/** Without the signs that XML cannot hold. */
	private static String escaped(String text) {
		return text.replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]|[\\ud800-\\udfff\\ufffe\\uffff]", "")
			.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;");
	}

}
