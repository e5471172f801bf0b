package org.calltolocalaction.kernel.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.request.GivenBack;
import org.calltolocalaction.kernel.request.GivenBack.Field;
import org.calltolocalaction.kernel.request.SessionCookie;
import org.calltolocalaction.kernel.request.UploadAddress;
import org.calltolocalaction.kernel.web.upload.OversizedPosts;
import org.calltolocalaction.kernel.web.upload.UploadSizes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

/** What of a form that nobody could take is given back, and to whom. */
class SentFormsTests {

	private static final String DESK = "https://desk.example.org";

	private static final String PLAN = "%PDF".repeat(500_000);

	private final SentForms forms = new SentForms(new SameOrigin(new DeskProperties(URI.create(DESK),
			new DeskProperties.Mail("desk@example.org"), "ana@example.org", false)),
			new UploadSizes(new ObjectProvider<>() {

				@Override
				public Stream<UploadAddress> stream() {
					return Stream.of(new UploadAddress("/files/*", DataSize.ofMegabytes(64)));
				}

			}), 500);

	@Test
	void all_that_was_typed_and_chosen_comes_back_and_nothing_of_the_address_twice() throws Exception {
		MockHttpServletRequest request = post("/my/pledges/CLA-2026-0001?tab=all");
		request.addHeader("Origin", DESK);
		request.addParameter("tab", "all");
		request.addParameter("title", "Homes for <all> & “everybody”");
		request.addParameter("summary", "First\r\n\r\nThird");
		request.addParameter("objectives", "7", "12");
		request.addParameter("_csrf", "abc def");

		GivenBack form = givenBack(read(request)).orElseThrow();

		assertThat(form.address().value()).isEqualTo("/my/pledges/CLA-2026-0001?tab=all");
		assertThat(form.fields()).containsExactlyInAnyOrder(new Field("title", "Homes for <all> & “everybody”"),
				new Field("summary", "First\r\n\r\nThird"), new Field("objectives", "7"), new Field("objectives", "12"),
				new Field("_csrf", "abc def"));
		assertThat(form.written()).extracting(Field::name).containsExactlyInAnyOrder("title", "summary");
		assertThat(form.written()).filteredOn(Field::ofSeveralLines).extracting(Field::name).containsExactly("summary");
	}

	@ParameterizedTest
	@CsvSource({ "Origin,https://desk.example.org", "Origin,http://localhost", "Sec-Fetch-Site,same-origin",
			"Referer,https://desk.example.org/my?a=b", "Referer,http://localhost/" })
	void a_form_of_the_desk_itself_is_given_back(String header, String value) throws Exception {
		assertThat(givenBack(read(typedWith(header, value)))).isPresent();
	}

	@ParameterizedTest
	@CsvSource({ "Origin,https://evil.example", "Origin,null", "Origin,https://desk.example.org.evil.example",
			"Origin,http://desk.example.org", "Sec-Fetch-Site,cross-site", "Sec-Fetch-Site,same-site",
			"Sec-Fetch-Site,none", "Referer,https://evil.example/https://desk.example.org/",
			"Referer,https://desk.example.org.evil.example/", "X-Nothing,said" })
	void a_form_from_elsewhere_is_not(String header, String value) throws Exception {
		assertThat(givenBack(read(typedWith(header, value)))).isEmpty();
	}

	@Test
	void who_says_two_things_is_not_believed_the_better_one() throws Exception {
		MockHttpServletRequest request = typedWith("Origin", "https://evil.example");
		request.addHeader("Sec-Fetch-Site", "same-origin");

		assertThat(givenBack(read(request))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "Sec-Fetch-Mode,cors", "Sec-Fetch-Mode,no-cors", "HX-Request,true" })
	void what_a_script_sends_it_keeps_by_itself(String header, String value) throws Exception {
		MockHttpServletRequest request = typedWith("Origin", DESK);
		request.addHeader(header, value);

		assertThat(givenBack(read(request))).isEmpty();
	}

	@Test
	void nothing_is_given_back_at_an_address_that_leads_elsewhere() throws Exception {
		MockHttpServletRequest request = typedWith("Origin", DESK);
		request.setRequestURI("//evil.example/x");

		assertThat(givenBack(read(request))).isEmpty();
	}

	@Test
	void of_a_form_with_files_that_nobody_had_read_the_texts_come_back_and_the_files_are_named() {
		GivenBack form = givenBack(
				upload("/files/1", true, text("title", "Más “vivienda”"), file("plan.pdf", PLAN), text("note", "Last")))
			.orElseThrow();

		assertThat(form.withFiles()).isTrue();
		assertThat(form.fields()).containsExactly(new Field("title", "Más “vivienda”"), new Field("note", "Last"));
		assertThat(form.files()).containsExactly("plan.pdf");
	}

	@Test
	void of_a_stranger_and_where_no_files_are_taken_nothing_large_is_read() {
		assertThat(givenBack(upload("/files/1", false, text("title", "Homes"), file("plan.pdf", PLAN)))).isEmpty();
		assertThat(givenBack(upload("/elsewhere", true, text("title", "Homes"), file("plan.pdf", PLAN)))).isEmpty();
		assertThat(givenBack(upload("/elsewhere", false, text("title", "Homes"), file("plan.pdf", "small"))))
			.isPresent();
	}

	@Test
	void more_text_than_a_form_may_hold_is_not_kept() {
		assertThat(givenBack(
				upload("/files/1", true, text("title", "a".repeat(1 << 19)), text("note", "b".repeat(1 << 19)))))
			.isPresent();
		assertThat(givenBack(
				upload("/files/1", true, text("title", "a".repeat(1 << 19)), text("note", "b".repeat((1 << 19) + 1)))))
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no parts at all", "--b\r\n",
			"--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nHalf a f" })
	void what_cannot_be_read_is_left(String body) {
		MockHttpServletRequest request = upload("/files/1", true);
		request.setContent(body.getBytes(UTF_8));

		assertThat(givenBack(request)).isEmpty();
	}

	private Optional<GivenBack> givenBack(MockHttpServletRequest request) {
		forms.giveBack(request);
		return GivenBack.of(request);
	}

	/** As the filter before it leaves it. */
	private static MockHttpServletRequest read(MockHttpServletRequest request) throws Exception {
		new OversizedPosts().doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
		return request;
	}

	private static MockHttpServletRequest typedWith(String header, String value) {
		MockHttpServletRequest request = post("/my");
		request.addHeader(header, value);
		request.addParameter("title", "Homes for all");
		return request;
	}

	private static MockHttpServletRequest post(String address) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", address.replaceFirst("\\?.*", ""));
		request.setServletPath(request.getRequestURI());
		request.addHeader("Host", "localhost");
		if (address.contains("?")) {
			request.setQueryString(address.replaceFirst(".*\\?", ""));
		}
		request.setContentType("application/x-www-form-urlencoded");
		return request;
	}

	private static MockHttpServletRequest upload(String address, boolean session, String... parts) {
		MockHttpServletRequest request = post(address);
		request.addHeader("Origin", DESK);
		request.setContentType("multipart/form-data; boundary=b");
		request.setContent((String.join("", parts) + "--b--\r\n").getBytes(UTF_8));
		if (session) {
			request.setCookies(new Cookie(SessionCookie.NAME, "anything"));
		}
		return request;
	}

	private static String text(String name, String value) {
		return "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value);
	}

	private static String file(String name, String content) {
		return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/pdf\r\n\r\n%s\r\n"
			.formatted(name, content);
	}

}
