package org.calltolocalaction.governments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.calltolocalaction.governments.InviteColleague.Outcome;
import org.calltolocalaction.kernel.EmailAddress;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.AuditTrail;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.testing.Visitor.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Members invite colleagues, who join with their first visit. */
class InvitationTests extends MembershipTest {

	@Autowired
	private AskToJoin askToJoin;

	@Autowired
	private DecideJoinRequest decideJoinRequest;

	@Autowired
	private JoinRequests joinRequests;

	@Test
	void whoever_is_invited_is_a_member_as_soon_as_they_sign_in() {
		Page page = visitors.signedIn(ana).sends("/my/government/invite", Map.of("email", " " + eva.value().toUpperCase()));
		assertThat(page.text()).contains(eva + " has been invited.", "Open invitations", "2 November 2026");
		deliverMailsTo(eva);
		assertThat(received(eva)).isOne();

		Visitor evas = visitors.anybody();
		evas.opens("/my/government");
		Page first = evas.signsIn(eva.value());

		assertThat(first.path()).isEqualTo("/my/government");
		assertThat(first.text()).contains("Your government", story.nameOfGovernmentOf(ana));
		assertThat(visitors.signedIn(ana).opens("/my/government").text()).contains(eva.value())
			.doesNotContain("Open invitations");
		assertThat(trail.of(city.toString())).extracting(AuditTrail.Entry::act, AuditTrail.Entry::who)
			.endsWith(tuple("government.colleague-invited", ana.email()),
					tuple("government.member-joined", eva.value()));
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
		assertThat(jdbc.sql("select count(*) from mail where recipient = ?").param(eva.value()).query(Long.class).single())
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
		visitors.anybody().signsIn(eva.value());

		assertThat(governments.actedForBy(person.id())).isEmpty();
		assertThat(openInvitations.of(city)).isEmpty();
		assertThat(inviteColleague.invite(ana, eva)).isEqualTo(Outcome.INVITED);
		visitors.anybody().signsIn(eva.value());
		assertThat(governmentOf(person)).isEqualTo(city);
	}

	@Test
	void an_invitation_that_was_taken_back_makes_nobody_a_member() {
		inviteColleague.invite(ana, eva);
		Visitor browser = visitors.signedIn(ana);
		String invitation = browser.opens("/my/government").text()
			.replaceFirst("(?s).*name=\"invitation\" value=\"([^\"]+)\".*", "$1");

		Page page = browser.sends("/my/government/invitations/take-back", Map.of("invitation", invitation));

		assertThat(page.text()).contains("The invitation has been cancelled.").doesNotContain("Open invitations");
		assertThat(browser.sends("/my/government/invitations/take-back", Map.of("invitation", invitation)).status())
			.isEqualTo(200);
		assertThat(visitors.anybody().signsIn(eva.value()).text()).contains("Find your government");
		assertThat(trail.of(city.toString())).extracting(AuditTrail.Entry::act)
			.filteredOn("government.invitation-taken-back"::equals)
			.hasSize(1);
	}

	@Test
	void an_invitation_that_was_used_cannot_be_taken_back() {
		inviteColleague.invite(ana, eva);
		InvitationId invitation = openInvitations.of(city).get(0).id();
		visitors.anybody().signsIn(eva.value());

		assertThatThrownBy(() -> inviteColleague.takeBack(ana, invitation)).isInstanceOf(Refused.class);
		assertThat(governments.members(city)).hasSize(2);
	}

	@Test
	void who_acts_for_another_government_stays_there_and_may_accept_after_leaving_it() {
		Person ben = story.memberOf("Beira");
		GovernmentId beira = governmentOf(ben);
		inviteColleague.invite(ana, EmailAddress.parse(ben.email()).orElseThrow());

		Visitor browser = visitors.signedIn(ben);
		assertThat(governmentOf(ben)).isEqualTo(beira);

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

		visitors.anybody().signsIn(eva.value());

		assertThat(governmentOf(person)).isEqualTo(city);
		assertThat(joinRequests.to(city)).isEmpty();
	}

	@Test
	void who_waits_for_another_government_waits_no_longer_there() {
		Person person = openAccount.of(eva, Locale.ENGLISH);
		GovernmentId beira = governmentOf(story.memberOf("Beira"));
		askToJoin.ask(person, beira);
		inviteColleague.invite(ana, eva);

		visitors.anybody().signsIn(eva.value());

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
	void a_government_invites_twenty_people_a_day() {
		for (int colleague = 0; colleague < 20; colleague++) {
			inviteColleague.invite(ana, EmailAddress.parse(colleague + "." + eva).orElseThrow());
		}

		assertThatThrownBy(() -> inviteColleague.invite(ana, eva)).isInstanceOf(Refused.class)
			.hasMessageContaining("tooManyInvitations");
		clock.advance(Duration.ofDays(1).plusSeconds(1));
		assertThat(inviteColleague.invite(ana, eva)).isEqualTo(Outcome.INVITED);
	}

}
