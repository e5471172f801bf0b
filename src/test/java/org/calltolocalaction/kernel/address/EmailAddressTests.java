package org.calltolocalaction.kernel.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.springframework.core.io.ClassPathResource;

class EmailAddressTests {

	@ParameterizedTest
	@MethodSource("ofOneMailbox")
	void one_mailbox_is_one_value_however_it_is_pasted(String pasted, String canonical) {
		assertThat(EmailAddress.parse(pasted)).map(EmailAddress::value).contains(canonical);
	}

	@ParameterizedTest
	@NullSource
	@MethodSource("thatAreNone")
	void what_no_server_accepts_or_is_not_exactly_one_is_refused(String typed) {
		assertThat(EmailAddress.parse(typed)).isEmpty();
	}

	@Test
	void an_address_may_be_as_long_as_servers_allow_and_no_octet_longer() {
		String local = "a".repeat(64);
		String domain = "b".repeat(63) + "." + "c".repeat(63) + "." + "d".repeat(53) + ".example";
		assertThat((local + "@" + domain).length()).isEqualTo(254);

		assertThat(EmailAddress.parse(local + "@" + domain)).isPresent();
		assertThat(EmailAddress.parse(local + "@x" + domain)).isEmpty();
		assertThat(EmailAddress.parse("é".repeat(32) + "@city.example")).isPresent();
		assertThat(EmailAddress.parse("é".repeat(32) + "a@city.example")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "straße@city.example, strasse@city.example", "info@faß.example, info@fass.example",
			"łukasz@city.example, lukasz@city.example", "josé@city.example, jose@city.example",
			"ana@city.example, аna@city.example", "mıke@city.example, mike@city.example",
			"İstanbul@city.example, istanbul@city.example" })
	void what_only_looks_alike_stays_another_mailbox(String one, String other) {
		assertThat(EmailAddress.parse(one)).isPresent().isNotEqualTo(EmailAddress.parse(other));
	}

	@Test
	void joiners_stay_where_a_script_is_written_with_them() {
		String persian = "info@\u0646\u0627\u0645\u0647\u200c\u0627\u06cc.example";

		assertThat(EmailAddress.parse(persian)).isPresent()
			.isNotEqualTo(EmailAddress.parse(persian.replace("\u200c", "")));
	}

	@ParameterizedTest
	@CsvSource({ "info@xn--mnchen-3ya.example, info@münchen.example", "info@faß.example, info@faß.example",
			"ana@city.example, ana@city.example", "josé@xn--mnchen-3ya.example, josé@münchen.example" })
	void people_read_the_domain_in_its_own_letters(String typed, String shown) {
		EmailAddress address = EmailAddress.parse(typed).orElseThrow();

		assertThat(address.display()).isEqualTo(shown);
		assertThat(EmailAddress.shown(address.value())).isEqualTo(shown);
		assertThat(EmailAddress.parse(shown)).contains(address);
	}

	@Test
	void what_is_stored_and_is_no_address_is_shown_as_it_is() {
		assertThat(EmailAddress.shown(".bob@city.example")).isEqualTo(".bob@city.example");
		assertThat(EmailAddress.shown("ana@xn--\u00fc.example")).isEqualTo("ana@xn--\u00fc.example");
	}

	@Test
	void only_letters_before_the_at_sign_ask_more_of_a_server() {
		assertThat(EmailAddress.parse("łukasz@city.example").orElseThrow().needsUtf8()).isTrue();
		assertThat(EmailAddress.parse("info@münchen.example").orElseThrow().needsUtf8()).isFalse();
	}

	@Test
	void a_value_is_never_made_in_another_form() {
		for (String other : List.of("Ana@city.example", "info@münchen.example", " ana@city.example",
				"ana..b@city.example")) {
			assertThatThrownBy(() -> new EmailAddress(other)).isInstanceOf(IllegalArgumentException.class)
				.hasMessageNotContaining(other);
		}
	}

	@Test
	void whatever_is_typed_is_none_or_has_one_form_that_stays() {
		Random random = new Random(12);
		int found = 0;
		for (int i = 0; i < 20_000; i++) {
			String typed = random.ints(1 + random.nextInt(4), 0x21, 0x2FFFF)
				.filter(Character::isDefined)
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
				.insert(0, "a") + "@city.example";
			var parsed = EmailAddress.parse(typed);
			parsed.ifPresent(address -> {
				assertThat(EmailAddress.parse(address.value())).contains(address);
				assertThat(EmailAddress.parse(address.display())).contains(address);
				assertThat(address.value()).doesNotContainAnyWhitespaces().containsOnlyOnce("@");
			});
			found += parsed.isPresent() ? 1 : 0;
		}
		assertThat(found).isGreaterThan(1_000);
	}

	@Test
	void a_long_text_is_not_even_looked_at() {
		assertThat(EmailAddress.parse("x".repeat(5_000) + " <ana@city.example>")).isEmpty();
	}

	static Stream<Arguments> ofOneMailbox() {
		return lines("one-mailbox.txt").map(line -> {
			int bar = line.lastIndexOf(" | ");
			return Arguments.of(line.substring(0, bar), line.substring(bar + 3));
		});
	}

	static Stream<String> thatAreNone() {
		return lines("none.txt");
	}

	private static Stream<String> lines(String file) {
		try {
			return new ClassPathResource("addresses/" + file).getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.filter(line -> !line.startsWith("#"))
				.map(EmailAddressTests::unescaped);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String unescaped(String line) {
		return Pattern.compile("\\\\u([0-9a-f]{4})")
			.matcher(line)
			.replaceAll(code -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))))
			.translateEscapes();
	}

}
