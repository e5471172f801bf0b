package org.calltolocalaction.governments.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.governments.invitation.InvitationId;
import org.calltolocalaction.governments.invitation.InviteColleague.Outcome;
import org.calltolocalaction.identity.HandWorkOver.Choice;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.SuspendAccount;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.testing.Visitor.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Members see each other, and end each other's membership. */
class ColleaguesTests extends MembershipTest {

	@Autowired
	private RemoveMember removeMember;

	@Autowired
	private SuspendAccount suspendAccount;

	@Test
	void what_is_not_theirs_is_not_there_for_strangers() {
		Person ben = colleague();
		inviteColleague.invite(ana, eva);
		InvitationId invitation = openInvitations.of(city).get(0).id();
		Person elsewhere = story.memberOf("Beira");
		Person nobody = person();

		for (Person stranger : List.of(elsewhere, nobody)) {
			assertThatThrownBy(() -> inviteColleague.takeBack(stranger, invitation)).isInstanceOf(NotFound.class);
			assertThatThrownBy(() -> removeMember.remove(stranger, ben.id())).isInstanceOf(NotFound.class);
			Visitor browser = visitors.signedIn(stranger);
			assertThat(browser.opens("/my/government/members/" + ben.id() + "/remove").status()).isEqualTo(404);
		}
		assertThatThrownBy(() -> inviteColleague.invite(nobody, eva)).isInstanceOf(NotFound.class);
		assertThat(visitors.signedIn(nobody).sends("/my/government/invite", Map.of("email", eva.value())).status())
			.isEqualTo(404);
		assertThat(governments.members(city)).hasSize(2);
		assertThat(openInvitations.of(city)).hasSize(1);
	}

	@Test
	void a_removed_member_loses_access_with_the_next_request_and_what_they_wrote_stays_under_their_name() {
		story.aSharedCall();
		Person ben = colleague();
		PledgeReference draft = story.aDraftBy(ben);
		Visitor bens = visitors.signedIn(ben);
		assertThat(bens.opens("/my/pledges/" + draft).status()).isEqualTo(200);
		Visitor anas = visitors.signedIn(ana);

		Page question = anas.opens("/my/government/members/" + ben.id() + "/remove");
		assertThat(question.text()).contains("Remove this member: " + ben.name(), "Do not remove this member");
		Page done = anas.sends("/my/government/members/" + ben.id() + "/remove", Map.of());

		assertThat(done.text()).contains("This person is no longer a member.").doesNotContain(ben.email());
		assertThat(bens.opens("/my/pledges/" + draft).status()).isEqualTo(404);
		assertThat(bens.opens("/my/government").text()).contains("Find your government");
		assertThat(anas.opens("/my/pledges/" + draft).status()).isEqualTo(200);
		assertThat(jdbc.sql("select distinct saved_by from draft_save where reference = ?")
			.param(draft.value())
			.query(UUID.class)
			.list()).containsExactly(ben.id().value());
		assertThat(trail.of(city)).last().satisfies(entry -> {
			assertThat(entry.kind()).isEqualTo("government.member-removed");
			assertThat(entry.who()).isEqualTo(ana.account());
			assertThat(entry.facts()).containsEntry("member", ben.id().toString());
		});
		deliverMailsTo(address(ben));
		deliverMailsTo(address(ben));
		assertThat(received(address(ben))).as("the invitation, and that it has ended").isEqualTo(2);
	}

	@Test
	void a_second_click_on_remove_is_told_that_it_is_done() {
		Person ben = colleague();
		removeMember.remove(ana, ben.id());

		assertThatThrownBy(() -> removeMember.remove(ana, ben.id())).isInstanceOf(Refused.class);
	}

	@Test
	void nobody_who_was_removed_comes_back_by_an_invitation_of_their_own() {
		Person ben = colleague();
		inviteColleague.invite(ben, eva);
		removeMember.remove(ana, ben.id());

		assertThat(visitors.anybody().signsIn(eva.value()).text()).doesNotContain("Invitations to represent");
		assertThat(visitors.anybody().signsIn(ben.email()).text()).doesNotContain("Invitations to represent");

		assertThat(governments.members(city)).containsExactly(ana);
		assertThat(inviteColleague.invite(ana, address(ben))).isEqualTo(Outcome.INVITED);
		accepts(address(ben));
		assertThat(governments.members(city)).extracting(Person::id).containsExactly(ana.id(), ben.id());
	}

