package org.calltolocalaction.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.testing.DeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A page that says what went wrong leads on within the desk, whatever address somebody
 * was lured to.
 */
@DeskTest
class LinksOfErrorPagesTests {

	private static final Pattern LINK = Pattern.compile("(?:href|action|src)=\"([^\"]*)\"");

	@Autowired
	private DeskProperties desk;

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example/x", "//evil.example/x?lang=es", "///evil.example", "/\\evil.example",
			"/%5Cevil.example", "/%2Fevil.example", "/%2f%2fevil.example/x", "/.//evil.example", "/..//evil.example",
			"/a/..//evil.example", "/;//evil.example", "/%00//evil.example", "/nowhere//evil.example",
			"http://evil.example/x", "/nowhere?next=//evil.example", "/nowhere?lang=es&continue=https:evil.example",
			"/%E2%80%AE//evil.example", "/\u0001/evil.example" })
	void an_address_that_looks_like_another_host_is_no_link(String target) throws IOException {
		assertThat(links(answer(target, "Accept-Language: en"))).allSatisfy(LinksOfErrorPagesTests::staysHere);
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example/x", "/\\evil.example", "/%2Fevil.example", "/%5C/evil.example",
			"/.//evil.example", "/\t/evil.example", "/my\u0000", "/a b", "@evil.example/", ".evil.example/my",
			":80@evil.example/" })
	void the_way_back_leads_to_no_other_host(String behindOwnHost) throws IOException {
		String page = answer("/nowhere", "Referer: " + own() + behindOwnHost);

		assertThat(links(page)).allSatisfy(LinksOfErrorPagesTests::staysHere);
		assertThat(page).doesNotContain("Go back");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "https://evil.example/my", "//evil.example", "javascript:alert(1)", "https:evil.example", "" })
	void a_way_back_to_somewhere_else_is_none(String referer) throws IOException {
		assertThat(answer("/nowhere", "Referer: " + referer)).doesNotContain("Go back");
	}

	@Test
	void the_way_back_to_a_page_of_the_desk_stands_there() throws IOException {
		assertThat(answer("/nowhere", "Referer: " + own() + "/pledges?q=a%20b"))
			.contains("Go back to the previous page", "href=\"/pledges?q=a%20b\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Accept-Language: \u0001,,;;q=x", "Accept-Language: *;q=99999999999999999999",
			"Accept-Language: x-\u00ff\u00fe", "Cookie: language=\u0001; x", "HX-Request: neither",
			"If-Modified-Since: never", "Accept: ,;/*", "Content-Type: \u0001/x" })
	void a_header_of_nonsense_breaks_no_page(String header) throws IOException {
		assertThat(answer("/", header)).doesNotStartWith("HTTP/1.1 5");
		assertThat(answer("/nowhere", header)).doesNotStartWith("HTTP/1.1 5");
	}

	private static void staysHere(String link) {
		assertThat(link).matches("/|/[^/\\\\].*|#.*");
		assertThat(link.replaceFirst("\\?.*", "")).doesNotContain("//", "\\", "%2F", "%2f", "%5C");
	}

	private static List<String> links(String page) {
		return LINK.matcher(page)
			.results()
			.map(MatchResult::group)
			.map(found -> found.replaceFirst("^[a-z]+=\"", "").replaceFirst("\"$", ""))
			.toList();
	}

	private String own() {
		return desk.publicAddress().toString();
	}

	/**
	 * Over a bare socket: no client would send such addresses and headers as they are.
	 */
	private String answer(String target, String header) throws IOException {
		URI address = desk.publicAddress();
		try (Socket socket = new Socket(address.getHost(), address.getPort())) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream()
				.write("GET %s HTTP/1.1\r\nHost: %s:%d\r\n%s\r\nConnection: close\r\n\r\n"
					.formatted(target, address.getHost(), address.getPort(), header)
					.getBytes(StandardCharsets.ISO_8859_1));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
