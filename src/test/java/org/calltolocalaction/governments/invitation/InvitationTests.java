package org.calltolocalaction.governments.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.GovernmentProfile;
import org.calltolocalaction.governments.invitation.InviteColleague.Outcome;
import org.calltolocalaction.governments.membership.AskToJoin;
import org.calltolocalaction.governments.membership.DecideJoinRequest;
import org.calltolocalaction.governments.membership.JoinRequests;
import org.calltolocalaction.governments.membership.MembershipTest;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.kernel.request.ClientAddress;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.testing.Visitor.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Members invite colleagues, who agree, or do not. */
class InvitationTests extends MembershipTest {

	@Autowired
	private AskToJoin askToJoin;

	@Autowired
	private DecideJoinRequest decideJoinRequest;

	@Autowired
	private JoinRequests joinRequests;

	@Test
	void whoever_is_invited_sees_it_after_signing_in_and_is_a_member_once_they_agree() {
		Page page = visitors.signedIn(ana)
			.sends("/my/government/invite", Map.of("email", " " + eva.value().toUpperCase()));
		assertThat(page.text()).contains(eva + " has been invited.", "Open invitations", "2 November 2026");
		deliverMailsTo(eva);
		assertThat(received(eva)).isOne();

		Visitor evas = visitors.anybody();
		evas.opens("/my/profile");
		Page first = evas.signsIn(eva.value());

		assertThat(first.path()).as("whatever they had asked for").isEqualTo("/my/government");
		assertThat(first.text()).contains("Invitations to represent a government", story.nameOfGovernmentOf(ana),
				"Invited by " + ana.name() + " (" + ana.email() + ")", "Accept the invitation",
				"Decline the invitation");
		assertThat(governments.members(city)).containsExactly(ana);
		Page agreed = evas.sends("/my/government/invitations/accept", Map.of("invitation", invitationIn(first)));
		assertThat(agreed.text()).contains("You now represent this government.", story.nameOfGovernmentOf(ana));
		assertThat(visitors.signedIn(ana).opens("/my/government").text()).contains(eva.value())
			.doesNotContain("Open invitations");
		assertThat(trail.of(city)).extracting(RecordedEntry::kind, RecordedEntry::who)
			.endsWith(tuple("government.colleague-invited", ana.account()),
					tuple("government.member-joined", account(eva)));
	}

	@Test
	void whoever_declines_is_no_member_and_those_who_invited_see_it_on_their_page() {
		inviteColleague.invite(ana, eva);
		Visitor evas = visitors.anybody();
		String invitation = invitationIn(evas.signsIn(eva.value()));

		Page page = evas.sends("/my/government/invitations/decline", Map.of("invitation", invitation));

		assertThat(page.text()).contains("You have declined the invitation.", "Find your government")
			.doesNotContain("Invitations to represent a government");
		assertThat(evas.sends("/my/government/invitations/decline", Map.of("invitation", invitation)).status())
			.as("a second click")
			.isEqualTo(200);
		assertThat(evas.sends("/my/government/invitations/accept", Map.of("invitation", invitation)).status())
			.isEqualTo(409);
		assertThat(governments.members(city)).containsExactly(ana);
		assertThat(visitors.signedIn(ana).opens("/my/government").text())
			.contains("Declined invitations", eva.value(), "Declined on 3 October 2026")
			.doesNotContain("Open invitations");
		assertThat(trail.of(city)).extracting(RecordedEntry::kind, RecordedEntry::who)
			.endsWith(tuple("government.invitation-declined", account(eva)));
		assertThat(visitors.anybody().signsIn(eva.value()).text()).doesNotContain("Invitations to represent");
		clock.advance(Duration.ofDays(31));
		assertThat(visitors.signedIn(ana).opens("/my/government").text()).doesNotContain("Declined invitations");
	}

