package org.calltolocalaction.post.content;

import java.util.ArrayList;
import java.util.List;
import org.calltolocalaction.post.content.MailBlock.Paragraph;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a mail says, of which both of its parts are made: {@link #plain() the plain one}
 * here, the other one by {@link HtmlMail}. Hence both say the same.
 */
public record MailContent(List<MailBlock> blocks) {

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	public MailContent {
		blocks = List.copyOf(blocks);
	}

	/** A text of which nothing else is known. */
	public static MailContent ofText(String text) {
		return new MailContent(List.of(new Paragraph(text)));
	}

	/**
	 * As {@link #json()} wrote it.
	 * @throws IllegalArgumentException where it did not
	 */
	public static MailContent read(String json) {
		try {
			return new MailContent(List.of(JSON.readValue(json, MailBlock[].class)));
		}
		catch (JacksonException unreadable) {
			throw new IllegalArgumentException("No content of a mail", unreadable);
		}
	}

	/** To be kept. */
	public String json() {
		return JSON.writerFor(MailBlock[].class).writeValueAsString(blocks.toArray(MailBlock[]::new));
	}

	/** The same with one more part. */
	public MailContent with(MailBlock block) {
		List<MailBlock> more = new ArrayList<>(blocks);
		more.add(block);
		return new MailContent(more);
	}

	/** What the mail says, without greeting and signature. */
	public MailContent gist() {
		return new MailContent(blocks.stream().filter(block -> !block.frame()).toList());
	}

	/** As text, paragraph by paragraph. */
	public String plain() {
		return PlainMail.of(blocks);
	}

}
