package org.calltolocalaction.notifications.text;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.calltolocalaction.editions.ReaderTimes;

/**
 * One mail in the making: plain text, paragraph by paragraph, in the language of the
 * person who gets it.
 */
public final class MailText {

	/** More of a list are read on the desk. */
	public static final int LISTED_AT_MOST = 20;

	private static final int LONGEST_SUBJECT = 150;

	private final MailMessages messages;

	private final ReaderTimes times;

	private final URI desk;

	private final StringBuilder body = new StringBuilder();

	private String subject = "";

	private boolean inList;

	/**
	 * Entries and facts are lists of their own, even where no paragraph stands between
	 * them.
	 */
	private boolean inEntries;

	/** Where greeting and signature leave off, for who quotes what is between them. */
	private int begin;

	private int end;

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

	public ReaderTimes times() {
		return times;
	}

	public String subject() {
		return subject;
	}

	public String body() {
		return body.toString();
	}

	/** What the mail says, without greeting and signature. */
	public String gist() {
		return body.substring(begin, end).strip();
	}

	/** Whatever is in the mail so far only leads up to it. */
	MailText begin() {
		begin = body.length();
		return this;
	}

	public MailText subject(String key, Object... arguments) {
		subject = OneLine.of(messages.say(key, arguments), LONGEST_SUBJECT);
		return this;
	}

	public MailText paragraph(String key, Object... arguments) {
		return text(messages.say(key, arguments));
	}

	/** A line of a list of facts, such as the reference. */
	public MailText fact(String labelKey, Object value) {
		inList = inList && !inEntries;
		return line(messages.say("notifications.fact", messages.say(labelKey), value));
	}

	/** An entry of a list. */
	public MailText item(String key, Object... arguments) {
		line("- " + messages.say(key, arguments));
		inEntries = true;
		return this;
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
		return fact(labelKey, address(path));
	}

	/**
	 * What somebody wrote, marked line by line, so that it cannot be taken for what the
	 * desk says.
	 */
	public MailText quote(String heading, String written) {
		text(heading);
		written.strip().lines().forEach(line -> line(("> " + OneLine.of(line)).stripTrailing()));
		inList = false;
		return this;
	}

	/** What another mail said, as it was written, under its subject. */
	public MailText chapter(String heading, String when, String gist) {
		return rule().text(heading + "\n" + when).text(gist);
	}

	/** Sets off what follows from what is before it. */
	public MailText rule() {
		return text("* * *");
	}

	/** Ends the mail; who we are and why the person gets it. */
	public MailText signed(String why) {
		end = body.length();
		text("—");
		inList = true;
		line(messages.say("notifications.signature.name"));
		line(desk.toString());
		line(messages.say("notifications.signature.who"));
		text(why);
		body.append('\n');
		return this;
	}

	public URI address(String path) {
		return URI.create(desk + path);
	}

	private MailText text(String paragraph) {
		body.append(body.isEmpty() ? "" : "\n\n").append(paragraph);
		inList = false;
		return this;
	}

	private MailText line(String line) {
		body.append(inList ? "\n" : "\n\n").append(line);
		inList = true;
		inEntries = false;
		return this;
	}

}
