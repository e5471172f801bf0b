package org.calltolocalaction.kernel.operation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.calltolocalaction.kernel.operation.SecurityEvents.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.HandlerMapping;

class SecurityEventsTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final SecurityEvents events = new SecurityEvents(meters);

	private final Logger log = (Logger) LoggerFactory.getLogger(SecurityEvents.LOGGER);

	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	@BeforeEach
	void a_log() {
		lines.start();
		log.addAppender(lines);
	}

	@AfterEach
	void nobody_else_reads_it() {
		log.detachAppender(lines);
		events.sayTheRest();
	}

	@ParameterizedTest
	@EnumSource
	void each_event_is_a_line_of_its_own_log_and_is_counted(Event event) {
		events.note(event, request("/my/pledges/CLA-2026-0001", "/my/pledges/{reference}"), "an-account");

		assertThat(texts())
			.containsExactly("event=%s client=203.0.113.7 account=an-account method=GET page=/my/pledges/{reference}"
				.formatted(event.code()));
		assertThat(lines.list.get(0).getLevel())
			.isEqualTo(List.of(Event.SIGNED_IN, Event.SIGNED_OUT, Event.LINK_ASKED, Event.MAILS_LEFT).contains(event)
					? Level.INFO : Level.WARN);
		assertThat(meters.get(SecurityEvents.COUNTER).tag("event", event.code()).counter().count()).isEqualTo(1);
	}

	@Test
	void nothing_of_what_somebody_typed_is_in_it() {
		MockHttpServletRequest request = request("/sign-in/link/s3cret-in-the-path", null);
		request.setMethod("GET\nevent=signed-in");
		request.setQueryString("token=s3cret&email=ana@example.org");
		request.setParameter("token", "s3cret");
		request.addHeader("User-Agent", "s3cret");
		request.addHeader("Referer", "https://desk.example.org/sign-in/link?token=s3cret");
		events.note(Event.LINK_REFUSED, request, null);
		events.note(Event.NOT_FOUND, request("/s3cret-of-CLA", null), null);
		events.note(Event.NOT_FOUND, request("/my/s3cret", "/**"), null);

		assertThat(texts()).containsExactly("event=link-refused client=203.0.113.7 account=- method=- page=/sign-in/**",
				"event=not-found client=203.0.113.7 account=- method=GET page=/**",
				"event=not-found client=203.0.113.7 account=- method=GET page=/my/**");
	}

	@Test
	void of_an_address_of_ipv6_the_network_is_told() {
		MockHttpServletRequest request = request("/my", null);
		request.setRemoteAddr("2001:db8:1:2:3:4:5:6");
		events.note(Event.FORBIDDEN, request, null);

		assertThat(texts().get(0)).contains("client=2001:db8:1:2:0:0:0:0/64").doesNotContain("3:4:5:6");
	}

	@Test
	void nobody_fills_the_log_with_it_and_none_is_forgotten() {
		for (int i = 0; i < 5000; i++) {
			events.note(Event.FORBIDDEN, request("/coordination", "/coordination"), null);
		}
		MockHttpServletRequest another = request("/coordination", "/coordination");
		another.setRemoteAddr("203.0.113.8");
		events.note(Event.FORBIDDEN, another, null);
		events.sayTheRest();

		assertThat(lines.list).hasSizeLessThan(13);
		assertThat(texts()).anyMatch(line -> line.startsWith("event=forbidden client=203.0.113.8"))
			.contains("event=forbidden client=203.0.113.7 more=4990 in a minute");
		assertThat(meters.get(SecurityEvents.COUNTER).tag("event", "forbidden").counter().count()).isEqualTo(5001);
	}

	@Test
	void neither_do_ever_new_clients() {
		for (int i = 0; i < 5000; i++) {
			MockHttpServletRequest request = request("/coordination", "/coordination");
			request.setRemoteAddr("10.0.%d.%d".formatted(i / 250, i % 250));
			events.note(Event.FORBIDDEN, request, null);
		}

		assertThat(lines.list).hasSizeLessThan(301);
	}

	private static MockHttpServletRequest request(String path, String pattern) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		request.setServletPath(path);
		request.setRemoteAddr("203.0.113.7");
		request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, pattern);
		return request;
	}

	private List<String> texts() {
		return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

}
