package org.calltolocalaction.notifications.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.calltolocalaction.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PieceTextTests {

	private static final MailPiece ACCEPTED = piece("accepted", "accepted.text");

	private static final MailPiece SUBJECT = piece("accepted", "accepted.subject");

	private static final MailPiece GIVEN = piece("reviews-given", "reviewsGiven.text");

	private static final MailPiece DRAFT = piece("pledges-reminder", "pledgesReminder.draft");

	private static final MailPiece MORE = StandardTexts.pieces()
		.stream()
		.filter(piece -> piece.name().equals("together.more"))
		.findFirst()
		.orElseThrow();

	@Test
	void a_placeholder_says_what_the_mail_is_about_as_it_was_typed() {
		assertThat(PieceText.of(ACCEPTED, "Bravo: {{title}} (v{{version}})".replace("version", "number"))
			.say(new Object[] { 2, "<b>{{number}}</b> & {0}" }, Locale.ENGLISH))
			.isEqualTo("Bravo: <b>{{number}}</b> & {0} (v2)");
	}

	@Test
	void a_section_is_said_of_none_one_or_many() {
		PieceText text = PieceText.of(GIVEN,
				"{{person}}: {{#count-one}}one review{{/count-one}}{{^count-one}}{{count}} reviews{{/count-one}}");

		assertThat(text.say(new Object[] { "Ana", 1 }, Locale.ENGLISH)).isEqualTo("Ana: one review");
		assertThat(text.say(new Object[] { "Ana", 12_000 }, Locale.ENGLISH)).isEqualTo("Ana: 12,000 reviews");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "{{pasword}} | templates.refused.unknown", "{{title.bytes}} | templates.refused.tag",
					"{{{title}}} | templates.refused.tag", "{{&title}} | templates.refused.tag",
					"{{>receipt}} | templates.refused.tag", "{{!hidden}} | templates.refused.tag",
					"{{=<% %>=}} | templates.refused.tag", "{{this}} | templates.refused.unknown",
					"{{class}} | templates.refused.unknown", "{{-first}} | templates.refused.tag",
					"{{}} | templates.refused.tag", "{{title | templates.refused.open",
					"title}} | templates.refused.open", "{{#title}}a | templates.refused.unclosed",
					"a{{/title}} | templates.refused.closed",
					"{{#title}}{{#number}}a{{/title}}{{/number}} | templates.refused.closed",
					"{{#pasword}}a{{/pasword}} | templates.refused.unknown" })
	void what_no_mail_can_say_is_refused(String typed, String why) {
		assertThatThrownBy(() -> PieceText.of(ACCEPTED, typed)).isInstanceOf(Refused.class).hasMessageContaining(why);
	}

	@Test
	void an_unknown_placeholder_is_named_with_those_there_are() {
		assertThatThrownBy(() -> PieceText.of(ACCEPTED, "{{pasword}}")).isInstanceOfSatisfying(Refused.class,
				refused -> assertThat(refused.arguments()).containsExactly("{{pasword}}", "{{number}}, {{title}}"));
	}

	@Test
	void no_text_is_empty_or_several_lines_or_endless() {
		assertThatThrownBy(() -> PieceText.of(SUBJECT, " ")).hasMessageContaining("refused.subject.empty");
		assertThatThrownBy(() -> PieceText.of(ACCEPTED, "")).hasMessageContaining("refused.empty");
		assertThatThrownBy(() -> PieceText.of(SUBJECT, "Good\r\nBcc: everybody@example.org"))
			.hasMessageContaining("refused.lines");
		assertThatThrownBy(() -> PieceText.of(ACCEPTED, "x".repeat(PieceText.LONGEST + 1)))
			.hasMessageContaining("refused.long");
	}

	@Test
	void an_address_to_which_the_mail_leads_is_not_left_out() {
		assertThatThrownBy(() -> PieceText.of(DRAFT, "{{reference}}")).hasMessageContaining("refused.link");
		assertThat(PieceText.of(DRAFT, "{{reference}}: {{url}}").written()).isEqualTo("{{reference}}: {{url}}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{{count}}{{#count-one}}: {{url}}{{/count-one}}", "{{^count-one}}{{url}}{{/count-one}}",
			"{{#count-one}}{{#count-many}}{{url}}{{/count-many}}{{/count-one}}", "{{^url}}{{url}}{{/url}}",
			"{{ #count-many }}{{url}}{{ /count-many }}" })
	void an_address_is_in_what_every_count_says(String typed) {
		assertThatThrownBy(() -> PieceText.of(MORE, typed)).hasMessageContaining("refused.link");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{{#count-one}}One: {{url}}{{/count-one}}{{#count-many}}{{count}}: {{url}}{{/count-many}}",
			"{{#count-one}}One{{/count-one}}{{^count-one}}{{count}}{{/count-one}}: {{url}}",
			"{{#url}}See {{url}}{{/url}}" })
	void an_address_may_stand_in_a_section_where_every_other_has_it_too(String typed) {
		assertThat(PieceText.of(MORE, typed).say(new Object[] { 1, "https://desk" }, Locale.ENGLISH))
			.contains("https://desk");
	}

	private static MailPiece piece(String template, String name) {
		return MailTemplate.of(template).piece(name).orElseThrow();
	}

}
