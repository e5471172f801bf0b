package org.calltolocalaction.governments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.calltolocalaction.governments.InviteColleague.Outcome;
import org.calltolocalaction.identity.EmailAddress;
import org.calltolocalaction.identity.OpenAccount;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.AuditTrail;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.testing.Visitor.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Members invite each other, see each other, and end each other's membership. */
@DeskTest
class ColleaguesTests {

	private static final Instant NOON = Instant.parse("2026-10-03T12:00:00Z");

	@Autowired
	private InviteColleague inviteColleague;

	@Autowired
	private AcceptInvitation acceptInvitation;

	@Autowired
	private OpenInvitations openInvitations;

	@Autowired
	private RemoveMember removeMember;

	@Autowired
	private LeaveGovernment leaveGovernment;

	@Autowired
	private AskToJoin askToJoin;

	@Autowired
	private DecideJoinRequest decideJoinRequest;

	@Autowired
	private JoinRequests joinRequests;

	@Autowired
	private Governments governments;

	@Autowired
	private OpenAccount openAccount;

	@Autowired
	private Story story;

	@Autowired
	private EngineJobs jobs;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private DeskProperties desk;

	@Autowired
	private GreenMail mails;

	@Autowired
	private MutableClock clock;

	@Autowired
	private JdbcClient jdbc;

	/** A member of a government that no other test has. */
	private Person ana;

	private GovernmentId city;

	private final EmailAddress eva = EmailAddress.parse("eva." + UUID.randomUUID() + "@example.org").orElseThrow();

	@BeforeEach
	void anaActsForACity() {
		jdbc.sql("delete from sign_in_request").update();
		clock.set(NOON);
		ana = story.memberOf("Maputo");
		city = governmentOf(ana);
	}

	@Test
	void whoever_is_invited_is_a_member_as_soon_as_they_sign_in() {
		Page page = atBrowser(ana).sends("/my/government/invite", Map.of("email", " " + eva.value().toUpperCase()));
		assertThat(page.text()).contains(eva + " has been invited.", "Open invitations", "2 November 2026");
		deliverMailsTo(eva);
		assertThat(received(eva)).isOne();

		Visitor evas = visitor();
		evas.opens("/my/government");
		Page first = evas.signsIn(eva.value());

		assertThat(first.path()).isEqualTo("/my/government");
		assertThat(first.text()).contains("Government represented", story.nameOfGovernmentOf(ana));
		assertThat(atBrowser(ana).opens("/my/government").text()).contains(eva.value())
			.doesNotContain("Open invitations");
		assertThat(trail.of(city.toString())).extracting(AuditTrail.Entry::act, AuditTrail.Entry::who)
			.endsWith(tuple("government.colleague-invited", ana.email()),
					tuple("government.member-joined", eva.value()));
	}

	@Test
	void inviting_twice_changes_nothing_and_sends_one_mail() {
		Visitor browser = atBrowser(ana);
		browser.sends("/my/government/invite", Map.of("email", eva.value()));

		Page second = browser.sends("/my/government/invite", Map.of("email", eva.value()));

		assertThat(second.text()).contains(eva + " had already been invited. No second email was sent.");
		assertThat(openInvitations.of(city)).hasSize(1);
		deliverMailsTo(eva);
		deliverMailsTo(eva);
		assertThat(received(eva)).isOne();
	}

	@Test
	void two_colleagues_who_invite_the_same_person_at_once_send_one_mail() throws Exception {
		Person ben = colleague();

		assertThat(atOnce(() -> inviteColleague.invite(ana, eva), () -> inviteColleague.invite(ben, eva)))
			.containsExactlyInAnyOrder(Outcome.INVITED, Outcome.INVITED_ALREADY);

		assertThat(openInvitations.of(city)).hasSize(1);
		assertThat(jdbc.sql("select count(*) from mail where recipient = ?").param(eva.value()).query(Long.class).single())
			.isOne();
	}

	@Test
	void who_is_a_member_already_is_not_invited_and_the_page_says_so_beside_the_field() {
		Person ben = colleague();

		Page page = atBrowser(ana).sends("/my/government/invite", Map.of("email", ben.email()));

		assertThat(page.text()).contains(ben.email() + " is already a member", "id=\"email-error\"", "<title>Error: ");
		assertThat(openInvitations.of(city)).isEmpty();
	}

	@Test
	void what_is_no_address_is_told_beside_the_field_and_nothing_typed_is_lost() {
		Visitor browser = atBrowser(ana);
		Page page = browser.sends("/my/government/invite", Map.of("email", "eva@<b>"));

		assertThat(page.text()).contains("Enter an email address in the form", "href=\"#email\"", "eva@&lt;b&gt;");
		assertThat(browser.opens("/my/government/invite?lang=en").path()).isEqualTo("/my/government");
	}

