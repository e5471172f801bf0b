package org.calltolocalaction.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.notifications.MailTest.subject;
import static org.calltolocalaction.notifications.MailTest.text;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.calltolocalaction.governments.invitation.AcceptInvitation;
import org.calltolocalaction.governments.invitation.InviteColleague;
import org.calltolocalaction.governments.invitation.OpenInvitations;
import org.calltolocalaction.governments.membership.RemoveMember;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.MailPreference;
import org.calltolocalaction.identity.MailPreference.Choice;
import org.calltolocalaction.identity.OpenAccount;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.notifications.digest.DigestCalendar;
import org.calltolocalaction.pledges.PledgeReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each person gets as much mail as they chose. */
class MailChoiceTests extends ChosenMailTest {

	private static final MailPreference WHAT_NEEDS_ME = new MailPreference(Choice.WHAT_NEEDS_ME, 7);

	@Autowired
	private OpenAccount openAccount;

	@Autowired
	private GrantRole grantRole;

	@Autowired
	private InviteColleague inviteColleague;

	@Autowired
	private AcceptInvitation acceptInvitation;

	@Autowired
	private OpenInvitations openInvitations;

	@Autowired
	private RemoveMember removeMember;

	@Autowired
	private DigestCalendar calendar;

	@Test
	void who_wants_only_what_needs_them_gets_that_at_once_and_not_the_rest() {
		Person member = memberWho(WHAT_NEEDS_ME);
		PledgeReference accepted = submitted(member);
		PledgeReference toChange = submitted(member);
		story.allJudge(accepted, "APPROVE");
		story.allJudge(toChange, "REQUEST_CHANGES");

		List<MimeMessage> mails = mailsTo(member);
		assertThat(mails).hasSize(3)
			.last()
			.satisfies(mail -> assertThat(subject(mail)).contains(toChange.value(), "please change your pledge"));
		assertThat(states(member)).containsExactlyInAnyOrder("OUTGOING", "OUTGOING", "DROPPED", "OUTGOING");
		assertThat(jobs.waiting(member.id())).isZero();
	}

	@Test
	void who_chose_nothing_gets_everything_now() {
		Person member = story.memberOf("Maputo");
		assertThat(member.mails()).isEqualTo(MailPreference.DEFAULT);
		story.allJudge(submitted(member), "APPROVE");

		assertThat(mailsTo(member)).hasSize(2);
	}

	@Test
	void coordinators_choose_alike() {
		Person coordinator = openAccount.of(address(), Locale.ENGLISH);
		grantRole.coordinator(story.coordinator(), EmailAddress.parse(coordinator.email()).orElseThrow());
		updateProfile.receiveMails(coordinator, DIGEST);
		PledgeReference reference = submitted(story.memberOf("Maputo"));
		story.allApproveBut("MMC", "DECLINE", reference);
		assertThat(mailsTo(coordinator)).isEmpty();

		clock.advance(Duration.ofDays(1));
		jobs.run(coordinator.id());

		assertThat(text(digestsTo(coordinator).get(0))).contains(reference.value(), "please decide on this pledge");
	}

	@Test
	void another_hour_counts_for_what_is_held_already() {
		Person member = memberWho(DIGEST);
		story.allJudge(submitted(member), "APPROVE");

		updateProfile.receiveMails(member, new MailPreference(Choice.DIGEST, 15));

		clock.set(noon.plus(Duration.ofHours(3)));
		jobs.run(member.id());
		assertThat(digestsTo(member)).as("at three in the afternoon of the same day").hasSize(1);
	}

	@Test
	void who_wants_everything_now_waits_no_longer_for_what_was_held() {
		Person member = memberWho(DIGEST);
		story.allJudge(submitted(member), "APPROVE");

		updateProfile.receiveMails(member, MailPreference.DEFAULT);
		jobs.run(member.id());

		assertThat(digestsTo(member)).hasSize(1);
	}

	@Test
	void a_removed_member_gets_no_digest_of_what_is_no_longer_theirs() {
		Person member = story.memberOf("Maputo");
		Person ben = openAccount.of(address(), Locale.ENGLISH);
		inviteColleague.invite(member, EmailAddress.parse(ben.email()).orElseThrow());
		acceptInvitation.accept(ben, openInvitations.to(ben).get(0).id());
		updateProfile.receiveMails(ben, DIGEST);
		story.allJudge(submitted(member), "REQUEST_CHANGES");
		assertThat(states(ben)).contains("HELD");

		removeMember.remove(member, ben.id());

		clock.advance(Duration.ofDays(1));
		jobs.run(ben.id());
		assertThat(digestsTo(ben)).isEmpty();
		assertThat(states(ben)).doesNotContain("HELD").contains("DROPPED");
		assertThat(mailsTo(ben)).as("the end of the membership")
			.anySatisfy(mail -> assertThat(subject(mail)).contains("You no longer represent your government"));
	}

