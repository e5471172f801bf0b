package org.calltolocalaction.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.apache.catalina.Context;
import org.apache.catalina.Valve;
import org.apache.catalina.startup.Tomcat;
import org.calltolocalaction.kernel.request.TrustedProxies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * A server with the desk's valves, which says whom it believes to be asking, and for
 * what.
 */
@ExtendWith(OutputCaptureExtension.class)
class ProxyHeadersTests {

	@TempDir
	private Path folder;

	private final Tomcat server = new Tomcat();

	private Valve[] valves;

	@AfterEach
	void stop() throws Exception {
		server.stop();
		server.destroy();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "10.0.0.1", "192.168.0.0/16,2001:db8::/32" })
	void nobody_is_believed_who_is_not_named(String named) throws Exception {
		start(named);

		assertThat(asked("X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https", "X-Forwarded-Host",
				"evil.example", "X-Forwarded-Port", "444"))
			.isEqualTo("127.0.0.1 http localhost " + server.getConnector().getLocalPort());
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "127.0.0.0/8", "10.0.0.1, 127.0.0.1" })
	void a_named_proxy_says_who_is_asking_and_how_the_desk_was_reached(String named) throws Exception {
		start(named);

		assertThat(asked("X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https", "X-Forwarded-Host",
				"pledges.example.org", "X-Forwarded-Port", "444"))
			.isEqualTo("203.0.113.9 https pledges.example.org 444");
	}

	@Test
	void what_a_visitor_wrote_before_the_proxy_added_their_address_is_not_believed() throws Exception {
		start("127.0.0.1,10.1.0.0/16");

		assertThat(asked("X-Forwarded-For", "1.1.1.1, 203.0.113.9")).startsWith("203.0.113.9 ");
		assertThat(asked("X-Forwarded-For", "127.0.0.1, 203.0.113.9, 10.1.2.3")).startsWith("203.0.113.9 ");
		assertThat(asked("X-Forwarded-For", "1.1.1.1, 192.168.0.4, 10.1.2.3"))
			.as("a private address that nobody named is a visitor's")
			.startsWith("192.168.0.4 ");
	}

	@Test
	void a_proxy_that_is_not_named_is_told_of_at_first_and_then_counted(CapturedOutput output) throws Exception {
		start("");
		asked();
		assertThat(output).doesNotContain("A proxy seems to be");

		IntStream.range(0, 12).forEach(request -> asked("X-Forwarded-For", "203.0.113.9\tevil"));

		assertThat(output.toString().split("A proxy seems to be", -1)).as("at the first and at the tenth").hasSize(3);
		assertThat(output).contains("DESK_TRUSTED_PROXIES", "It came from 127.0.0.1; such requests so far: 1\n")
			.contains("so far: 10\n")
			.doesNotContain("evil");
		assertThat(((UnbelievedProxies) valves[0]).requests()).isEqualTo(12);
	}

	@Test
	void a_proxy_that_is_named_is_not_told_of(CapturedOutput output) throws Exception {
		start("127.0.0.1");

		asked("X-Forwarded-For", "203.0.113.9");

		assertThat(output).doesNotContain("A proxy seems to be");
	}

	private void start(String named) throws Exception {
		server.setBaseDir(folder.toString());
		server.setPort(0);
		server.getHost();
		valves = ProxyHeaders.valves(TrustedProxies.named(named));
		for (Valve valve : valves) {
			server.getEngine().getPipeline().addValve(valve);
		}
		Context context = server.addContext("", folder.toString());
		Tomcat.addServlet(context, "who", new HttpServlet() {

			@Override
			protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
				response.getWriter()
					.print(String.join(" ", request.getRemoteAddr(), request.getScheme(), request.getServerName(),
							String.valueOf(request.getServerPort())));
			}

		});
		context.addServletMappingDecoded("/", "who");
		server.start();
		server.getConnector();
	}

	private String asked(String... headers) {
		try {
			HttpRequest.Builder request = HttpRequest
				.newBuilder(URI.create("http://localhost:" + server.getConnector().getLocalPort() + "/"));
			if (headers.length > 0) {
				request.headers(headers);
			}
			return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).body();
		}
		catch (IOException | InterruptedException failure) {
			throw new IllegalStateException(failure);
		}
	}

}
