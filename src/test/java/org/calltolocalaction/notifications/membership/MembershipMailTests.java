package org.calltolocalaction.notifications.membership;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.invitation.AcceptInvitation;
import org.calltolocalaction.governments.invitation.InviteColleague;
import org.calltolocalaction.governments.invitation.OpenInvitations;
import org.calltolocalaction.governments.membership.AskToJoin;
import org.calltolocalaction.governments.membership.DecideJoinRequest;
import org.calltolocalaction.governments.membership.JoinRequests;
import org.calltolocalaction.governments.membership.LeaveGovernment;
import org.calltolocalaction.governments.membership.RemoveMember;
import org.calltolocalaction.identity.OpenAccount;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.notifications.MailTest;
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
	private AskToJoin askToJoin;

	@Autowired
	private JoinRequests joinRequests;

	@Autowired
	private DecideJoinRequest decide;

	@Autowired
	private LeaveGovernment leave;

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
		assertThat(subject(mail)).isEqualTo(in(language, "Invitation to represent a government",
				"Invitación para representar a un gobierno", "Invitation à représenter un gouvernement"));
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
	void who_was_removed_is_told_by_whom_and_that_what_they_wrote_stays(Locale language) {
		Person remover = given.aMember(Languages.ENGLISH);
		Person removed = openAccount.of(address(), language);
		inviteColleague.invite(remover, EmailAddress.parse(removed.email()).orElseThrow());
		acceptInvitation.accept(removed, openInvitations.to(removed).get(0).id());
		haveReadTheirMails(remover, removed);

		removeMember.remove(remover, removed.id());

		MimeMessage mail = theMailTo(removed);
		assertThat(subject(mail)).isEqualTo(in(language, "You no longer represent your government",
				"Ya no representa a su gobierno", "Vous ne représentez plus votre gouvernement"));
		assertThat(text(mail)).contains(remover.name(), given.governmentOf(remover).name())
			.contains(in(language, "is kept under your name", "se conserva con su nombre",
					"est conservé sous votre nom"));
		assertThat(mailsTo(remover)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("languages")
	void who_can_answer_is_told_that_somebody_asks_to_join_and_who_asked_what_was_answered(Locale language) {
		Person member = given.aMember(language);
		Person other = given.aColleagueOf(member, Languages.ENGLISH);
		Person asker = openAccount.of(address(), language);
		Government government = given.governmentOf(member);
		haveReadTheirMails(member, other);

		askToJoin.ask(asker, government.id());

		assertThat(text(theMailTo(member))).contains(asker.email(), government.name(), link("/my/government"))
			.contains(in(language, "There is no date by which to answer", "No hay un plazo para responder",
					"Aucune date limite n’est fixée pour répondre"))
			.contains(in(language, "Please accept or decline the request", "Acepte o rechace la solicitud",
					"Veuillez accepter ou refuser cette demande"));
		assertThat(mailsTo(other)).hasSize(1);
		decide.agree(member, joinRequests.to(government.id()).get(0).id());
		MimeMessage answer = theMailTo(asker);
		assertThat(subject(answer)).isEqualTo(in(language, "You now represent your government",
				"Ya representa a su gobierno", "Vous représentez désormais votre gouvernement"));
		assertThat(text(answer)).contains(government.name(), link("/my"));
		assertThat(mailsTo(member)).hasSize(1);
		assertThat(mailsTo(other)).hasSize(2)
			.anySatisfy(mail -> assertThat(subject(mail)).isEqualTo("One more person represents your government"));
	}

	@ParameterizedTest
	@MethodSource("languages")
	void who_is_refused_is_told_so_and_what_to_do(Locale language) {
		Person member = given.aMember(Languages.ENGLISH);
		Person asker = openAccount.of(address(), language);
		askToJoin.ask(asker, given.governmentOf(member).id());

		decide.refuse(member, joinRequests.to(given.governmentOf(member).id()).get(0).id());

		assertThat(text(theMailTo(asker))).contains(given.governmentOf(member).name())
			.contains(in(language, "was declined", "Se ha rechazado su solicitud", "est refusée"));
	}

	@Test
	void where_nobody_is_left_to_answer_the_coordinators_are_told() {
		Person coordinator = given.aCoordinator(Languages.ENGLISH);
		Person last = given.aMember(Languages.ENGLISH);
		Government government = given.governmentOf(last);
		leave.leave(last);
		Person asker = openAccount.of(address(), Languages.ENGLISH);

		askToJoin.ask(asker, government.id());

		assertThat(text(theMailTo(coordinator))).contains(asker.email(), link("/coordination/governments/requests"));
		assertThat(mailsTo(last)).isEmpty();
	}

	@Test
	void colleagues_are_told_who_came_by_an_invitation_who_left_and_who_was_removed() {
		Person member = given.aMember(Languages.ENGLISH);
		Person second = given.aColleagueOf(member, Languages.ENGLISH);
		Person third = given.aColleagueOf(member, Languages.ENGLISH);
		haveReadTheirMails(member, second, third);

		leave.leave(second);
		removeMember.remove(member, third.id());

		assertThat(mailsTo(member)).singleElement()
			.satisfies(
					mail -> assertThat(text(mail)).contains(second.name() + " no longer represents your government"));
		// That the second has left, the third has no business to know any more.
		assertThat(mailsTo(third)).hasSize(1);
		Person fourth = openAccount.of(address(), Languages.ENGLISH);
		inviteColleague.invite(member, EmailAddress.parse(fourth.email()).orElseThrow());
		acceptInvitation.accept(fourth, openInvitations.to(fourth).get(0).id());
		assertThat(mailsTo(member)).hasSize(2)
			.anySatisfy(mail -> assertThat(text(mail)).contains(fourth.email(), "now represents your government"));
	}

	@Test
	void of_a_request_that_its_asker_cancels_or_a_colleague_answers_nobody_is_told_who_was_not_yet() {
		Person member = given.aMember(Languages.ENGLISH);
		Person asker = openAccount.of(address(), Languages.ENGLISH);
		askToJoin.ask(asker, given.governmentOf(member).id());

		leave.leave(asker);

		assertThat(mailsTo(member)).isEmpty();
		Person second = given.aColleagueOf(member, Languages.ENGLISH);
		assertThat(mailsTo(member)).isEmpty();
		assertThat(mailsTo(second)).extracting(MailTest::subject).containsExactly("You now represent your government");
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