	@Test
	void of_two_who_remove_each_other_at_once_one_stays() throws Exception {
		Person ben = colleague();

		List<Object> outcomes = outcomesAtOnce(() -> {
			removeMember.remove(ana, ben.id());
			return "removed";
		}, () -> {
			removeMember.remove(ben, ana.id());
			return "removed";
		});

		assertThat(outcomes).containsOnlyOnce("removed");
		assertThat(governments.members(city)).hasSize(1);
	}

	@Test
	void a_suspended_member_is_shown_as_such_and_can_be_removed() {
		Person ben = colleague();
		suspend(ben);
		Visitor anas = visitors.signedIn(ana);

		assertThat(anas.opens("/my/government").text()).contains(ben.name(), ">Suspended<");
		assertThat(anas.opens("/my/government/members/" + ben.id() + "/remove").status()).isEqualTo(200);
		assertThat(anas.sends("/my/government/members/" + ben.id() + "/remove", Map.of()).text())
			.contains("This person is no longer a member.")
			.doesNotContain(">Suspended<");
	}

	@Test
	void what_a_suspended_member_sent_brings_nobody_in() {
		Person ben = colleague();
		inviteColleague.invite(ben, eva);
		EmailAddress other = new EmailAddress("zoe." + UUID.randomUUID() + "@example.org");
		inviteColleague.invite(ana, other);

		suspend(ben);

		assertThat(openInvitations.of(city)).singleElement().satisfies(left -> {
			assertThat(left.email()).isEqualTo(other.value());
		});
		assertThat(trail.of(city)).last().satisfies(entry -> {
			assertThat(entry.kind()).isEqualTo("government.invitation-taken-back");
			assertThat(entry.who()).isEqualTo(story.coordinator().account());
		});
	}

	@Test
	void nobody_removes_themselves_but_the_last_may_leave() {
		assertThatThrownBy(() -> removeMember.remove(ana, ana.id())).isInstanceOf(NotFound.class);

		leaveGovernment.leave(ana);

		assertThat(governments.members(city)).isEmpty();
	}

	@Test
	void the_page_says_when_each_member_was_last_here_as_the_reader_reckons_days() {
		Person ben = colleague();
		clock.set(Instant.parse("2026-10-03T22:30:00Z"));
		assertThat(visitors.signedIn(ana).opens("/my/government").text()).contains("Has not signed in yet");
		visitors.signedIn(ben);
		clock.advance(Duration.ofDays(5));

		// Kampala is three hours ahead: there, the 4th had begun.
		assertThat(visitors.signedIn(ana).opens("/my/government").text()).contains("Last signed in on 4 October 2026",
				"Last signed in on 9 October 2026");
		assertThat(visitors.signedIn(ana).opens("/my/government?lang=fr").text())
			.contains("Dernière connexion\u00a0: 4 octobre 2026");
	}

	@Test
	void a_visit_is_written_down_once_in_a_few_minutes() {
		Visitor browser = visitors.signedIn(ana);
		clock.advance(Duration.ofMinutes(4));
		browser.opens("/my/government");
		assertThat(lastHere(ana)).isEqualTo(NOON);

		clock.advance(Duration.ofMinutes(2));
		browser.opens("/my/government");

		assertThat(lastHere(ana)).isEqualTo(NOON.plus(Duration.ofMinutes(6)));
	}

	private void suspend(Person member) {
		suspendAccount.suspend(story.coordinator(), member.id(), "Left", new Choice(Optional.empty(), 0));
	}

	private Instant lastHere(Person person) {
		return jdbc.sql("select last_here from account where id = ?")
			.param(person.id().value())
			.query((row, number) -> row.getTimestamp(1).toInstant())
			.single();
	}

}
