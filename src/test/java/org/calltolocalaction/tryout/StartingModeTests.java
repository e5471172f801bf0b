package org.calltolocalaction.tryout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

class StartingModeTests {

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void without_a_word_about_a_database_the_desk_is_tried_out_and_needs_nothing() {
		start(true);

		assertThat(environment.getProperty("desk.tryout")).isEqualTo("true");
		assertThat(environment.getProperty("desk.local-mailbox")).isEqualTo("true");
		assertThat(environment.getProperty("desk.public-address")).isEqualTo("http://localhost:8080");
		assertThat(environment.getProperty("desk.first-coordinator")).contains("@");
	}

	@Test
	void a_desk_that_is_tried_out_on_another_port_knows_its_address() {
		environment.setProperty("server.port", "9090");

		start(true);

		assertThat(environment.getProperty("desk.public-address")).isEqualTo("http://localhost:9090");
	}

	@Test
	void a_desk_that_is_tried_out_with_a_mail_server_sends_for_real() {
		environment.setProperty("spring.mail.host", "mail.example.org");

		start(true);

		assertThat(environment.getProperty("desk.tryout")).isEqualTo("true");
		assertThat(environment.getProperty("desk.local-mailbox")).isEqualTo("false");
	}

	@Test
	void with_a_database_the_desk_runs_for_real_whatever_else_is_claimed() {
		configureEverything();
		environment.setProperty("desk.tryout", "true");
		environment.setProperty("desk.local-mailbox", "true");

		start(true);

		assertThat(environment.getProperty("desk.tryout")).isEqualTo("false");
		assertThat(environment.getProperty("desk.local-mailbox")).isEqualTo("false");
	}

	@ParameterizedTest
	@ValueSource(strings = { "proxy.example.org", "10.0.0.1/33", "," })
	void proxies_that_cannot_be_read_are_not_taken_for_none(String named) {
		configureEverything();
		environment.setProperty("desk.trusted-proxies", named);

		assertThat(refusal().getDescription()).contains("DESK_TRUSTED_PROXIES cannot be used as it is");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "10.0.0.1", "10.0.0.0/8, 2001:db8::/32" })
	void proxies_may_be_named_and_need_not_be(String named) {
		configureEverything();
		environment.setProperty("desk.trusted-proxies", named);

		start(true);
	}

	@Test
	void everything_that_is_missing_is_named_at_once() {
		environment.setProperty("spring.datasource.url", "jdbc:postgresql://database/desk");

		FailureAnalysis analysis = refusal();

		assertThat(analysis.getDescription()).contains("SPRING_DATASOURCE_USERNAME is missing")
			.contains("SPRING_DATASOURCE_PASSWORD is missing")
			.contains("SPRING_MAIL_HOST is missing")
			.contains("DESK_PUBLIC_ADDRESS is missing")
			.contains("DESK_FIRST_COORDINATOR is missing")
			.contains("DESK_MAIL_FROM is missing")
			.doesNotContain("SPRING_DATASOURCE_URL");
	}

	@ParameterizedTest
	@CsvSource({ "spring.datasource.url, SPRING_DATASOURCE_URL",
			"spring.datasource.username, SPRING_DATASOURCE_USERNAME",
			"spring.datasource.password, SPRING_DATASOURCE_PASSWORD", "spring.mail.host, SPRING_MAIL_HOST",
			"desk.public-address, DESK_PUBLIC_ADDRESS", "desk.first-coordinator, DESK_FIRST_COORDINATOR",
			"desk.mail.from, DESK_MAIL_FROM" })
	void each_setting_is_asked_for_by_the_name_of_its_variable(String property, String variable) {
		configureEverything();
		environment.setProperty(property, "");

		FailureAnalysis analysis = refusal();

		assertThat(analysis.getDescription()).contains(variable + " is missing").containsOnlyOnce(" is missing");
		assertThat(analysis.getAction()).contains("environment variables");
	}

	@Test
	void a_user_without_a_database_is_no_try_out_but_a_mistake() {
		configureEverything();
		environment.setProperty("spring.datasource.url", "");

		assertThat(refusal().getDescription()).contains("SPRING_DATASOURCE_URL is missing");
	}

	@Test
	void a_jar_without_a_database_on_board_asks_for_one() {
		IncompleteSettings refusal = catchThrowableOfType(IncompleteSettings.class, () -> start(false));

		assertThat(refusal.complaints())
			.anyMatch(complaint -> complaint.startsWith("SPRING_DATASOURCE_URL is missing"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "pledges.example.org", "ftp://pledges.example.org", "https://", "https://a b", "http:/x" })
	void an_address_that_no_browser_opens_is_refused(String address) {
		configureEverything();
		environment.setProperty("desk.public-address", address);

		assertThat(refusal().getDescription()).contains("DESK_PUBLIC_ADDRESS cannot be used as it is")
			.contains("https://pledges.example.org");
	}

	@ParameterizedTest
	@ValueSource(strings = { "coordinator", "a@b", "a@b.org, c@d.org", "Somebody <a@b.org>" })
	void a_first_coordinator_whom_no_mail_reaches_is_refused(String address) {
		configureEverything();
		environment.setProperty("desk.first-coordinator", address);

		assertThat(refusal().getDescription()).contains("DESK_FIRST_COORDINATOR cannot be used as it is");
	}

	@Test
	void a_malformed_database_address_is_not_repeated_because_it_may_hold_a_password() {
		configureEverything();
		environment.setProperty("spring.datasource.url", "postgres://desk:secret@database/desk");

		assertThat(refusal().getDescription()).contains("SPRING_DATASOURCE_URL cannot be used as it is")
			.doesNotContain("secret");
	}

	@Test
	void a_malformed_setting_is_refused_in_try_out_mode_too() {
		environment.setProperty("desk.public-address", "nonsense");

		assertThatExceptionOfType(IncompleteSettings.class).isThrownBy(() -> start(true))
			.withMessageContaining("DESK_PUBLIC_ADDRESS");
	}

	private void configureEverything() {
		environment.setProperty("spring.datasource.url", "jdbc:postgresql://database/desk");
		environment.setProperty("spring.datasource.username", "desk");
		environment.setProperty("spring.datasource.password", "secret");
		environment.setProperty("spring.mail.host", "mail.example.org");
		environment.setProperty("desk.public-address", "https://pledges.example.org");
		environment.setProperty("desk.first-coordinator", "coordinator@example.org");
		environment.setProperty("desk.mail.from", "Call to Local Action <desk@example.org>");
	}

	private FailureAnalysis refusal() {
		RuntimeException refusal = catchThrowableOfType(IncompleteSettings.class, () -> start(true));
		assertThat(refusal).as("the refusal to start").isNotNull();
		return new WhyNotStarted().analyze(new IllegalStateException("somewhere on the way", refusal));
	}

	private void start(boolean databaseOnBoard) {
		new StartingMode(databaseOnBoard).postProcessEnvironment(environment, new SpringApplication());
	}

}
