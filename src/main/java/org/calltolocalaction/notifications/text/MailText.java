package org.calltolocalaction.notifications.text;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.calltolocalaction.editions.ReaderTimes;
import org.calltolocalaction.kernel.text.Languages;
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
import org.calltolocalaction.post.content.MailBlock;
import org.calltolocalaction.post.content.MailContent;

/**
 * One mail in the making, part by part, in the language of the person who gets it.
 */
public final class MailText {

	/** More of a list are read on the desk. */
	public static final int LISTED_AT_MOST = 20;

	private static final int LONGEST_SUBJECT = 150;

	private static final Pattern COLON = Pattern.compile("\u00a0?:$");

	private final MailMessages messages;

	private final ReaderTimes times;

	private final URI desk;

	private final List<MailBlock> blocks = new ArrayList<>();

	private String subject = "";

	MailText(MailMessages messages, ReaderTimes times, URI desk) {
		this.messages = messages;
		this.times = times;
		this.desk = desk;
	}

	public Locale language() {
		return messages.language();
	}

	/** One of the texts of mails, in the reader's language. */
	public String say(String key, Object... arguments) {
		return messages.say(key, arguments);
	}

	/** The keys of the texts of which it is made. */
	public Set<String> said() {
		return Set.copyOf(messages.said());
	}

	public ReaderTimes times() {
		return times;
	}

	public String subject() {
		return subject;
	}

	/** As plain text. */
	public String body() {
		return content().plain();
	}

	/** What the mail says, without greeting and signature, as plain text. */
	public String gist() {
		return content().gist().plain();
	}

	/** All that the mail says so far. */
	public MailContent content() {
		return new MailContent(blocks);
	}

	/** Is said of the desk before anything else. */
	MailText notice(String key) {
		return add(new Notice(messages.say(key)));
	}

	MailText greeting(String key, Object... arguments) {
		return add(new Greeting(messages.say(key, arguments)));
	}

	public MailText subject(String key, Object... arguments) {
		subject = OneLine.of(messages.say(key, arguments), LONGEST_SUBJECT);
		return this;
	}

	public MailText paragraph(String key, Object... arguments) {
		return add(new Paragraph(messages.say(key, arguments)));
	}

	/** A line of a list of facts, such as the reference. */
	public MailText fact(String labelKey, Object value) {
		String label = messages.say(labelKey);
		return add(new Fact(label, OneLine.of(value.toString()), messages.say("notifications.fact", label, value)));
	}

	/** An entry of a list. */
	public MailText item(String key, Object... arguments) {
		return add(new Item(messages.say(key, arguments)));
	}

	/** The first of many, each in its line, and then how many more there are. */
	public <T> MailText list(List<T> all, Consumer<T> line, IntConsumer more) {
		all.stream().limit(LISTED_AT_MOST).forEach(line);
		if (all.size() > LISTED_AT_MOST) {
			more.accept(all.size() - LISTED_AT_MOST);
		}
		return this;
	}

	/**
	 * The address of a page of the desk, in a line of its own, so that mail programs find
	 * where it ends.
	 */
	public MailText link(String labelKey, String path) {
		String label = messages.say(labelKey);
		String address = address(path).toString();
		return add(new Link(label, address, messages.say("notifications.fact", label, address)));
	}

	/**
	 * What somebody wrote of whom nothing else is known, marked line by line, so that it
	 * cannot be taken for what the desk says.
	 */
	public MailText quote(String heading, String written) {
		return quote(heading, written, WrittenIn.of(written, Optional.empty()), true);
	}

	/**
	 * The same of somebody who reads the desk in that language, and so is likely to write
	 * in it.
	 */
	public MailText quote(String heading, String written, Locale author) {
		return quote(heading, written, WrittenIn.of(written, Optional.of(author)), true);
	}

	/** The same where the heading names the language. */
	public MailText quoteIn(Locale language, String heading, String written) {
		return quote(heading, written, Optional.of(language), false);
	}

	private MailText quote(String heading, String written, Optional<Locale> language, boolean named) {
		String whose = language.filter(in -> named).map(in -> inOtherLanguage(heading, in)).orElse(heading);
		return add(new Quote(whose, written.strip().lines().map(OneLine::of).toList(),
				language.map(Locale::getLanguage).orElse(null)));
	}

	/**
	 * Says behind words in which language they are, or what follows them is, where the
	 * reader reads another: before the colon that leads over to it.
	 */
	public String inOtherLanguage(String words, Locale language) {
		Locale known = Languages.nearest(language);
		if (known.equals(language())) {
			return words;
		}
		String in = messages.say("notifications.language." + known.getLanguage());
		Matcher colon = COLON.matcher(words);
		return colon.find()
				? messages.say("notifications.language", words.substring(0, colon.start()), in) + colon.group()
				: messages.say("notifications.language", words, in);
	}

	/** What another mail says, as it was written, under its subject. */
	public MailText chapter(String heading, String when, MailContent gist) {
		return add(new Chapter(heading, when, gist.blocks()));
	}

	/** Sets off what follows from what is before it. */
	public MailText rule() {
		return add(new Rule());
	}

	/** Ends the mail; who we are and why the person gets it. */
	public MailText signed(String why) {
		return add(new Signature(List.of(messages.say("notifications.signature.name"), desk.toString(),
				messages.say("notifications.signature.who")), why));
	}

	public URI address(String path) {
		return URI.create(desk + path);
	}

	private MailText add(MailBlock block) {
		blocks.add(block);
		return this;
	}

}
