package org.calltolocalaction.forms.view;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Safelist;

/**
 * Makes what authors wrote as Markdown or HTML into HTML that may stand on a page:
 * nothing that runs, nothing that loads from elsewhere, and in GOV.UK's dress. What
 * people answered never becomes markup.
 */
public final class Markup {

	private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).build();

	// form-js breaks a line where its author did.
	private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
		.extensions(List.of(TablesExtension.create()))
		.softbreak("<br>\n")
		.build();

	// No images: the desk's pages load nothing from elsewhere. No ids, names or classes:
	// they could be the desk's own.
	private static final Safelist HARMLESS = new Safelist()
		.addTags("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "em", "strong", "b", "i", "u", "small", "sub",
				"sup", "a", "ul", "ol", "li", "dl", "dt", "dd", "hr", "br", "blockquote", "pre", "code", "table",
				"caption", "thead", "tbody", "tr", "th", "td", "details", "summary")
		.addAttributes("a", "href")
		.addProtocols("a", "href", "http", "https", "mailto", "tel", "#")
		.preserveRelativeLinks(true)
		.addAttributes("ol", "start")
		.addAttributes("th", "scope", "colspan", "rowspan")
		.addAttributes("td", "colspan", "rowspan")
		.addAttributes(":all", "lang", "dir");

	// A page has its title and a section its heading, so an author's headings begin one
	// below.
	private static final Map<String, String> DRESS = Map.ofEntries(entry("p", "govuk-body"), entry("a", "govuk-link"),
			entry("ul", "govuk-list govuk-list--bullet"), entry("ol", "govuk-list govuk-list--number"),
			entry("table", "govuk-table"), entry("tr", "govuk-table__row"), entry("th", "govuk-table__header"),
			entry("td", "govuk-table__cell"), entry("blockquote", "govuk-inset-text"),
			entry("hr", "govuk-section-break govuk-section-break--m govuk-section-break--visible"),
			entry("details", "govuk-details"), entry("summary", "govuk-details__summary"));

	private Markup() {
	}

	/** What Markdown says, with tables as GitHub writes them. */
	public static String ofMarkdown(String markdown) {
		return ofHtml(RENDERER.render(PARSER.parse(markdown)));
	}

	/**
	 * What is left of HTML when everything that does not belong on the desk's pages is
	 * gone.
	 */
	public static String ofHtml(String html) {
		Document document = Jsoup.parseBodyFragment(
				Jsoup.clean(html, "https://desk.invalid/", HARMLESS, new Document.OutputSettings().prettyPrint(false)));
		document.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml).charset("UTF-8");
		DRESS.forEach((tag, dress) -> document.body().getElementsByTag(tag).addClass(dress));
		document.body().select("a[href~=(?i)^https?:]").attr("rel", "noopener");
		document.body().select("thead th").attr("scope", "col");
		for (Element heading : document.body().select("h1, h2, h3, h4, h5, h6")) {
			int level = heading.normalName().charAt(1) - '0';
			heading.tagName("h" + Math.min(level + 2, 6)).addClass(level == 1 ? "govuk-heading-m" : "govuk-heading-s");
		}
		return document.body().html();
	}

	/** An answer that is set into HTML. */
	public static String escapedForHtml(String answer) {
		return answer.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replace("'", "&#39;");
	}

	/**
	 * An answer that is set into Markdown: every sign that could mean something is taken
	 * at its word.
	 */
	public static String escapedForMarkdown(String answer) {
		return answer.replaceAll("([!-/:-@\\[-`{-~])", "\\\\$1").replaceAll("\\s*\n\\s*", "  \n").strip();
	}

}
