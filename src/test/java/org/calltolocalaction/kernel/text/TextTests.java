package org.calltolocalaction.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.text.Normalizer;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people paste is kept, in one shape, by what it is for. */
class TextTests {

	/**
	 * Every code point of the planes in which there are letters, emoji and tags, each
	 * between two letters.
	 */
	private static final String EVERYTHING = IntStream
		.concat(IntStream.rangeClosed(0, 0x1FFFF), IntStream.rangeClosed(0xE0000, 0xE0FFF))
		.collect(StringBuilder::new, (text, letter) -> text.append('a').appendCodePoint(letter).append('b'),
				StringBuilder::append)
		.toString();

	@ParameterizedTest
	@EnumSource
	void whatever_is_typed_can_be_stored_and_is_not_changed_again(Text meant) {
		String kept = meant.of(EVERYTHING);

		assertThat(kept.codePoints().filter(TextTests::cannotBeStored).boxed().toList()).isEmpty();
		assertThat(Normalizer.isNormalized(kept, Normalizer.Form.NFC)).isTrue();
		assertThat(meant.of(kept).equals(kept)).isTrue();
	}

	@ParameterizedTest
	@EnumSource
	void nothing_typed_is_the_empty_text(Text meant) {
		assertThat(meant.of(null)).isEmpty();
		assertThat(meant.of("")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "one\r\ntwo", "one\rtwo", "one\u000btwo", "one\ftwo", "one\u0085two", "one\u2028two",
			"one\u2029two" })
	void a_line_break_of_any_kind_is_one_in_prose_and_a_space_on_one_line(String text) {
		assertThat(Text.PROSE.of(text)).isEqualTo("one\ntwo");
		assertThat(Text.LINE.of(text)).isEqualTo("one two");
		assertThat(Text.NAME.of(text)).isEqualTo("one two");
		assertThat(Text.IDENTIFIER.of(text)).isEqualTo("onetwo");
	}

	@Test
	void an_empty_line_stays_one() {
		assertThat(Text.PROSE.of("one\r\n\r\ntwo\n\rthree")).isEqualTo("one\n\ntwo\n\nthree");
	}

	@ParameterizedTest
	@EnumSource
	void controls_and_halves_of_characters_are_dropped(Text meant) {
		assertThat(meant.of("a\u0000b\u0007c\u001bd\u007fe\u0080f\ud800g\udc00h\ufffei\ufdd0j\ufeffk"))
			.isEqualTo("abcdefghijk");
	}

	@ParameterizedTest
	@EnumSource
	void letters_are_composed(Text meant) {
		assertThat(meant.of("Co\u0301rdoba")).isEqualTo("Córdoba");
	}

	@Test
	void prose_keeps_its_spaces_its_emoji_and_what_scripts_need() {
		String text = "10\u00a0000 «\u202foui\u202f» 👩\u200d👩\u200d👧 ❤\ufe0f 1\ufe0f\u20e3 می\u200cخواهم क्\u200dष "
				+ "\u200fمرحبا\u200f! ភាសា\u200bខ្មែរ \ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc7f \u2067שלום\u2069";

		assertThat(Text.PROSE.of(text)).isEqualTo(text);
	}

	@Test
	void prose_loses_what_splits_a_word_unseen_or_turns_the_words_around_it() {
		assertThat(Text.PROSE.of("Bar\u00adce\u200blo\u2060na \u202egpj.exe\u202c \u2067open"))
			.isEqualTo("Barcelona gpj.exe open");
		assertThat(Text.PROSE.of("ab\udb40\udc41\udb40\udc42 a\u200db")).isEqualTo("ab ab");
	}

	@Test
	void a_name_has_single_spaces_and_nothing_unseen() {
		assertThat(Text.NAME.of("\u200e\u00a0City \u2009 of\u3000\tBar\u00adce\u200blona\u200f\ufeff "))
			.isEqualTo("City of Barcelona");
		assertThat(Text.NAME.of("علی\u200cرضا")).isEqualTo("علی\u200cرضا");
		assertThat(Text.NAME.of("\u3164\u115f\u034f")).isEmpty();
	}

	@Test
	void an_identifier_is_what_it_would_be_had_it_been_typed_by_hand() {
		assertThat(Text.IDENTIFIER.of("\u2068CLA\u2011２０２６–00\u200b42\u00a0\u2069")).isEqualTo("CLA-2026-0042");
		assertThat(Text.IDENTIFIER.of(" 2026-10-01\n")).isEqualTo("2026-10-01");
	}

	@Test
	void an_address_loses_what_is_unseen_and_keeps_what_is_wrong() {
		assertThat(Text.ADDRESS.of("\u200b https://exam\u00adple.org/a b\u00a0")).isEqualTo("https://example.org/a b");
	}

	@Test
	void a_search_for_a_phrase_keeps_its_quotes() {
		assertThat(Text.SEARCH.of("\u00a0“two  words”\u200b -no\n")).isEqualTo("“two words” -no");
	}

	@Test
	void a_million_marks_on_one_letter_take_no_time() {
		String heaped = "a" + "\u0315\u0300".repeat(250_000) + "\u0315\u200d\u0300".repeat(250_000);

		assertThat(assertTimeout(Duration.ofSeconds(5), () -> Text.NAME.of(heaped.replace("\u200d", ""))))
			.hasSizeLessThan(100);
		assertThat(assertTimeout(Duration.ofSeconds(5), () -> Text.comparable(heaped))).isEqualTo("a");
	}

	@Test
	void what_only_looks_full_is_empty() {
		assertThat(Text.trimmed("\u00a0\u200b\u2060\u3000\ufeff\t\n\u200e\u00ad")).isEmpty();
		assertThat(Text.trimmed("\u00a0a\u00a0b\u200b")).isEqualTo("a\u00a0b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "São Tomé", "Sa\u0303o Tome\u0301", "SÃO TOMÉ", "sao-tome", "  Sao\u00a0\u00a0Tomé. ",
			"S\u00adão\u2003Tomé", "ＳÃO tomé", "São\u000bTomé", "«São Tomé»" })
	void names_are_compared_without_regard_to_how_they_are_written(String name) {
		assertThat(Text.comparable(name)).isEqualTo("sao tome");
	}

	@Test
	void strokes_ligatures_and_capitals_part_no_names() {
		assertThat(Text.comparable("TROMSØ Łódź Straße ĐAKOVO Cœur Æbelø ΑΘΗΝΑΣ αθηνας İzmir ızmir"))
			.isEqualTo("tromso lodz strasse dakovo coeur aebelo αθηνασ αθηνασ izmir izmir");
	}

	private static boolean cannotBeStored(int letter) {
		return Character.isISOControl(letter) && letter != '\n' && letter != '\t'
				|| Character.getType(letter) == Character.SURROGATE || letter == 0xFFFE || letter == 0xFFFF;
	}

}
