package org.calltolocalaction.post.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.calltolocalaction.kernel.text.CompiledTemplates;
import org.calltolocalaction.post.content.MailBlock.Fact;
import org.calltolocalaction.post.content.MailBlock.Item;
import org.calltolocalaction.post.content.MailBlock.Link;
import org.calltolocalaction.post.content.MailBlock.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * Draws a mail as a page of one sober layout, in the words of its plain text: readable on
 * a phone and in the dark, with nothing that is loaded from anywhere. What can be
 * followed leads to the desk and nowhere else, whatever people wrote.
 */
public final class HtmlMail {

	/** Mail programs cut what is much longer; who wants all of it has the plain text. */
	private static final int LONGEST = 400_000;

	private static final int LONGEST_PREVIEW = 140;

	/** Ends before punctuation that belongs to the sentence around the address. */
	private static final String PAGE = "(?:[/?#](?:[^\\s<>\"“”«»]*[^\\s<>\"“”«».,;:!?)\\]])?|(?![\\w:@-]))";

	private final Pattern ownAddress;

	private HtmlMail(String desk) {
		this.ownAddress = Pattern.compile(Pattern.quote(desk) + PAGE);
	}

	/**
	 * The mail as a page.
	 * @param desk the public address of the desk
	 * @return nothing where it would be too long
	 */
	public static Optional<String> of(MailContent content, Locale language, String subject, String desk) {
		String html = CompiledTemplates.draw("post/mail",
				Map.of("mail", new HtmlMail(desk), "blocks", content.blocks(), "language", language.getLanguage(),
						"subject", subject, "preview", preview(content), "main", main(content)));
		return Optional.of(html).filter(page -> page.length() <= LONGEST);
	}

	/** What mail programs show of it beside its subject: not the greeting. */
	private static String preview(MailContent content) {
		String first = content.gist()
			.blocks()
			.stream()
			.filter(Paragraph.class::isInstance)
			.map(block -> ((Paragraph) block).text().replaceAll("\\s+", " "))
			.findFirst()
			.orElse("");
		return first.codePointCount(0, first.length()) <= LONGEST_PREVIEW ? first
				: first.substring(0, first.offsetByCodePoints(0, LONGEST_PREVIEW - 1)) + "…";
	}

	/** The way that the mail is about, of those that it shows: the first. */
	private static Optional<MailBlock> main(MailContent content) {
		return content.blocks()
			.stream()
			.filter(block -> block instanceof Link link && !link.label().isEmpty())
			.findFirst();
	}

	/**
	 * Facts or entries that stand together are one list.
	 * @return runs of blocks that are drawn as one
	 */
	public List<List<MailBlock>> runs(List<MailBlock> blocks) {
		List<List<MailBlock>> runs = new ArrayList<>();
		for (MailBlock block : blocks) {
			List<MailBlock> last = runs.isEmpty() ? List.of() : runs.get(runs.size() - 1);
			if (!last.isEmpty() && (block instanceof Fact || block instanceof Item)
					&& last.get(0).getClass() == block.getClass()) {
				last.add(block);
			}
			else {
				runs.add(new ArrayList<>(List.of(block)));
			}
		}
		return runs;
	}

	/** The paragraphs of a text, each with its lines. */
	public List<List<String>> paragraphs(String text) {
		return Arrays.stream(text.strip().split("\n\\s*\n")).map(paragraph -> paragraph.lines().toList()).toList();
	}

	/**
	 * A piece of a line.
	 *
	 * @param address of the desk, where it can be followed
	 */
	public record Piece(String text, @Nullable String address) {
	}

	/**
	 * The line in pieces, of which those that are addresses of the desk can be followed.
	 */
	public List<Piece> pieces(String line) {
		List<Piece> pieces = new ArrayList<>();
		Matcher matcher = ownAddress.matcher(line);
		int end = 0;
		while (matcher.find()) {
			pieces.add(new Piece(line.substring(end, matcher.start()), null));
			pieces.add(new Piece(matcher.group(), matcher.group()));
			end = matcher.end();
		}
		pieces.add(new Piece(line.substring(end), null));
		return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
	}

	/**
	 * An entry that ends with its address is the way there itself: an address is long,
	 * and says nothing.
	 */
	public List<Piece> entry(String text) {
		List<Piece> pieces = pieces(text);
		if (pieces.size() == 2 && pieces.get(1).address() != null) {
			String words = pieces.get(0).text().replaceFirst("[\\s\u00a0]*:?[\\s\u00a0]*$", "");
			if (!words.isBlank()) {
				return List.of(new Piece(words, pieces.get(1).address()));
			}
		}
		return pieces;
	}

	/** Whether it is a page of the desk; nothing else is ever drawn as a way. */
	public boolean leadsToDesk(String address) {
		return ownAddress.matcher(address).matches();
	}

}
