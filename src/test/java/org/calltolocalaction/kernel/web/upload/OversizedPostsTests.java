package org.calltolocalaction.kernel.web.upload;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * On the real server, with the limits of the desk: it is the server that counts and
 * refuses.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OversizedPostsTests {

	@LocalServerPort
	private int port;

	@Test
	void a_form_within_the_limits_arrives() throws Exception {
		assertThat(post("title=" + "a".repeat(100_000)).body()).isEqualTo("100000 letters");
	}

	@Test
	void a_form_above_the_limit_is_answered_with_the_desks_own_error_page() throws Exception {
		HttpResponse<String> answer = post("title=" + "a".repeat(1_500_000));

		assertThat(answer.statusCode()).isEqualTo(413);
		assertThat(answer.body()).isEqualTo("our page for 413");
	}

	@Test
	void a_form_with_more_fields_than_any_of_ours_is_refused() throws Exception {
		String fields = IntStream.range(0, 3000).mapToObj(i -> "f" + i + "=1").collect(Collectors.joining("&"));

		HttpResponse<String> answer = post(fields);

		assertThat(answer.statusCode()).isBetween(400, 499);
		assertThat(answer.body()).startsWith("our page for 4");
	}

	@Test
	void a_form_that_is_no_form_is_refused() throws Exception {
		HttpResponse<String> answer = post("title=%zz");

		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).isEqualTo("our page for 400");
	}

	private HttpResponse<String> post(String form) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/form"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form))
			.build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
			WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class })
	@Import({ OversizedPosts.class, Pages.class })
	static class NothingButForms {

	}

	@RestController
	static class Pages implements ErrorController {

		@PostMapping("/form")
		String form(String title) {
			return title.length() + " letters";
		}

		@RequestMapping("/error")
		String error(HttpServletRequest request, String lang) {
			return "our page for " + request.getAttribute("jakarta.servlet.error.status_code");
		}

	}

}