	@Test
	void nobody_declines_what_was_sent_to_somebody_else_or_was_accepted() {
		inviteColleague.invite(ana, eva);
		InvitationId invitation = openInvitations.of(city).get(0).id();
		accepts(eva);
		Person evaHerself = openAccount.of(eva, Locale.ENGLISH);

		assertThatThrownBy(() -> declineInvitation.decline(person(), invitation)).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> declineInvitation.decline(evaHerself, invitation)).isInstanceOf(Refused.class);
		assertThat(governments.members(city)).hasSize(2);
	}

	@Test
	void of_accepting_and_declining_at_once_one_holds() throws Exception {
		inviteColleague.invite(ana, eva);
		InvitationId invitation = openInvitations.of(city).get(0).id();
		Person person = openAccount.of(eva, Locale.ENGLISH);

		List<Object> outcomes = outcomesAtOnce(() -> {
			acceptInvitation.accept(person, invitation);
			return "accepted";
		}, () -> {
			declineInvitation.decline(person, invitation);
			return "declined";
		});

		assertThat(outcomes).hasAtLeastOneElementOfType(Refused.class);
		assertThat(governments.actedForBy(person.id()).isPresent()).isEqualTo(outcomes.contains("accepted"));
	}

	@Test
	void inviting_twice_changes_nothing_and_sends_one_mail() {
		Visitor browser = visitors.signedIn(ana);
		browser.sends("/my/government/invite", Map.of("email", eva.value()));

		Page second = browser.sends("/my/government/invite", Map.of("email", eva.value()));

		assertThat(second.text()).contains(eva + " had already been invited. We did not send a second email.");
		assertThat(openInvitations.of(city)).hasSize(1);
		deliverMailsTo(eva);
		deliverMailsTo(eva);
		assertThat(received(eva)).isOne();
	}

	@Test
	void two_colleagues_who_invite_the_same_person_at_once_send_one_mail() throws Exception {
		Person ben = colleague();

		assertThat(outcomesAtOnce(() -> inviteColleague.invite(ana, eva), () -> inviteColleague.invite(ben, eva)))
			.containsExactlyInAnyOrder(Outcome.INVITED, Outcome.INVITED_ALREADY);

		assertThat(openInvitations.of(city)).hasSize(1);
		assertThat(
				jdbc.sql("select count(*) from mail where recipient = ?").param(eva.value()).query(Long.class).single())
			.isOne();
	}

	@Test
	void who_is_a_member_already_is_not_invited_and_the_page_says_so_beside_the_field() {
		Person ben = colleague();

		Page page = visitors.signedIn(ana).sends("/my/government/invite", Map.of("email", ben.email()));

		assertThat(page.text()).contains(ben.email() + " is already a member", "id=\"email-error\"", "<title>Error: ");
		assertThat(openInvitations.of(city)).isEmpty();
	}

	@Test
	void what_is_no_address_is_told_beside_the_field_and_nothing_typed_is_lost() {
		Visitor browser = visitors.signedIn(ana);
		Page page = browser.sends("/my/government/invite", Map.of("email", "eva@<b>"));

		assertThat(page.text()).contains("The email address must be valid", "href=\"#email\"", "eva@&lt;b&gt;");
		assertThat(browser.opens("/my/government/invite?lang=en").path()).isEqualTo("/my/government");
	}

	@Test
	void an_invitation_holds_for_thirty_days() {
		inviteColleague.invite(ana, eva);
		clock.advance(Duration.ofDays(30));

		Person person = openAccount.of(eva, Locale.ENGLISH);
		assertThat(visitors.anybody().signsIn(eva.value()).text()).doesNotContain("Invitations to represent");

		assertThat(openInvitations.of(city)).isEmpty();
		assertThat(inviteColleague.invite(ana, eva)).isEqualTo(Outcome.INVITED);
		accepts(eva);
		assertThat(governmentOf(person)).isEqualTo(city);
	}

	@Test
	void an_invitation_that_was_taken_back_makes_nobody_a_member() {
		inviteColleague.invite(ana, eva);
		Visitor browser = visitors.signedIn(ana);
		String invitation = browser.opens("/my/government")
			.text()
			.replaceFirst("(?s).*name=\"invitation\" value=\"([^\"]+)\".*", "$1");

		Page page = browser.sends("/my/government/invitations/take-back", Map.of("invitation", invitation));

		assertThat(page.text()).contains("The invitation has been cancelled.").doesNotContain("Open invitations");
		assertThat(browser.sends("/my/government/invitations/take-back", Map.of("invitation", invitation)).status())
			.isEqualTo(200);
		assertThat(visitors.anybody().signsIn(eva.value()).text()).contains("Find your government");
		assertThat(trail.of(city)).extracting(RecordedEntry::kind)
			.filteredOn("government.invitation-taken-back"::equals)
			.hasSize(1);
	}

	@Test
	void an_invitation_that_was_used_cannot_be_taken_back() {
		inviteColleague.invite(ana, eva);
		InvitationId invitation = openInvitations.of(city).get(0).id();
		accepts(eva);

		assertThatThrownBy(() -> inviteColleague.takeBack(ana, invitation)).isInstanceOf(Refused.class);
		assertThat(governments.members(city)).hasSize(2);
	}

	@Test
	void who_acts_for_another_government_stays_there_and_may_accept_after_leaving_it() {
		Person ben = story.memberOf("Beira");
		GovernmentId beira = governmentOf(ben);
		inviteColleague.invite(ana, EmailAddress.parse(ben.email()).orElseThrow());

		Visitor browser = visitors.anybody();
		assertThat(browser.signsIn(ben.email()).path()).as("not stopped by a stranger").isEqualTo("/my");
		assertThat(governmentOf(ben)).isEqualTo(beira);
		assertThat(browser.opens("/my/government").text())
			.contains("Invitations to represent a government",
					"To accept an invitation, first stop representing this government.", "Decline the invitation")
			.doesNotContain("Accept the invitation");

		Page choice = browser.sends("/my/government/leave", Map.of());
		assertThat(choice.text()).contains("Invitations to represent a government", story.nameOfGovernmentOf(ana));
		String invitation = choice.text().replaceFirst("(?s).*name=\"invitation\" value=\"([^\"]+)\".*", "$1");
		assertThat(browser.sends("/my/government/invitations/accept", Map.of("invitation", invitation)).text())
			.contains("You now represent this government.");
		assertThat(governmentOf(ben)).isEqualTo(city);
	}

	@Test
	void who_waits_for_the_same_government_waits_no_longer() {
		Person person = openAccount.of(eva, Locale.ENGLISH);
		askToJoin.ask(person, city);
		inviteColleague.invite(ana, eva);

		accepts(eva);

		assertThat(governmentOf(person)).isEqualTo(city);
		assertThat(joinRequests.to(city)).isEmpty();
	}

	@Test
	void who_waits_for_another_government_waits_no_longer_there() {
		Person person = openAccount.of(eva, Locale.ENGLISH);
		GovernmentId beira = governmentOf(story.memberOf("Beira"));
		askToJoin.ask(person, beira);
		inviteColleague.invite(ana, eva);

		accepts(eva);

		assertThat(governmentOf(person)).isEqualTo(city);
		assertThat(joinRequests.to(beira)).isEmpty();
	}

	@Test
	void an_invitation_does_not_bring_back_who_joined_by_asking_and_left() {
		Person person = openAccount.of(eva, Locale.ENGLISH);
		inviteColleague.invite(ana, eva);
		askToJoin.ask(person, city);
		decideJoinRequest.agree(ana, joinRequests.of(person.id()).orElseThrow().id());
		leaveGovernment.leave(person);

		visitors.anybody().signsIn(eva.value());

		assertThat(governments.actedForBy(person.id())).isEmpty();
	}

	@Test
	void nobody_accepts_what_was_sent_to_somebody_else() {
		inviteColleague.invite(ana, eva);
		InvitationId invitation = openInvitations.of(city).get(0).id();
		Person stranger = person();

		assertThatThrownBy(() -> acceptInvitation.accept(stranger, invitation)).isInstanceOf(NotFound.class);
	}

	@Test
	void a_person_invites_twenty_people_a_day_whatever_they_register_meanwhile() {
		for (int colleague = 0; colleague < 20; colleague++) {
			if (colleague % 5 == 4) {
				leaveGovernment.leave(ana);
				registerAnother(ana);
			}
			inviteColleague.invite(ana, EmailAddress.parse(colleague + "." + eva).orElseThrow());
		}
		leaveGovernment.leave(ana);
		registerAnother(ana);

		assertThatThrownBy(() -> inviteColleague.invite(ana, eva)).isInstanceOf(Refused.class)
			.hasMessageContaining("tooManyInvitations ");
		assertThat(openInvitations.to(openAccount.of(eva, Locale.ENGLISH))).isEmpty();
		clock.advance(Duration.ofDays(1).plusSeconds(1));
		assertThat(inviteColleague.invite(ana, eva)).isEqualTo(Outcome.INVITED);
	}

	@Test
	void over_days_a_person_invites_sixty_people() {
		for (int colleague = 0; colleague < 60; colleague++) {
			if (colleague % 20 == 0) {
				clock.advance(Duration.ofDays(1).plusSeconds(1));
			}
			inviteColleague.invite(ana, EmailAddress.parse(colleague + "." + eva).orElseThrow());
		}
		clock.advance(Duration.ofDays(2));

		assertThatThrownBy(() -> inviteColleague.invite(ana, eva)).isInstanceOf(Refused.class)
			.hasMessageContaining("tooManyInvitations ")
			.hasMessageContaining("60");
		clock.advance(Duration.ofDays(29));
		assertThat(inviteColleague.invite(ana, eva)).isEqualTo(Outcome.INVITED);
	}

	@Test
	void an_address_is_invited_three_times_a_week_by_all_who_take_turns_with_it() {
		Person ben = story.memberOf("Beira");
		inviteColleague.invite(ana, eva);
		inviteColleague.takeBack(ana, openInvitations.of(city).get(0).id());
		inviteColleague.invite(ana, eva);
		leaveGovernment.leave(ana);
		registerAnother(ana);
		inviteColleague.invite(ben, eva);

		for (Person inviter : List.of(ana, story.memberOf("Pemba"))) {
			assertThatThrownBy(() -> inviteColleague.invite(inviter, eva)).isInstanceOf(Refused.class)
				.hasMessageContaining("invitedTooOften");
		}
		assertThat(
				jdbc.sql("select count(*) from mail where recipient = ?").param(eva.value()).query(Long.class).single())
			.isEqualTo(3);
		Page page = visitors.signedIn(ana).sends("/my/government/invite", Map.of("email", eva.value()));
		assertThat(page.text()).contains("This address has received many invitations lately. Nothing was changed.",
				"id=\"email-error\"");
		clock.advance(Duration.ofDays(7).plusSeconds(1));
		assertThat(inviteColleague.invite(ana, eva)).isEqualTo(Outcome.INVITED);
	}

	@Test
	void a_client_sends_sixty_invitations_a_day_under_whatever_names() {
		ClientAddress client = ClientAddress.of("2001:db8:" + Integer.toHexString(eva.hashCode() & 0xffff) + ":1::1");
		for (int account = 0; account < 3; account++) {
			Person member = story.memberOf("City " + account);
			for (int colleague = 0; colleague < 20; colleague++) {
				inviteColleague.invite(member, EmailAddress.parse(account + "." + colleague + "." + eva).orElseThrow(),
						client);
			}
		}

		assertThatThrownBy(() -> inviteColleague.invite(ana, eva, client)).isInstanceOf(Refused.class)
			.hasMessageContaining("tooManyInvitationsFromHere");
		assertThat(inviteColleague.invite(ana, eva, ClientAddress.of("203.0.113.77"))).isEqualTo(Outcome.INVITED);
		clock.advance(Duration.ofDays(31));
		inviteColleague.invite(ana, EmailAddress.parse("later." + eva).orElseThrow(), client);
		assertThat(jdbc.sql("select count(*) from invitation where client = ?")
			.param(client.value())
			.query(Long.class)
			.single()).as("where somebody was is forgotten").isOne();
	}

	@Test
	void of_two_invitations_at_the_limit_at_once_one_is_sent() throws Exception {
		for (int colleague = 0; colleague < 19; colleague++) {
			inviteColleague.invite(ana, EmailAddress.parse(colleague + "." + eva).orElseThrow());
		}

		assertThat(outcomesAtOnce(() -> inviteColleague.invite(ana, eva),
				() -> inviteColleague.invite(ana, EmailAddress.parse("other." + eva).orElseThrow())))
			.containsOnlyOnce(Outcome.INVITED);
	}

	@Test
	void a_government_whose_name_leads_somewhere_invites_nobody_until_it_is_corrected() {
		jdbc.sql("update government set name = 'Prize at evil.example' where id = ?").param(city.value()).update();

		assertThatThrownBy(() -> inviteColleague.invite(ana, eva)).isInstanceOf(Refused.class)
			.hasMessageContaining("nameWithLink");

		assertThat(visitors.signedIn(ana).sends("/my/government/invite", Map.of("email", eva.value())).text())
			.contains("The name of the government contains a web address");
	}

	private void registerAnother(Person person) {
		registerGovernment.register(person,
				new GovernmentProfile("Another " + UUID.randomUUID(), "MUNICIPALITY", "UG", "AFRICA", ""));
	}

	private Optional<UUID> account(EmailAddress email) {
		return openAccount.of(email, Locale.ENGLISH).account();
	}

}
