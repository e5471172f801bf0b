package org.calltolocalaction.kernel.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.support.ResourcePropertySource;
import org.yaml.snakeyaml.Yaml;

/** What {@code docker-compose.yml} promises to whoever runs it without reading it. */
class ComposeTests {

	private static final Pattern REQUIRED = Pattern.compile("\\$\\{(\\w+):\\?[^}]+}");

	private static final Pattern DEFAULTED = Pattern.compile("\\$\\{(\\w+):-([^}]+)}");

	private Map<String, Map<String, Object>> services;

	@BeforeEach
	void the_file() throws IOException {
		Map<String, Object> file = new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
		services = map(file.get("services"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "SPRING_DATASOURCE_PASSWORD", "SPRING_MAIL_HOST", "DESK_PUBLIC_ADDRESS",
			"DESK_FIRST_COORDINATOR", "DESK_MAIL_FROM", "DESK_RECEIPTS_SIGNING_KEY" })
	void nothing_is_made_up_that_somebody_has_to_decide(String variable) {
		assertThat(environment("desk").get(variable)).matches(REQUIRED);
	}

	@Test
	void no_password_has_a_default_and_both_sides_are_given_the_same() {
		assertThat(environment("database").get("POSTGRES_PASSWORD")).matches(REQUIRED)
			.isEqualTo(environment("desk").get("SPRING_DATASOURCE_PASSWORD"));
		assertThat(services.keySet()).allSatisfy(service -> environment(service).forEach((name, value) -> {
			if (name.contains("PASSWORD")) {
				assertThat(value).as(name).doesNotMatch(DEFAULTED);
			}
		}));
	}

	@Test
	void what_has_to_be_decided_stands_in_the_example_without_a_value() throws IOException {
		String example = Files.readString(Path.of(".env.example"));

		assertThat(services.values()
			.stream()
			.flatMap(service -> REQUIRED.matcher(service.toString()).results())
			.map(found -> found.group(1))
			.collect(Collectors.toSet())).isNotEmpty()
			.allSatisfy(name -> assertThat(example).containsPattern("(?m)^" + name + "=$"));
		assertThat(Files.readString(Path.of(".gitignore"))).contains("/.env\n");
	}

	@Test
	void no_service_fills_the_disk_with_its_log_or_takes_all_memory() {
		assertThat(services).allSatisfy((name, service) -> {
			assertThat(map(service.get("logging")).get("driver")).isEqualTo("json-file");
			assertThat(map(map(service.get("logging")).get("options"))).containsKeys("max-size", "max-file");
			assertThat(service.get("mem_limit")).asString().matches("\\d+[mg]");
		});
	}

	@Test
	void nobody_waits_for_anybody_because_the_desk_itself_does() {
		assertThat(services).allSatisfy((name, service) -> assertThat(service).doesNotContainKey("depends_on"));
		assertThat(services)
			.allSatisfy((name, service) -> assertThat(service).containsEntry("restart", "unless-stopped"));
	}

	@Test
	void a_mailbox_instead_of_a_mail_server_is_only_started_by_who_asks_for_it() {
		assertThat(services.get("mail").get("profiles")).asInstanceOf(InstanceOfAssertFactories.LIST)
			.containsExactly("mailpit");
		assertThat(services.get("desk")).doesNotContainKey("profiles");
		assertThat(services.get("database")).doesNotContainKey("profiles");
	}

	@ParameterizedTest
	@ValueSource(strings = { "true", "false" })
	void mail_is_encrypted_unless_somebody_says_otherwise(String said) throws IOException {
		String variable = "SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED";
		assertThat(environment("desk").get(variable)).isEqualTo("${DESK_MAIL_STARTTLS_REQUIRED:-true}");
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addLast(new ResourcePropertySource("classpath:application.properties"));
		environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("systemEnvironment", Map.of(variable, said)));
		ConfigurationPropertySources.attach(environment);

		MailProperties mail = Binder.get(environment).bind("spring.mail", MailProperties.class).get();

		assertThat(mail.getProperties()).containsEntry("mail.smtp.starttls.required", said)
			.containsEntry("mail.smtp.starttls.enable", "true");
	}

	private Map<String, String> environment(String service) {
		Map<String, Object> environment = map(services.get(service).getOrDefault("environment", Map.of()));
		return environment.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
	}

	@SuppressWarnings("unchecked")
	private static <T> Map<String, T> map(Object value) {
		return (Map<String, T>) value;
	}

}
