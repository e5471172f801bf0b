package org.calltolocalaction.registry.web;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.registry.PublicAddresses;
import org.calltolocalaction.registry.PublicAddresses.Public;
import org.calltolocalaction.reports.ReadReport;
import org.springframework.stereotype.Component;

/**
 * Tells search engines which pages there are. One file holds at most 50,000 addresses by
 * the protocol; with more pledges there is one file of files.
 */
@Component
class Sitemaps {

	/** Pledges of one file; the protocol leaves some for the other pages. */
	static final int MOST = 49_000;

	private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

	private static final int BATCH = 1_000;

	private static final List<String> PAGES = List.of("/", "/pledges", "/pledges/search-help", "/reports",
			"/pledge-form", "/receipts/verify");

	private final PublicAddresses addresses;

	private final ReadReport reports;

	private final DeskProperties desk;

	Sitemaps(PublicAddresses addresses, ReadReport reports, DeskProperties desk) {
		this.addresses = addresses;
		this.reports = reports;
		this.desk = desk;
	}

	/** What is written between the tags of the outermost element. */
	@FunctionalInterface
	private interface Content {

		void writeTo(XMLStreamWriter xml) throws XMLStreamException;

	}

	/**
	 * All pages, or the files in which they stand.
	 * @param most how many pledges one file has
	 */
	void all(OutputStream out, int most) {
		List<PledgeReference> beginnings = addresses.beginnings(most);
		if (beginnings.size() > 1) {
			write(out, "sitemapindex", xml -> {
				entry(xml, "sitemap", "/sitemap/pages.xml", Optional.empty());
				for (PledgeReference first : beginnings) {
					entry(xml, "sitemap", "/sitemap/" + first + ".xml", Optional.empty());
				}
			});
		}
		else {
			write(out, "urlset", xml -> {
				pages(xml);
				pledges(xml, "", most);
			});
		}
	}

	/** The pages that are no pledges. */
	void pages(OutputStream out) {
		write(out, "urlset", this::pages);
	}

	/** The pledges of one file, the first of which names it. */
	void pledges(OutputStream out, PledgeReference first, int most) {
		write(out, "urlset", xml -> pledges(xml, first.value(), most));
	}

	private void pages(XMLStreamWriter xml) throws XMLStreamException {
		Stream<String> published = reports.editions(Optional.empty())
			.stream()
			.map(edition -> "/reports/" + edition.year());
		for (String path : Stream.concat(PAGES.stream(), published).toList()) {
			entry(xml, "url", path, Optional.empty());
		}
	}

	private void pledges(XMLStreamWriter xml, String first, int most) throws XMLStreamException {
		String from = first;
		int left = most;
		while (left > 0) {
			// One more than is written: the first of the next batch.
			int asked = Math.min(BATCH, left);
			List<Public> batch = addresses.from(from, asked + 1);
			for (Public pledge : batch.subList(0, Math.min(asked, batch.size()))) {
				entry(xml, "url", "/pledges/" + pledge.reference(), Optional.of(pledge));
			}
			left = batch.size() > asked ? left - asked : 0;
			from = batch.size() > asked ? batch.get(asked).reference().value() : from;
		}
	}

	private void entry(XMLStreamWriter xml, String element, String path, Optional<Public> pledge)
			throws XMLStreamException {
		xml.writeStartElement(element);
		text(xml, "loc", desk.addressOf(path).toASCIIString());
		if (pledge.isPresent()) {
			text(xml, "lastmod", pledge.get().since().truncatedTo(ChronoUnit.SECONDS).toString());
		}
		xml.writeEndElement();
	}

	private static void text(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
		xml.writeStartElement(element);
		xml.writeCharacters(text);
		xml.writeEndElement();
	}

	private static void write(OutputStream out, String element, Content content) {
		try {
			XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory()
				.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
			xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
			xml.writeStartElement(element);
			xml.writeDefaultNamespace(NAMESPACE);
			content.writeTo(xml);
			xml.writeEndElement();
			xml.writeEndDocument();
			xml.flush();
		}
		catch (XMLStreamException failure) {
			throw new IllegalStateException("A list of pages could not be written", failure);
		}
	}

}
