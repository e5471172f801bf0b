package org.calltolocalaction.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.calltolocalaction.governments.AcceptInvitation;
import org.calltolocalaction.governments.InviteColleague;
import org.calltolocalaction.governments.OpenInvitations;
import org.calltolocalaction.governments.RemoveMember;
import org.calltolocalaction.kernel.EmailAddress;
import org.calltolocalaction.identity.OpenAccount;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

class MembershipMailTests extends MailTest {

	@Autowired
	private InviteColleague inviteColleague;

	@Autowired
	private AcceptInvitation acceptInvitation;

	@Autowired
	private OpenInvitations openInvitations;

	@Autowired
	private RemoveMember removeMember;

	@Autowired
	private OpenAccount openAccount;

	@Autowired
	private People people;

	@ParameterizedTest
	@MethodSource("languages")
	void who_has_an_account_is_invited_in_its_language(Locale language) {
		Person inviter = given.aMember(Languages.ENGLISH);
		Person invited = openAccount.of(address(), language);

		inviteColleague.invite(inviter, EmailAddress.parse(invited.email()).orElseThrow());

		MimeMessage mail = theMailTo(invited);
		assertThat(subject(mail))
			.isEqualTo(in(language, "Invitation to represent a government", "Invitación para representar a un gobierno",
					"Invitation à représenter un gouvernement"));
		assertThat(text(mail))
			.contains(inviter.name(), inviter.email(), given.governmentOf(inviter).name(), link("/my/government"))
			.contains(in(language, "then accept or decline the invitation", "acepte o rechace la invitación",
					"puis accepter ou refuser l’invitation"));
	}

	@ParameterizedTest
	@MethodSource("languages")
	void who_has_none_is_invited_in_the_language_of_who_invites_and_with_the_day_until_which_it_holds(Locale language) {
		given.anOpenCall();
		Person inviter = given.aMember(language);
		EmailAddress email = address();

		inviteColleague.invite(inviter, email);

		Person newcomer = openAccount.of(email, Languages.ENGLISH);
		assertThat(text(theMailTo(newcomer))).startsWith(in(language, "Hello,", "Buenos días:", "Bonjour,"))
			.contains(email.value())
			.contains(in(language, "no later than 2 July", "a más tardar el 2 de julio", "au plus tard le 2 juillet"));
	}

	@ParameterizedTest
	@MethodSource("languages")
	void who_was_removed_is_told_by_whom_and_that_what_they_wrote_stays(Locale language) throws Exception {
		Person remover = given.aMember(Languages.ENGLISH);
		Person removed = openAccount.of(address(), language);
		inviteColleague.invite(remover, EmailAddress.parse(removed.email()).orElseThrow());
		acceptInvitation.accept(removed, openInvitations.to(removed).get(0).id());
		mailsTo(removed);
		server.purgeEmailFromAllMailboxes();

		removeMember.remove(remover, removed.id());

		MimeMessage mail = theMailTo(removed);
		assertThat(subject(mail)).isEqualTo(in(language, "You no longer represent your government",
				"Ya no representa a su gobierno", "Vous ne représentez plus votre gouvernement"));
		assertThat(text(mail)).contains(remover.name(), given.governmentOf(remover).name())
			.contains(in(language, "is kept under your name", "se conserva con su nombre", "est conservé sous votre nom"));
		assertThat(mailsTo(remover)).isEmpty();
	}

	@Test
	void a_name_that_leads_somewhere_and_was_given_before_it_was_refused_stands_in_no_invitation() {
		Person inviter = given.aMember(Languages.ENGLISH);
		jdbc.sql("update account set name = 'Prize at evil.example' where id = ?").param(inviter.id().value()).update();
		Person invited = openAccount.of(address(), Languages.ENGLISH);

		inviteColleague.invite(people.person(inviter.id()), EmailAddress.parse(invited.email()).orElseThrow());

		assertThat(text(theMailTo(invited))).contains(inviter.email()).doesNotContain("evil.example");
	}

	@Test
	void an_invitation_that_is_sent_again_after_it_expired_is_another_mail() {
		Person inviter = given.aMember(Languages.ENGLISH);
		EmailAddress email = address();
		inviteColleague.invite(inviter, email);
		inviteColleague.invite(inviter, email);
		assertThat(written()).hasSize(1);
		clock.advance(Duration.ofDays(31));

		inviteColleague.invite(inviter, email);

		assertThat(written()).hasSize(2);
	}

	private static EmailAddress address() {
		return EmailAddress.parse("newcomer." + UUID.randomUUID() + "@example.org").orElseThrow();
	}

}
