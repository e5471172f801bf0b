package org.calltolocalaction.post.content;

import java.util.List;
import org.calltolocalaction.post.content.MailBlock.Chapter;
import org.calltolocalaction.post.content.MailBlock.Fact;
import org.calltolocalaction.post.content.MailBlock.Greeting;
import org.calltolocalaction.post.content.MailBlock.Item;
import org.calltolocalaction.post.content.MailBlock.Link;
import org.calltolocalaction.post.content.MailBlock.Notice;
import org.calltolocalaction.post.content.MailBlock.Paragraph;
import org.calltolocalaction.post.content.MailBlock.Quote;
import org.calltolocalaction.post.content.MailBlock.Rule;
import org.calltolocalaction.post.content.MailBlock.Signature;

/** Writes a mail as plain text: paragraph by paragraph, lists line by line. */
final class PlainMail {

	private final StringBuilder text = new StringBuilder();

	private boolean inList;

	/**
	 * Entries and facts are lists of their own, even where no paragraph stands between
	 * them.
	 */
	private boolean inEntries;

	private PlainMail() {
	}

	static String of(List<MailBlock> blocks) {
		PlainMail mail = new PlainMail();
		blocks.forEach(mail::add);
		return mail.text.toString();
	}

	private void add(MailBlock block) {
		if (block instanceof Notice notice) {
			paragraph(notice.text());
		}
		else if (block instanceof Greeting greeting) {
			paragraph(greeting.text());
		}
		else if (block instanceof Paragraph paragraph) {
			paragraph(paragraph.text());
		}
		else if (block instanceof Fact fact) {
			fact(fact.line());
		}
		else if (block instanceof Link link) {
			fact(link.line());
		}
		else if (block instanceof Item item) {
			line("- " + item.text());
			inEntries = true;
		}
		else if (block instanceof Quote quote) {
			quote(quote);
		}
		else if (block instanceof Rule) {
			paragraph("* * *");
		}
		else if (block instanceof Chapter chapter) {
			paragraph("* * *");
			paragraph(chapter.heading() + "\n" + chapter.when());
			paragraph(of(chapter.blocks()).strip());
		}
		else if (block instanceof Signature signature) {
			sign(signature);
		}
	}

	private void fact(String line) {
		inList = inList && !inEntries;
		line(line);
	}

	// Marked line by line, so that it cannot be taken for what the desk says.
	private void quote(Quote quote) {
		paragraph(quote.heading());
		quote.lines().forEach(line -> line(("> " + line).stripTrailing()));
		inList = false;
	}

	private void sign(Signature signature) {
		paragraph("—");
		inList = true;
		signature.lines().forEach(this::line);
		paragraph(signature.why());
		text.append('\n');
	}

	private void paragraph(String paragraph) {
		text.append(text.isEmpty() ? "" : "\n\n").append(paragraph);
		inList = false;
	}

	private void line(String line) {
		if (!text.isEmpty()) {
			text.append(inList ? "\n" : "\n\n");
		}
		text.append(line);
		inList = true;
		inEntries = false;
	}

}
