package org.calltolocalaction.tryout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.calltolocalaction.kernel.operation.CannotStart;
import org.calltolocalaction.kernel.signing.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.support.SpringApplicationJsonEnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
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

	@Test
	void without_a_key_that_signs_receipts_a_desk_does_not_run_for_real() {
		configureEverything();
		environment.setProperty("desk.receipts.signing-key", "");

		assertThat(refusal().getDescription()).contains("DESK_RECEIPTS_SIGNING_KEY is missing", "openssl genpkey");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void a_key_that_is_none_is_refused_in_a_sentence_that_does_not_repeat_it(boolean tryout) {
		if (!tryout) {
			configureEverything();
		}
		environment.setProperty("desk.receipts.signing-key", "MC4CAQAwBQYDK2VwBCIEIMistyped");

		assertThat(refusal().getDescription()).contains("DESK_RECEIPTS_SIGNING_KEY cannot be used as it is")
			.doesNotContain("Mistyped");
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

	@ParameterizedTest
	@ValueSource(strings = { "SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_USERNAME", "SPRING_DATASOURCE_PASSWORD",
			"SPRING_DATASOURCE_HIKARI_JDBC_URL", "SPRING_DATASOURCE_HIKARI_JDBCURL",
			"SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE", "SPRING_DATASOURCE_JNDI_NAME", "SPRING_DATASOURCE_JNDINAME",
			"SPRING_DATASOURCE_DRIVER_CLASS_NAME", "SPRING_DATASOURCE_GENERATE_UNIQUE_NAME", "SPRING_DATASOURCE",
			"spring_datasource_url" })
	void a_variable_about_a_database_is_no_try_out_even_where_it_is_empty(String variable) {
		for (String value : List.of("", "jdbc:postgresql://database/desk")) {
			environment.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("systemEnvironment", Map.of(variable, value)));

			assertThat(refusal().getAction()).contains("not even to nothing");
			assertThat(environment.getProperty("desk.tryout")).isEqualTo("false");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.datasource.url", "spring.datasource.jndi-name", "spring.datasource.jndiName",
			"spring.dataSource.url", "spring.data-source.url", "spring.datasource.hikari.jdbc-url",
			"spring.datasource.hikari.dataSourceProperties.user", "spring.datasource.hikari.pool-name",
			"spring.datasource.name", "spring.datasource.type", "spring.datasource.embedded-database-connection",
			"spring.datasource" })
	void a_property_about_a_database_is_no_try_out_even_where_it_is_empty(String property) {
		for (String value : List.of("", "jdbc:postgresql://database/desk")) {
			MockEnvironment other = new MockEnvironment();
			other.setProperty(property, value);

			assertThatExceptionOfType(IncompleteSettings.class).as("%s=%s", property, value)
				.isThrownBy(() -> new StartingMode(true).postProcessEnvironment(other, new SpringApplication()));
			assertThat(other.getProperty("desk.tryout")).isEqualTo("false");
		}
	}

	@Test
	void an_argument_about_a_database_is_no_try_out() {
		environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource("--spring.datasource.url="));

		assertThat(refusal().getDescription()).contains("SPRING_DATASOURCE_URL is missing");
	}

	@Test
	void a_database_named_in_json_is_no_try_out() {
		environment.setProperty("SPRING_APPLICATION_JSON", "{\"spring\":{\"datasource\":{\"url\":\"\"}}}");
		new SpringApplicationJsonEnvironmentPostProcessor().postProcessEnvironment(environment,
				new SpringApplication());

		assertThat(refusal().getDescription()).contains("SPRING_DATASOURCE_URL is missing");
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"Config resource 'file [config/application.properties]' via location 'optional:file:./config/'",
			"Config resource 'class path resource [application-prod.properties]' via location 'optional:classpath:/'",
			"Config resource 'class path resource [application.properties]' via location 'optional:classpath:/'" })
	void a_file_about_a_database_is_no_try_out(String file) {
		environment.getPropertySources().addLast(new MapPropertySource(file, Map.of("spring.datasource.url", "")));

		assertThat(refusal().getDescription()).contains("SPRING_DATASOURCE_URL is missing");
	}

	@Test
	void the_pool_as_the_desk_sets_it_itself_is_no_word_about_a_database() {
		environment.getPropertySources()
			.addLast(new MapPropertySource(
					"Config resource 'class path resource [application.properties]' via location 'optional:classpath:/'",
					Map.of("spring.datasource.hikari.maximum-pool-size", "20")));

		start(true);

		assertThat(environment.getProperty("desk.tryout")).isEqualTo("true");
	}

	@Test
	void a_desk_that_is_tried_out_listens_on_this_machine_only() {
		start(true);

		assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
	}

	@Test
	void an_empty_address_to_listen_on_does_not_mean_all_of_them() {
		environment.setProperty("server.address", "");

		start(true);

		assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
	}

	@Test
	void a_desk_that_is_tried_out_listens_where_it_is_told() {
		environment.setProperty("server.address", "192.0.2.7");

		start(true);

		assertThat(environment.getProperty("server.address")).isEqualTo("192.0.2.7");
	}

	@Test
	void a_desk_that_runs_for_real_listens_everywhere_unless_it_is_told() {
		configureEverything();

		start(true);

		assertThat(environment.getProperty("server.address")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://pledges.example.org", "http://192.0.2.7:8080", "http://localhost.example.org",
			"http://127.0.0.1.example.org", "http://0.0.0.0:8080", "http://128.0.0.1", "http://[2001:db8::1]:8080" })
	void a_desk_that_others_are_to_reach_is_not_tried_out(String address) {
		environment.setProperty("desk.public-address", address);

		FailureAnalysis analysis = refusal();

		assertThat(analysis.getDescription()).contains("DESK_PUBLIC_ADDRESS is not an address of this machine")
			.contains("SPRING_DATASOURCE_URL");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:8080", "http://LOCALHOST", "http://desk.localhost",
			"http://127.0.0.1:9090", "http://127.1.2.3", "http://[::1]:8080", "https://localhost" })
	void a_desk_that_is_tried_out_may_be_reached_by_any_address_of_this_machine(String address) {
		environment.setProperty("desk.public-address", address);

		start(true);

		assertThat(environment.getProperty("desk.tryout")).isEqualTo("true");
	}

	@Test
	void whatever_part_of_the_desk_cannot_start_says_so_in_its_own_sentence() {
		FailureAnalysis analysis = new WhyNotStarted().analyze(new IllegalStateException("somewhere on the way",
				new CannotStart("The tables were made by a newer version of the desk.", "Restore the backup.")));

		assertThat(analysis.getDescription()).isEqualTo("The tables were made by a newer version of the desk.");
		assertThat(analysis.getAction()).isEqualTo("Restore the backup.");
	}

	private void configureEverything() {
		environment.setProperty("spring.datasource.url", "jdbc:postgresql://database/desk");
		environment.setProperty("spring.datasource.username", "desk");
		environment.setProperty("spring.datasource.password", "secret");
		environment.setProperty("spring.mail.host", "mail.example.org");
		environment.setProperty("desk.public-address", "https://pledges.example.org");
		environment.setProperty("desk.first-coordinator", "coordinator@example.org");
		environment.setProperty("desk.receipts.signing-key", SigningKey.fresh().pem());
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
