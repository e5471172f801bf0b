package org.calltolocalaction.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * A mail as a mail program has it: a plain part first and then a page. Whoever reads the
 * one has the other compared with it, so that each mail of each test says the same twice.
 */
public final class ReceivedMail {

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

	private ReceivedMail() {
	}

	/** The plain part. */
	public static String text(MimeMessage mail) {
		String text = part(mail, 0, "text/plain");
		Document page = page(mail);
		keep(page);
		assertThat(words(page)).as("the words of the page").isEqualTo(words(text));
		return text;
	}

	/**
	 * Whether both say the same, word by word; what only leads somewhere counts as said.
	 */
	public static void saysTheSame(String text, String page) {
		assertThat(words(Jsoup.parse(page))).as("the words of the page").isEqualTo(words(text));
	}

	// For who looks at all of them, see MailPictures.
	private static void keep(Document page) {
		String folder = System.getenv("DESK_MAIL_PAGES");
		if (folder == null) {
			return;
		}
		String name = page.title()
			.replaceAll("CLA-\\d{4}-\\d+|\\d+", "")
			.replaceAll("[^\\p{L}]+", "-")
			.toLowerCase(Locale.ROOT);
		Path file = Path.of(folder, page.selectFirst("html").attr("lang") + "-" + name + ".html");
		try {
			Files.createDirectories(file.getParent());
			Files.writeString(file, page.outerHtml());
		}
		catch (IOException full) {
			throw new UncheckedIOException(full);
		}
	}

	/** The page. */
	public static Document page(MimeMessage mail) {
		return Jsoup.parse(part(mail, 1, "text/html"));
	}

	private static String part(MimeMessage mail, int number, String type) {
		try {
			assertThat(mail.getContentType()).startsWith("multipart/alternative");
			Multipart parts = (Multipart) mail.getContent();
			assertThat(parts.getCount()).isEqualTo(2);
			assertThat(parts.getBodyPart(number).getContentType()).startsWith(type);
			return parts.getBodyPart(number).getContent().toString().replace("\r\n", "\n");
		}
		catch (MessagingException unreadable) {
			throw new IllegalStateException(unreadable);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static List<String> words(String text) {
		return WORD.matcher(text).results().map(MatchResult::group).toList();
	}

	// Where an address is not written out, whoever follows the words gets there: in the
	// plain part it stands behind them.
	private static List<String> words(Document page) {
		StringBuilder said = new StringBuilder();
		page.body().select(".preview").remove();
		page.body().traverse(new NodeVisitor() {
			@Override
			public void head(Node node, int depth) {
				if (node instanceof TextNode text) {
					said.append(text.text());
				}
				else if (node instanceof Element element && (element.isBlock() || element.normalName().equals("br"))) {
					said.append('\n');
				}
			}

			@Override
			public void tail(Node node, int depth) {
				if (node instanceof Element way && way.normalName().equals("a")
						&& !way.text().equals(way.attr("href"))) {
					said.append(' ').append(way.attr("href"));
				}
			}
		});
		return words(said.toString());
	}

}
