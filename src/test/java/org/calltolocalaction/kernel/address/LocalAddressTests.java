package org.calltolocalaction.kernel.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what every browser and proxy reads as a page of the desk is one. */
class LocalAddressTests {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/my", "/my/pledges/CLA-2026-0042?check=true",
			"/pledges?q=%22two+words%22&page=2#found", "/reviews?tab=mine&q=edition%3A2026",
			"/pledges?q=//evil.example", "/a%20b", "/sign-in?lang=es", "/my/caf%C3%A9", "/v1.2/..a" })
	void a_page_of_the_desk_is_local(String address) {
		assertThat(LocalAddress.of(address)).map(LocalAddress::value).contains(address);
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { "//evil.example/x", "///evil.example", "/\\evil.example", "\\\\evil.example",
			"\\/evil.example", "https:evil.example", "https://evil.example", "HTTPS://evil.example",
			"http:/evil.example", "evil.example/x", "javascript:alert(1)", "data:text/html,x", "/%2Fevil.example",
			"/%2f%2fevil.example", "/%5Cevil.example", "/%252Fevil.example", "/%255cevil.example", "/\t/evil.example",
			"/\n/evil.example", "/\r\nLocation: https://evil.example", "/%09/evil.example", "/%0D%0ALocation:%20x",
			" //evil.example", "/ /evil.example", "/%20//evil.example", "/.//evil.example", "/a/..//evil.example",
			"/..//evil.example", "/a/%2e%2e/%2fevil.example", "/a//b", "/x?y\r\nz", "/\u0000", "/\u200b/evil.example",
			"/\u202e", "?next=/", "#top", "/:80", "/x?\"onclick=", "/%zz" })
	void nothing_else_is(String address) {
		assertThat(LocalAddress.of(address)).isEmpty();
	}

	@Test
	void the_host_is_the_desks_own_to_its_last_letter() {
		String own = "https://desk.example.org";

		assertThat(LocalAddress.of("https://desk.example.org/my?a=b", own)).map(LocalAddress::value)
			.contains("/my?a=b");
		assertThat(LocalAddress.of("https://desk.example.org.evil.example/my", own)).isEmpty();
		assertThat(LocalAddress.of("https://desk.example.org@evil.example/my", own)).isEmpty();
		assertThat(LocalAddress.of("https://desk.example.org//evil.example/my", own)).isEmpty();
		assertThat(LocalAddress.of("https://desk.example.org/\\evil.example/my", own)).isEmpty();
		assertThat(LocalAddress.of("http://desk.example.org/my", own)).isEmpty();
		assertThat(LocalAddress.of(null, own)).isEmpty();
	}

	@Test
	void an_address_that_is_not_local_cannot_even_be_made() {
		assertThatThrownBy(() -> new LocalAddress("//evil.example")).isInstanceOf(IllegalArgumentException.class);
		assertThat(LocalAddress.of("/" + "a".repeat(9000))).isEmpty();
	}

}
