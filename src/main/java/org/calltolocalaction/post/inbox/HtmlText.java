package org.calltolocalaction.post.inbox;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * What an HTML mail says, as plain text: lines where it shows lines, and quotes marked as
 * in plain mails.
 */
final class HtmlText implements NodeVisitor {

	private static final Set<String> BLOCKS = Set.of("p", "div", "br", "tr", "li", "ul", "ol", "h1", "h2", "h3", "h4",
			"h5", "h6", "table", "blockquote", "pre", "hr", "section", "article");

	private static final Set<String> UNSEEN = Set.of("script", "style", "head", "title", "template");

	private final StringBuilder lines = new StringBuilder();

	private final StringBuilder line = new StringBuilder();

	private int quotes;

	private int unseen;

	private HtmlText() {
	}

	static String of(String html) {
		HtmlText text = new HtmlText();
		Jsoup.parse(html).traverse(text);
		text.endLine();
		return text.lines.toString().replaceAll("\n{3,}", "\n\n").strip();
	}

	@Override
	public void head(Node node, int depth) {
		if (node instanceof TextNode words && unseen == 0) {
			line.append(words.text());
		}
		else if (node instanceof Element element) {
			String name = element.normalName();
			if (BLOCKS.contains(name)) {
				endLine();
			}
			unseen += UNSEEN.contains(name) ? 1 : 0;
			quotes += name.equals("blockquote") ? 1 : 0;
		}
	}

	@Override
	public void tail(Node node, int depth) {
		if (node instanceof Element element) {
			String name = element.normalName();
			if (BLOCKS.contains(name) && !name.equals("br")) {
				endLine();
				if (name.equals("p") && quotes == 0) {
					lines.append('\n');
				}
			}
			unseen -= UNSEEN.contains(name) ? 1 : 0;
			quotes -= name.equals("blockquote") ? 1 : 0;
		}
	}

	private void endLine() {
		String said = line.toString().replace('\u00a0', ' ').strip();
		if (!said.isEmpty()) {
			lines.append(quotes > 0 ? "> " : "").append(said).append('\n');
		}
		line.setLength(0);
	}

}
