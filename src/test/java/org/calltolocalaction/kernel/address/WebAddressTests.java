package org.calltolocalaction.kernel.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes a link leads to where it says it leads. */
class WebAddressTests {

	@ParameterizedTest
	@CsvSource({ "https://example.org,https://example.org",
			"HTTP://Example.org:8080/a?b=c#d,HTTP://Example.org:8080/a?b=c#d",
			"www.example.org,https://www.example.org", "example.org:8080/a,https://example.org:8080/a",
			"'\u200b https://exam\u00adple.org/x\u00a0',https://example.org/x",
			"https://example.org/@city,https://example.org/@city",
			"https://example.org/?mail=a@b.example,https://example.org/?mail=a@b.example",
			"https://municipio.example/an\u0303o,https://municipio.example/año" })
	void a_web_address_is_kept_as_a_browser_wants_it(String typed, String kept) {
		assertThat(WebAddress.parse(typed)).map(WebAddress::value).contains(kept);
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { "https://bank.example@evil.example", "https://bank.example:pass@evil.example/",
			"https://bank.example%40evil.example", "https://bank.example%2F@evil.example", "https://@evil.example",
			"https://bank.example\\@evil.example", "https://evil.example\\.bank.example", "bank.example@evil.example",
			"javascript:alert(1)", "JaVaScRiPt:alert(1)//example.org", "java\u0000script:alert(1)", "data:text/html,x",
			"vbscript:x", "ftp://example.org", "file:///etc/passwd", "mailto:a@example.org", "https://",
			"https:///example.org", "https:example.org", "//example.org", "https://localhost", "https://intranet/",
			"https://127.0.0.1/", "https://2130706433/", "https://0x7f.1/", "https://[::1]/", "https://exa mple.org",
			"https://example..org", "https://.example.org", "https://example.org:99999", "https://example.org:x",
			"https://example.org/\"onclick", "https://example.org/<x>", "https://-example.org", "https://example.123",
			"our website" })
	void nothing_else_is_one(String typed) {
		assertThat(WebAddress.parse(typed)).isEmpty();
	}

	@Test
	void a_host_in_other_letters_is_linked_in_the_ones_that_all_programs_know() {
		assertThat(address("https://españa.example/año").link()).isEqualTo("https://xn--espaa-rta.example/año");
	}

	@Test
	void a_letter_that_older_programs_take_for_two_others_leads_to_its_own_host() {
		assertThat(address("https://straße.example/x").link()).isEqualTo("https://xn--strae-oqa.example/x");
	}

	@ParameterizedTest
	@CsvSource({ "https://españa.example/x,https://españa.example/x",
			"https://xn--espaa-rta.example/x,https://españa.example/x", "https://президент.рф,https://президент.рф",
			"https://example.org:81/a,https://example.org:81/a" })
	void a_host_is_shown_in_its_own_letters(String typed, String shown) {
		assertThat(address(typed).shown()).isEqualTo(shown);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://аррӏе.com", "https://p\u0430ypal.com", "https://xn--80ak6aa92e.com",
			"https://g\u03bf\u03bfgle.example" })
	void a_host_that_could_be_taken_for_another_is_not(String lookAlike) {
		assertThat(address(lookAlike).shown()).contains("://xn--").matches("\\p{ASCII}+");
	}

	@Test
	void what_is_no_web_address_cannot_even_be_made() {
		assertThatThrownBy(() -> new WebAddress("https://bank.example@evil.example"))
			.isInstanceOf(IllegalArgumentException.class);
		assertThat(WebAddress.parse("https://example.org/" + "a".repeat(3000))).isEmpty();
	}

	private static WebAddress address(String typed) {
		return WebAddress.parse(typed).orElseThrow();
	}

}