	@ParameterizedTest
	@CsvSource({ "Africa/Kampala, 7, 2026-05-01T03:59:59Z, 2026-05-01T04:00:00Z",
			"Africa/Kampala, 7, 2026-05-01T04:00:00Z, 2026-05-02T04:00:00Z",
			"America/Bogota, 0, 2026-05-01T04:30:00Z, 2026-05-01T05:00:00Z",
			"Asia/Kathmandu, 23, 2026-05-01T12:00:00Z, 2026-05-01T17:15:00Z",
			"Europe/Madrid, 2, 2026-03-28T23:30:00Z, 2026-03-29T01:00:00Z",
			"Europe/Madrid, 7, 2026-10-24T12:00:00Z, 2026-10-25T06:00:00Z" })
	void a_digest_is_due_when_the_readers_clock_shows_the_hour(ZoneId zone, int hour, Instant now, Instant due) {
		Person reader = openAccount.of(address(), Locale.ENGLISH);
		updateProfile.introduce(reader, "Reader", Locale.ENGLISH, zone);
		updateProfile.receiveMails(reader, new MailPreference(Choice.DIGEST, hour));
		clock.set(now);

		assertThat(calendar.due(reader.id())).isEqualTo(due);
	}

	@Test
	void each_kind_of_mail_can_wait_or_not() {
		assertThat(MailKind.values()).filteredOn(MailKind::alwaysSent)
			.containsExactly(MailKind.RECEIPT, MailKind.LEFT_OUT, MailKind.WITHDRAWN, MailKind.REVIEWED_AGAIN,
					MailKind.UNPUBLISHED, MailKind.DEADLINE_MOVED, MailKind.EXTENDED, MailKind.EXTENSION_ENDED,
					MailKind.COORDINATORS_MESSAGE, MailKind.OPENING_TAKEN_BACK, MailKind.REVIEWS_GIVEN,
					MailKind.NEW_REVIEW_REQUESTED, MailKind.ABSENCE_ENTERED, MailKind.ABSENCE_ENDED,
					MailKind.PARTNER_ADDED, MailKind.PARTNER_RELEASED, MailKind.REVIEW_STILL_OVERDUE,
					MailKind.INVITATION, MailKind.MEMBER_REMOVED, MailKind.JOIN_AGREED, MailKind.JOIN_REFUSED,
					MailKind.ROLE_GIVEN, MailKind.SUSPENDED, MailKind.SUSPENSION_LIFTED, MailKind.GOVERNMENT_CONFIRMED,
					MailKind.GOVERNMENT_ASKED, MailKind.GOVERNMENT_REFUSED, MailKind.GOVERNMENTS_MERGED,
					MailKind.GOVERNMENT_CLOSED, MailKind.GOVERNMENT_REOPENED, MailKind.GOVERNMENT_CORRECTED,
					MailKind.GOVERNMENT_CHANGE_REFUSED, MailKind.REVIEW_ESCALATED, MailKind.MENTIONED, MailKind.DIGEST,
					MailKind.TOGETHER);
		assertThat(MailKind.values()).filteredOn(kind -> kind.stateFor(WHAT_NEEDS_ME) == MailState.DROPPED)
			.containsExactly(MailKind.ACCEPTED, MailKind.DECLINED, MailKind.CARRIED_OVER, MailKind.PLACEMENT_RESTORED,
					MailKind.PLACE_CHANGED, MailKind.INCLUDED, MailKind.PUBLISHED_AGAIN, MailKind.CALL_CLOSED,
					MailKind.REVIEWS_MOVED_ON, MailKind.REVIEW_CALLED_OFF, MailKind.MEMBER_JOINED, MailKind.MEMBER_LEFT,
					MailKind.WITHDRAWAL, MailKind.CONSENT_CHANGED);
		assertThat(MailKind.values()).filteredOn(kind -> kind.stateFor(DIGEST) == MailState.OUTGOING)
			.allMatch(MailKind::alwaysSent);
		assertThat(MailKind.values()).filteredOn(kind -> kind.stateFor(MailPreference.DEFAULT) == MailState.GATHERED)
			.as("what timers tell of")
			.containsExactly(MailKind.CHANGES_REMINDER, MailKind.REVIEW_OVERDUE, MailKind.REVIEW_STILL_OVERDUE,
					MailKind.REVIEW_ESCALATED, MailKind.DECISION_WAITING)
			.allMatch(MailKind::asksForAction);
		assertThat(MailKind.values()).filteredOn(kind -> kind.stateFor(MailPreference.DEFAULT) != MailState.GATHERED)
			.allMatch(kind -> kind.stateFor(MailPreference.DEFAULT) == MailState.OUTGOING);
	}

	private static EmailAddress address() {
		return EmailAddress.parse("reader." + UUID.randomUUID() + "@example.org").orElseThrow();
	}

}
