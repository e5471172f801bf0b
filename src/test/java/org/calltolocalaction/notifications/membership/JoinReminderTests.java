package org.calltolocalaction.notifications.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.membership.AskToJoin;
import org.calltolocalaction.governments.membership.DecideJoinRequest;
import org.calltolocalaction.governments.membership.JoinReminder;
import org.calltolocalaction.governments.membership.JoinRequests;
import org.calltolocalaction.governments.membership.LeaveGovernment;
import org.calltolocalaction.governments.membership.MembershipId;
import org.calltolocalaction.identity.OpenAccount;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.notifications.MailTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Who may answer a request to join is reminded of it, and at last the coordinators are.
 */
class JoinReminderTests extends MailTest {

	@Autowired
	private AskToJoin askToJoin;

	@Autowired
	private JoinRequests joinRequests;

	@Autowired
	private DecideJoinRequest decide;

	@Autowired
	private LeaveGovernment leave;

	@Autowired
	private JoinRequestMails mails;

	@Autowired
	private OpenAccount openAccount;

	@ParameterizedTest
	@MethodSource("languages")
	void members_are_reminded_of_who_waits_for_whom_and_of_the_day_on_which_the_coordinators_will_be_asked(
			Locale language) {
		given.anOpenCall();
		Person member = given.aMember(language);
		Government government = given.governmentOf(member);
		MembershipId request = asked(government);
		haveReadTheirMails(member);

		later(JoinReminder.FIRST);
		mails.reminder(request, JoinReminder.FIRST);

		assertThat(subject(theMailTo(member)))
			.isEqualTo(in(language, "Request to represent a government: still waiting for your answer",
					"Solicitud para representar a un gobierno: falta su respuesta",
					"Demande pour représenter un gouvernement\u00a0: votre réponse est attendue"));
		assertThat(text(theMailTo(member))).contains(government.name(), link("/my/government/requests/" + request))
			.contains(in(language, "by 16 June", "el 16 de junio", "le 16 juin"));
	}

	@Test
	void a_reminder_that_is_written_twice_is_one_mail_and_the_second_reminder_is_another() {
		Person member = given.aMember(Languages.ENGLISH);
		MembershipId request = asked(given.governmentOf(member));
		haveReadTheirMails(member);

		later(JoinReminder.FIRST);
		mails.reminder(request, JoinReminder.FIRST);
		mails.reminder(request, JoinReminder.FIRST);
		assertThat(mailsTo(member)).hasSize(1);

		clock.advance(Duration.ofDays(7));
		mails.reminder(request, JoinReminder.SECOND);
		assertThat(mailsTo(member)).hasSize(2);
	}

	@ParameterizedTest
	@MethodSource("languages")
	void the_coordinators_are_told_of_what_nobody_answered(Locale language) {
		Person coordinator = given.aCoordinator(language);
		Person member = given.aMember(Languages.ENGLISH);
		MembershipId request = asked(given.governmentOf(member));
		haveReadTheirMails(member, coordinator);

		later(JoinReminder.COORDINATORS);
		mails.reminder(request, JoinReminder.COORDINATORS);

		assertThat(mailsTo(member)).isEmpty();
		assertThat(text(theMailTo(coordinator))).contains(link("/coordination/governments/requests/" + request))
			.contains(in(language, "The only person who represents this government",
					"La única persona que representa a este gobierno",
					"La seule personne qui représente ce gouvernement"));
	}

	@Test
	void where_nobody_is_left_to_answer_the_coordinators_are_reminded_each_time() {
		Person coordinator = given.aCoordinator(Languages.ENGLISH);
		Person last = given.aMember(Languages.ENGLISH);
		Government government = given.governmentOf(last);
		leave.leave(last);
		MembershipId request = asked(government);
		haveReadTheirMails(last, coordinator);

		later(JoinReminder.FIRST);
		mails.reminder(request, JoinReminder.FIRST);

		assertThat(text(theMailTo(coordinator))).contains(link("/coordination/governments/requests/" + request))
			.doesNotContain("we will ask the coordinators");
		assertThat(mailsTo(last)).isEmpty();
	}

	@Test
	void after_a_long_outage_nobody_gets_two_reminders_at_once() {
		Person coordinator = given.aCoordinator(Languages.ENGLISH);
		Person member = given.aMember(Languages.ENGLISH);
		MembershipId request = asked(given.governmentOf(member));
		haveReadTheirMails(member, coordinator);

		clock.advance(Duration.ofDays(30));
		for (JoinReminder reminder : JoinReminder.values()) {
			mails.reminder(request, reminder);
		}

		assertThat(mailsTo(member)).hasSize(1);
		assertThat(mailsTo(coordinator)).hasSize(1);
	}

	@Test
	void of_what_was_answered_nobody_is_reminded_and_a_reminder_that_waits_is_not_sent() {
		Person member = given.aMember(Languages.ENGLISH);
		MembershipId request = asked(given.governmentOf(member));
		haveReadTheirMails(member);
		later(JoinReminder.FIRST);
		mails.reminder(request, JoinReminder.FIRST);

		decide.refuse(member, request);
		mails.reminder(request, JoinReminder.SECOND);

		assertThat(mailsTo(member)).isEmpty();
	}

	private MembershipId asked(Government government) {
		Person asker = openAccount
			.of(EmailAddress.parse("newcomer." + UUID.randomUUID() + "@example.org").orElseThrow(), Languages.ENGLISH);
		askToJoin.ask(asker, government.id());
		return joinRequests.of(asker.id()).orElseThrow().id();
	}

	private void later(JoinReminder reminder) {
		clock.advance(Duration.ofDays(reminder.days()));
	}

}
