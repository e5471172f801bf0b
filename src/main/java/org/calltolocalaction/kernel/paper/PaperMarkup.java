package org.calltolocalaction.kernel.paper;

import com.ibm.icu.text.Bidi;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * A page as the template wrote it, made into what the renderer of documents understands:
 * it knows no {@code dir="auto"}, runs nothing and has the letters of its own fonts only.
 */
final class PaperMarkup {

	private static final String DIRECTION = "dir";

	private final Document page;

	private PaperMarkup(Document page) {
		this.page = page;
	}

	static PaperMarkup of(String html, PaperPage of, String styles) {
		Document page = Jsoup.parse(html);
		page.title(of.title());
		page.head().appendElement("meta").attr("name", "subject").attr("content", of.title());
		page.child(0).attr("lang", of.language().toLanguageTag());
		page.select("script, style, link, iframe, object, embed, form, base").remove();
		page.head().appendElement("style").appendText(styles);
		PaperMarkup markup = new PaperMarkup(page);
		markup.showWhatThereAreLettersFor();
		markup.sayDirections();
		markup.sayWhereLinksLead();
		return markup;
	}

	org.w3c.dom.Document asXhtml() {
		return new W3CDom().namespaceAware(false).fromJsoup(page);
	}

	private void showWhatThereAreLettersFor() {
		boolean lacking = false;
		for (TextNode text : page.body().nodeStream(TextNode.class).toList()) {
			String written = text.getWholeText();
			if (!PaperFonts.have(written)) {
				text.text(PaperFonts.printable(written));
				lacking |= text.getWholeText().contains(PaperFonts.NO_LETTER);
			}
		}
		// The template says what the boxes are; where there are none it need not.
		if (!lacking) {
			page.select("[data-lacking-letters]").remove();
		}
	}

	private void sayDirections() {
		for (Element isolated : page.select("[dir=auto], bdi")) {
			byte direction = Bidi.getBaseDirection(isolated.wholeText());
			isolated.attr(DIRECTION, direction == Bidi.RTL ? "rtl" : "ltr");
		}
	}

	// On paper there are no other pages of the desk, and what reads a document aloud
	// wants to say where a link leads.
	private void sayWhereLinksLead() {
		page.select("a:not([href^=http])").unwrap();
		page.select("a").forEach(link -> link.attr("title", link.attr("href")));
	}

}
