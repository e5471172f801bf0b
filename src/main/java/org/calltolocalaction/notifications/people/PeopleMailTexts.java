package org.calltolocalaction.notifications.people;

import java.util.ArrayList;
import java.util.List;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Component;

/** What people read who were given a role, or whose account was suspended. */
@Component
class PeopleMailTexts {

	private final MailTexts texts;

	private final Vocabulary vocabulary;

	PeopleMailTexts(MailTexts texts, Vocabulary vocabulary) {
		this.texts = texts;
		this.vocabulary = vocabulary;
	}

	MailText roleGiven(Person person, Person by) {
		MailText mail = texts.to(person);
		mail.subject("notifications.roleGiven.subject")
			.paragraph("notifications.roleGiven.text", by.name(), String.join("; ", roles(person, mail)))
			.paragraph("notifications.roleGiven.next", EmailAddress.shown(person.email()))
			.link("notifications.link.signIn", person.oversees() ? "/coordination" : "/reviews")
			.paragraph("notifications.roleGiven.mistake");
		return mail.signed(mail.say("notifications.why.account"));
	}

	MailText suspended(Person person, String reason, Person by) {
		MailText mail = texts.to(person);
		mail.subject("notifications.suspended.subject")
			.paragraph("notifications.suspended.text", by.name())
			.quote(mail.say("notifications.suspended.reason"), reason, by.language())
			.paragraph("notifications.suspended.kept")
			.paragraph("notifications.suspended.next", by.email());
		return mail.signed(mail.say("notifications.why.account"));
	}

	MailText lifted(Person person, Person by) {
		MailText mail = texts.to(person);
		mail.subject("notifications.suspensionLifted.subject")
			.paragraph("notifications.suspensionLifted.text", by.name())
			.paragraph("notifications.suspensionLifted.work")
			.link("notifications.link.signIn", "/my");
		return mail.signed(mail.say("notifications.why.account"));
	}

	private List<String> roles(Person person, MailText mail) {
		List<String> roles = new ArrayList<>();
		person.partner()
			.ifPresent(partner -> roles.add(mail.say("notifications.role.reviewer",
					vocabulary.label(Vocabulary.PARTNERS, partner.value(), mail.language()))));
		if (person.lead()) {
			roles.add(mail.say("notifications.role.lead"));
		}
		if (person.coordinator()) {
			roles.add(mail.say("notifications.role.coordinator"));
		}
		if (person.auditor()) {
			roles.add(mail.say("notifications.role.auditor"));
		}
		return roles;
	}

}
