package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.calltolocalaction.notifications.MailKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mail can be named on the coordinators' pages. */
class MailNamesTests {

	@ParameterizedTest
	@ValueSource(strings = { "coordination.properties", "coordination_es.properties", "coordination_fr.properties" })
	void a_mail_has_its_name(String bundle) throws IOException {
		Properties names = new Properties();
		try (InputStream file = getClass().getResourceAsStream("/messages/" + bundle)) {
			names.load(file);
		}
		assertThat(MailKind.values())
			.allSatisfy(kind -> assertThat(names).containsKey("coordination.mail." + kind.name()));
	}

}
