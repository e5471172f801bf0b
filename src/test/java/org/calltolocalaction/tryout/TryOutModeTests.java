package org.calltolocalaction.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.signing.SigningKey;
import org.calltolocalaction.pledges.receipts.PublishedKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The desk as one command starts it: with nothing configured. */
@SpringBootTest(properties = { "desk.testing.surroundings=false", "desk.tryout.database.durable=false" })
@DirtiesContext
class TryOutModeTests {

	@TempDir
	private static Path folder;

	@DynamicPropertySource
	static void data(DynamicPropertyRegistry registry) {
		registry.add("desk.data-directory", () -> folder.resolve("data"));
	}

	@Autowired
	private DeskProperties desk;

	@Autowired
	private DataSource dataSource;

	@Autowired
	private JdbcConnectionDetails connection;

	@Autowired
	private JavaMailSender mails;

	@Autowired
	private SigningKey signing;

	@Autowired
	private PublishedKeys keys;

	@Autowired
	@Qualifier("diskSpaceHealthIndicator")
	private HealthIndicator disk;

	@Test
	void whether_there_is_room_is_asked_of_the_folder_in_which_the_data_are() {
		assertThat(disk.health().getDetails()).containsKeys(folder.resolve("data").toString(),
				System.getProperty("java.io.tmpdir"));
	}

	@Test
	void it_signs_receipts_by_a_key_that_it_keeps_with_its_data() throws IOException {
		assertThat(Files.readString(folder.resolve("data/receipt-signing-key.pem"))).isEqualTo(signing.pem());
		assertThat(keys.find(signing.published().id())).isPresent();
	}

	@Test
	void a_desk_with_nothing_configured_has_a_database_and_a_mailbox_of_its_own() {
		assertThat(desk.tryout()).isTrue();
		assertThat(connection).isInstanceOf(EmbeddedDatabase.class);
		assertThat(mails).isInstanceOf(LocalMailbox.class);
		assertThat(JdbcClient.create(dataSource).sql("show data_directory").query(String.class).single())
			.isEqualTo(folder.resolve("data/postgres").toString());
	}

}
