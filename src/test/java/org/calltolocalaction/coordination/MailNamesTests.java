package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;
import org.calltolocalaction.notifications.MailKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mail about a pledge or an edition can be named on the coordinators' pages. */
class MailNamesTests {

	/** Mails about governments and people, and those that bring others. */
	private static final Set<MailKind> ABOUT_NO_PLEDGE = EnumSet.of(MailKind.INVITATION, MailKind.MEMBER_REMOVED,
			MailKind.JOIN_AGREED, MailKind.JOIN_REFUSED, MailKind.JOIN_REQUESTED, MailKind.MEMBER_JOINED,
			MailKind.MEMBER_LEFT, MailKind.ROLE_GIVEN, MailKind.SUSPENDED, MailKind.SUSPENSION_LIFTED, MailKind.DIGEST,
			MailKind.TOGETHER);

	@ParameterizedTest
	@ValueSource(strings = { "coordination.properties", "coordination_es.properties", "coordination_fr.properties" })
	void a_mail_about_a_pledge_has_its_name(String bundle) throws IOException {
		Properties names = new Properties();
		try (InputStream file = getClass().getResourceAsStream("/messages/" + bundle)) {
			names.load(file);
		}
		assertThat(EnumSet.complementOf(EnumSet.copyOf(ABOUT_NO_PLEDGE)))
			.allSatisfy(kind -> assertThat(names).containsKey("coordination.mail." + kind.name()));
	}

}
