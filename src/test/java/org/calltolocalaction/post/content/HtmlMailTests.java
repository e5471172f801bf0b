package org.calltolocalaction.post.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
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
import org.calltolocalaction.testing.ReceivedMail;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a mail, beside its text. */
class HtmlMailTests {

	private static final String DESK = "https://desk.example.org";

	private static final MailContent EVERYTHING = new MailContent(List.of(new Notice("A demonstration."),
			new Greeting("Dear <b>Ana</b>,"), new Paragraph("Please change it & submit it."),
			new Fact("Reference", "CLA-2026-0042", "Reference: CLA-2026-0042"),
			new Fact("Title", "A “desk”", "Title: A “desk”"),
			new Item("CLA-2026-0042 “A desk”: https://desk.example.org/my/pledges/CLA-2026-0042"),
			new Item("Another one (see https://desk.example.org/my), due soon"),
			new Quote("Comment (in French):", List.of("Bonjour,", "", "<script>alert(1)</script> https://evil.example"),
					"fr"),
			new Link("Open the pledge", DESK + "/my/pledges/CLA-2026-0042",
					"Open the pledge: " + DESK + "/my/pledges/CLA-2026-0042"),
			new Link("Verify", DESK + "/receipts/verify", "Verify: " + DESK + "/receipts/verify"),
			new Chapter("Another mail", "Written on 1 May 2026",
					List.of(new Paragraph("It is said."), new Quote("Reason:", List.of("None."), null))),
			new Rule(), new Paragraph("Lines\nof one\n\nand of another."),
			new Signature(List.of("The Call", DESK, "Who we are."), "You receive this.")));

	@Test
	void both_say_the_same_in_every_part() {
		ReceivedMail.saysTheSame(EVERYTHING.plain(), page(EVERYTHING).outerHtml());
	}

	@Test
	void what_is_kept_is_what_was_written() {
		assertThat(MailContent.read(EVERYTHING.json())).isEqualTo(EVERYTHING);
		assertThat(MailContent.read(EVERYTHING.json()).gist().blocks()).first().isInstanceOf(Paragraph.class);
	}

	@Test
	void what_people_typed_is_text_and_nothing_leads_where_they_like() {
		Document page = page(EVERYTHING);

		assertThat(page.select("script, img, b")).isEmpty();
		assertThat(page.select("a")).extracting(way -> way.attr("href"))
			.containsExactly(DESK + "/my/pledges/CLA-2026-0042", DESK + "/my", DESK + "/my/pledges/CLA-2026-0042",
					DESK + "/receipts/verify", DESK);
		assertThat(page.selectFirst("blockquote").attr("lang")).isEqualTo("fr");
		assertThat(page.selectFirst(".preview").text()).isEqualTo("Please change it & submit it.");
		assertThat(page.select(".button a")).singleElement()
			.satisfies(way -> assertThat(way.text()).isEqualTo("Open the pledge"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://desk.example.organisation/my", "https://desk.example.org@evil.example/my",
			"https://desk.example.org:pw@evil.example/", "http://desk.example.org/my", "javascript:alert(1)" })
	void an_address_that_only_begins_like_the_desks_is_text(String address) {
		MailContent content = new MailContent(
				List.of(new Paragraph(address), new Item(address), new Link("Look", address, "Look: " + address)));

		assertThat(page(content).select("a")).isEmpty();
	}

	@Test
	void a_page_that_no_mail_program_shows_is_left_out() {
		assertThat(HtmlMail.of(MailContent.ofText("word ".repeat(100_000)), Locale.ENGLISH, "Long", DESK)).isEmpty();
	}

	private static Document page(MailContent content) {
		return Jsoup.parse(HtmlMail.of(content, Locale.ENGLISH, "A subject", DESK).orElseThrow());
	}

}