	@Test
	void an_invitation_holds_for_thirty_days() {
		inviteColleague.invite(ana, eva);
		clock.advance(Duration.ofDays(30));

		Person person = openAccount.of(eva, Locale.ENGLISH);
		visitor().signsIn(eva.value());

		assertThat(governments.actedForBy(person.id())).isEmpty();
		assertThat(openInvitations.of(city)).isEmpty();
		assertThat(inviteColleague.invite(ana, eva)).isEqualTo(Outcome.INVITED);
		visitor().signsIn(eva.value());
		assertThat(governmentOf(person)).isEqualTo(city);
	}

	@Test
	void an_invitation_that_was_taken_back_makes_nobody_a_member() {
		inviteColleague.invite(ana, eva);
		Visitor browser = atBrowser(ana);
		String invitation = browser.opens("/my/government").text()
			.replaceFirst("(?s).*name=\"invitation\" value=\"([^\"]+)\".*", "$1");

		Page page = browser.sends("/my/government/invitations/take-back", Map.of("invitation", invitation));

		assertThat(page.text()).contains("The invitation has been taken back.").doesNotContain("Open invitations");
		assertThat(browser.sends("/my/government/invitations/take-back", Map.of("invitation", invitation)).status())
			.isEqualTo(200);
		assertThat(visitor().signsIn(eva.value()).text()).contains("Which government do you represent?");
		assertThat(trail.of(city.toString())).extracting(AuditTrail.Entry::act)
			.filteredOn("government.invitation-taken-back"::equals)
			.hasSize(1);
	}

	@Test
	void an_invitation_that_was_used_cannot_be_taken_back() {
		inviteColleague.invite(ana, eva);
		InvitationId invitation = openInvitations.of(city).get(0).id();
		visitor().signsIn(eva.value());

		assertThatThrownBy(() -> inviteColleague.takeBack(ana, invitation)).isInstanceOf(Refused.class);
		assertThat(governments.members(city)).hasSize(2);
	}

	@Test
	void who_acts_for_another_government_stays_there_and_may_accept_after_leaving_it() {
		Person ben = story.memberOf("Beira");
		GovernmentId beira = governmentOf(ben);
		inviteColleague.invite(ana, EmailAddress.parse(ben.email()).orElseThrow());

		Visitor browser = atBrowser(ben);
		assertThat(governmentOf(ben)).isEqualTo(beira);

		Page choice = browser.sends("/my/government/leave", Map.of());
		assertThat(choice.text()).contains("You are invited", story.nameOfGovernmentOf(ana));
		String invitation = choice.text().replaceFirst("(?s).*name=\"invitation\" value=\"([^\"]+)\".*", "$1");
		assertThat(browser.sends("/my/government/invitations/accept", Map.of("invitation", invitation)).text())
			.contains("You are now a member.");
		assertThat(governmentOf(ben)).isEqualTo(city);
	}

	@Test
	void who_waits_for_the_same_government_waits_no_longer() {
		Person person = openAccount.of(eva, Locale.ENGLISH);
		askToJoin.ask(person, city);
		inviteColleague.invite(ana, eva);

		visitor().signsIn(eva.value());

		assertThat(governmentOf(person)).isEqualTo(city);
		assertThat(joinRequests.to(city)).isEmpty();
	}

