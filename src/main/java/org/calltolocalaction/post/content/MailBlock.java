package org.calltolocalaction.post.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One part of a mail, in the words that its reader reads. The names by which parts are
 * kept never change: mails of years stand under them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({ @Type(value = MailBlock.Notice.class, name = "notice"),
		@Type(value = MailBlock.Greeting.class, name = "greeting"),
		@Type(value = MailBlock.Paragraph.class, name = "text"), @Type(value = MailBlock.Fact.class, name = "fact"),
		@Type(value = MailBlock.Item.class, name = "item"), @Type(value = MailBlock.Link.class, name = "link"),
		@Type(value = MailBlock.Quote.class, name = "quote"), @Type(value = MailBlock.Chapter.class, name = "chapter"),
		@Type(value = MailBlock.Rule.class, name = "rule"), @Type(value = MailBlock.Signature.class, name = "signed") })
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface MailBlock {

	/** Whether it is around what the mail says, as greeting and signature are. */
	default boolean frame() {
		return false;
	}

	/** What is said of the desk before anything else. */
	record Notice(String text) implements MailBlock {

		@Override
		public boolean frame() {
			return true;
		}

	}

	/** To whom the mail turns. */
	record Greeting(String text) implements MailBlock {

		@Override
		public boolean frame() {
			return true;
		}

	}

	/** One or several sentences. */
	record Paragraph(String text) implements MailBlock {
	}

	/**
	 * One of several facts, each by its name.
	 *
	 * @param line name and value as one says them in a line
	 */
	record Fact(String label, String value, String line) implements MailBlock {
	}

	/** One entry of a list. */
	record Item(String text) implements MailBlock {
	}

	/**
	 * The way to a page of the desk.
	 *
	 * @param label what is there, or what can be done there; empty where the address says
	 * so itself
	 * @param line label and address as they stand in a line
	 */
	record Link(String label, String address, String line) implements MailBlock {
	}

	/**
	 * What somebody wrote.
	 *
	 * @param heading whose words these are
	 * @param language in which they are, where that is known
	 */
	record Quote(String heading, List<String> lines, @Nullable String language) implements MailBlock {
	}

	/**
	 * Another mail, within this one: its subject, when it was written, and what it says.
	 */
	record Chapter(String heading, String when, List<MailBlock> blocks) implements MailBlock {
	}

	/** Sets off what follows. */
	record Rule() implements MailBlock {
	}

	/**
	 * Who we are.
	 *
	 * @param why the reader gets the mail
	 */
	record Signature(List<String> lines, String why) implements MailBlock {

		@Override
		public boolean frame() {
			return true;
		}

	}

}
