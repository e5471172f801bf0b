package org.calltolocalaction.kernel.paper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * What a document says of itself: twice, as the standard wants it, and both the same. It
 * is dated to the instant that it is of, and not to the clock of the machine, so that the
 * same page gives the same bytes.
 */
record PaperFacts(String title, Locale language, Instant at) {

	static final String PRODUCER = "Pledge desk";

	static PaperFacts of(String title, Locale language, Instant at) {
		return new PaperFacts(title, language, at.truncatedTo(ChronoUnit.SECONDS));
	}

	void into(PDDocument document) throws IOException {
		Calendar when = GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
		PDDocumentInformation information = new PDDocumentInformation();
		information.setTitle(title);
		information.setProducer(PRODUCER);
		information.setCreationDate(when);
		information.setModificationDate(when);
		document.setDocumentInformation(information);
		document.getDocumentCatalog().setLanguage(language.toLanguageTag());
		PDMetadata metadata = new PDMetadata(document);
		metadata.importXMPMetadata(xmp().getBytes(StandardCharsets.UTF_8));
		document.getDocumentCatalog().setMetadata(metadata);
		document.setDocumentId(at.getEpochSecond());
	}

	private String xmp() {
		return """
				<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
				<x:xmpmeta xmlns:x="adobe:ns:meta/">
				<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
				<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="3" pdfaid:conformance="A"/>
				<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
				<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:format="application/pdf">
				<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
				<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
				</rdf:Description>
				<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" pdf:Producer="%s"/>
				<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreateDate="%s" xmp:ModifyDate="%s"/>
				%s</rdf:RDF>
				</x:xmpmeta>
				<?xpacket end="r"?>
				"""
			.formatted(escaped(title), language.toLanguageTag(), PRODUCER, at, at, EXPLAINED);
	}

	// PDF/A takes no words of others without what they mean; those of PDF/UA are others'.
	private static final String EXPLAINED = """
			<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
			<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
			<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
			<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
			<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
			<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
			<pdfaProperty:name>part</pdfaProperty:name>
			<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
			<pdfaProperty:category>internal</pdfaProperty:category>
			<pdfaProperty:description>Part of PDF/UA standard</pdfaProperty:description>
			</rdf:li></rdf:Seq></pdfaSchema:property>
			</rdf:li></rdf:Bag></pdfaExtension:schemas>
			</rdf:Description>
			""";

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

}