	@Test
	void who_waits_for_another_government_waits_no_longer_there() {
		Person person = openAccount.of(eva, Locale.ENGLISH);
		GovernmentId beira = governmentOf(story.memberOf("Beira"));
		askToJoin.ask(person, beira);
		inviteColleague.invite(ana, eva);

		visitor().signsIn(eva.value());

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

		visitor().signsIn(eva.value());

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
			Visitor browser = atBrowser(stranger);
			assertThat(browser.opens("/my/government/members/" + ben.id() + "/remove").status()).isEqualTo(404);
		}
		assertThatThrownBy(() -> inviteColleague.invite(nobody, eva)).isInstanceOf(NotFound.class);
		assertThat(atBrowser(nobody).sends("/my/government/invite", Map.of("email", eva.value())).status())
			.isEqualTo(404);
		assertThat(governments.members(city)).hasSize(2);
		assertThat(openInvitations.of(city)).hasSize(1);
	}

	@Test
	void a_removed_member_loses_access_with_the_next_request_and_what_they_wrote_stays_under_their_name() {
		story.anOpenEdition();
		Person ben = colleague();
		PledgeReference draft = story.aDraftBy(ben);
		Visitor bens = atBrowser(ben);
		assertThat(bens.opens("/my/pledges/" + draft).status()).isEqualTo(200);
		Visitor anas = atBrowser(ana);

		Page question = anas.opens("/my/government/members/" + ben.id() + "/remove");
		assertThat(question.text()).contains("Remove " + ben.name() + "?", "Do not remove");
		Page done = anas.sends("/my/government/members/" + ben.id() + "/remove", Map.of());

		assertThat(done.text()).contains("The person is no longer a member.").doesNotContain(ben.email());
		assertThat(bens.opens("/my/pledges/" + draft).status()).isEqualTo(404);
		assertThat(bens.opens("/my/government").text()).contains("Which government do you represent?");
		assertThat(anas.opens("/my/pledges/" + draft).status()).isEqualTo(200);
		assertThat(jdbc.sql("select distinct saved_by from draft_save where reference = ?").param(draft.value())
			.query(UUID.class).list()).containsExactly(ben.id().value());
		assertThat(trail.of(city.toString())).last().satisfies(entry -> {
			assertThat(entry.act()).isEqualTo("government.member-removed");
			assertThat(entry.who()).isEqualTo(ana.email());
			assertThat(entry.why()).isEqualTo(ben.email());
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

		visitor().signsIn(eva.value());
		visitor().signsIn(ben.email());

		assertThat(governments.members(city)).containsExactly(ana);
		assertThat(inviteColleague.invite(ana, address(ben))).isEqualTo(Outcome.INVITED);
		visitor().signsIn(ben.email());
		assertThat(governments.members(city)).extracting(Person::id).containsExactly(ana.id(), ben.id());
	}

	@Test
	void of_two_who_remove_each_other_at_once_one_stays() throws Exception {
		Person ben = colleague();

		List<Object> outcomes = atOnce(() -> {
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
	void nobody_removes_themselves_but_the_last_may_leave() {
		assertThatThrownBy(() -> removeMember.remove(ana, ana.id())).isInstanceOf(NotFound.class);

		leaveGovernment.leave(ana);

		assertThat(governments.members(city)).isEmpty();
	}

	@Test
	void the_page_says_when_each_member_was_last_here_as_the_reader_reckons_days() {
		Person ben = colleague();
		clock.set(Instant.parse("2026-10-03T22:30:00Z"));
		assertThat(atBrowser(ana).opens("/my/government").text()).contains("Not here yet");
		atBrowser(ben);
		clock.advance(Duration.ofDays(5));

		// Kampala is three hours ahead: there, the 4th had begun.
		assertThat(atBrowser(ana).opens("/my/government").text()).contains("Last here 4 October 2026",
				"Last here 9 October 2026");
		assertThat(atBrowser(ana).opens("/my/government?lang=fr").text()).contains("Dernière visite\u00a0: 4 octobre 2026");
	}

	@Test
	void a_visit_is_written_down_once_in_a_few_minutes() {
		Visitor browser = atBrowser(ana);
		clock.advance(Duration.ofMinutes(4));
		browser.opens("/my/government");
		assertThat(lastHere(ana)).isEqualTo(NOON);

		clock.advance(Duration.ofMinutes(2));
		browser.opens("/my/government");

		assertThat(lastHere(ana)).isEqualTo(NOON.plus(Duration.ofMinutes(6)));
	}

	private Instant lastHere(Person person) {
		return jdbc.sql("select last_here from account where id = ?")
			.param(person.id().value())
			.query((row, number) -> row.getTimestamp(1).toInstant())
			.single();
	}

	/** Somebody else who acts for ana's city and was not here yet. */
	private Person colleague() {
		Person ben = person();
		inviteColleague.invite(ana, address(ben));
		acceptInvitation.accept(ben, openInvitations.to(ben).get(0).id());
		return ben;
	}

	private Person person() {
		return openAccount.of(EmailAddress.parse("ben." + UUID.randomUUID() + "@example.org").orElseThrow(),
				Locale.ENGLISH);
	}

	private GovernmentId governmentOf(Person person) {
		return governments.actedForBy(person.id()).orElseThrow().id();
	}

	private static EmailAddress address(Person person) {
		return EmailAddress.parse(person.email()).orElseThrow();
	}

	private Visitor visitor() {
		return new Visitor(desk.publicAddress(), mails);
	}

	private Visitor atBrowser(Person person) {
		Visitor visitor = visitor();
		visitor.signsIn(person.email());
		return visitor;
	}

	private void deliverMailsTo(EmailAddress email) {
		jdbc.sql("select id from mail where recipient = ?").param(email.value()).query(UUID.class).list()
			.forEach(jobs::run);
	}

	/** Mails to that address without those that hold a sign-in link. */
	private int received(EmailAddress email) {
		return (int) Arrays.stream(mails.getReceivedMessages()).filter(mail -> {
			try {
				return mail.getAllRecipients()[0].toString().equals(email.value())
						&& !mail.getContent().toString().contains("/sign-in/link");
			}
			catch (Exception unreadable) {
				throw new IllegalStateException(unreadable);
			}
		}).count();
	}

	/** What each came to; a refusal or a conflict where it came to none. */
	private static List<Object> atOnce(Callable<?> one, Callable<?> other) throws Exception {
		ExecutorService people = Executors.newFixedThreadPool(2);
		try {
			Callable<Object> first = () -> outcome(one);
			Callable<Object> second = () -> outcome(other);
			List<Future<Object>> done = people.invokeAll(List.of(first, second));
			return List.of(done.get(0).get(), done.get(1).get());
		}
		finally {
			people.shutdown();
		}
	}

	private static Object outcome(Callable<?> act) throws Exception {
		try {
			return act.call();
		}
		catch (NotFound | Refused refused) {
			return refused;
		}
	}

}
