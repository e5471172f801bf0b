package org.calltolocalaction.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import org.apache.catalina.Valve;
import org.apache.catalina.valves.RemoteIpValve;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.testing.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The desk as it is started when nobody names a proxy. */
@DeskTest
class DeskWithoutProxyTests {

	@Autowired
	private ServletWebServerApplicationContext context;

	@Autowired
	private DeskProperties desk;

	@Test
	void nobody_is_believed_and_whoever_writes_the_headers_is_counted() throws Exception {
		List<Valve> valves = Arrays
			.asList(((TomcatWebServer) context.getWebServer()).getTomcat().getEngine().getPipeline().getValves());
		assertThat(valves).noneMatch(RemoteIpValve.class::isInstance);
		UnbelievedProxies unbelieved = valves.stream()
			.filter(UnbelievedProxies.class::isInstance)
			.map(UnbelievedProxies.class::cast)
			.findFirst()
			.orElseThrow();
		long before = unbelieved.requests();

		HttpRequest request = HttpRequest.newBuilder(desk.publicAddress().resolve("/my"))
			.headers("X-Forwarded-For", "203.0.113.9", "X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "https")
			.build();
		String location = HttpClient.newHttpClient()
			.send(request, BodyHandlers.discarding())
			.headers()
			.firstValue("Location")
			.orElseThrow();

		assertThat(URI.create(location).getHost()).isIn(null, "localhost");
		assertThat(unbelieved.requests()).isEqualTo(before + 1);
	}

}
