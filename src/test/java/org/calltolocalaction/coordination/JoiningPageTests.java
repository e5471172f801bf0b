package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.coordination.Scene.by;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.evidence.AddressSays;
import org.calltolocalaction.governments.evidence.JoinEvidence;
import org.calltolocalaction.governments.evidence.ReadJoinEvidence;
import org.calltolocalaction.governments.invitation.InviteColleague;
import org.calltolocalaction.governments.invitation.OpenInvitations;
import org.calltolocalaction.governments.invitation.DeclineInvitation;
import org.calltolocalaction.governments.membership.AskToJoin;
import org.calltolocalaction.governments.membership.JoinRequests;
import org.calltolocalaction.governments.membership.JoinRequests.JoinRequest;
import org.calltolocalaction.identity.OpenAccount;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.testing.MutableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Where members and coordinators see who asks to join, and answer with one click. */
@WithoutProcess
class JoiningPageTests {

	@Autowired
	private Scene scene;

	@Autowired
	private Governments governments;

	@Autowired
	private AskToJoin askToJoin;

	@Autowired
	private JoinRequests joinRequests;

	@Autowired
	private ReadJoinEvidence evidence;

	@Autowired
	private InviteColleague inviteColleague;

	@Autowired
	private DeclineInvitation declineInvitation;

	@Autowired
	private OpenInvitations openInvitations;

	@Autowired
	private OpenAccount openAccount;

	@Autowired
	private MutableClock clock;

	@Autowired
	private MockMvc mvc;

	private Person coordinator;

	private Person member;

	private Government government;

	@BeforeEach
	void a_government_with_a_member() {
		scene.openCall(2034);
		coordinator = scene.coordinator();
		member = scene.member("Rosario de la Frontera", "AR");
		government = governments.actedForBy(member.id()).orElseThrow();
	}

	@Test
	void coordinators_see_how_long_each_waits_and_what_is_known_of_them() throws Exception {
		JoinRequest request = asks(person("gmail.com"));
		clock.advance(Duration.ofDays(5));

		assertThat(page("/coordination", coordinator)).contains("requests to join", "Waiting for an answer",
				"/coordination/governments/requests");
		assertThat(page("/coordination/governments/requests", coordinator)).contains("Requests waiting for an answer",
				"Waiting for 5 days", request.person().email(), "free service");
		assertThat(page("/my/government", member)).contains("Waiting for 5 days", "free service");
	}

	@Test
	void the_page_to_which_a_mail_leads_changes_nothing_and_its_button_does() throws Exception {
		JoinRequest request = asks(person("example.org"));
		String address = "/my/government/requests/" + request.id();

		assertThat(page(address, member)).contains(request.person().email(), "Accept the request",
				"Refuse the request");
		assertThat(joinRequests.open(request.id())).isPresent();

		mvc.perform(
				post("/my/government/agree").with(by(member)).with(csrf()).param("request", request.id().toString()))
			.andExpect(redirectedUrl("/my/government"));

		assertThat(governments.actedForBy(request.person().id()))
			.hasValueSatisfying(joined -> assertThat(joined.id()).isEqualTo(government.id()));
		assertThat(page(address, member)).contains("The request was accepted on", "Answered by: " + member.name())
			.doesNotContain("Refuse the request");
	}

	@Test
	void a_coordinator_answers_on_a_page_of_their_own() throws Exception {
		JoinRequest request = asks(person("example.org"));
		String list = "/coordination/governments/requests";

		assertThat(page(list + "/" + request.id(), coordinator)).contains("Refuse the request");
		mvc.perform(post(list + "/refuse").with(by(coordinator)).with(csrf()).param("request", request.id().toString()))
			.andExpect(redirectedUrl(list));

		assertThat(page(list + "/" + request.id(), coordinator)).contains("The request was declined on");
	}

	@Test
	void nobody_else_sees_a_request() throws Exception {
		JoinRequest request = asks(person("example.org"));

		mvc.perform(get("/my/government/requests/" + request.id()).with(by(scene.member("Quilmes", "AR"))))
			.andExpect(status().isNotFound());
		mvc.perform(get("/my/government/requests/" + request.id()).with(by(request.person())))
			.andExpect(status().isNotFound());
		mvc.perform(get("/coordination/governments/requests/" + request.id()).with(by(member)))
			.andExpect(status().isForbidden());
	}

	@Test
	void who_waits_reads_when_others_are_reminded() throws Exception {
		JoinRequest request = asks(person("example.org"));

		assertThat(page("/my/government", request.person())).contains("we will send a first reminder on",
				"we will ask the coordinators to answer");
	}

	@Test
	void an_invitation_that_was_open_speaks_for_who_asks_and_one_that_was_declined_does_not() {
		Person invited = person("gmail.com");
		Person declined = person("gmail.com");
		invite(invited);
		invite(declined);
		declineInvitation.decline(declined, openInvitations.to(declined).get(0).id());
		clock.advance(Duration.ofDays(1));

		JoinEvidence known = of(asks(invited));
		assertThat(known.address()).isEqualTo(AddressSays.FREE_MAIL);
		assertThat(known.invitation())
			.hasValueSatisfying(earlier -> assertThat(earlier.by().id()).isEqualTo(member.id()));
		assertThat(known.inFavour()).isTrue();
		JoinEvidence nothing = of(asks(declined));
		assertThat(nothing.inFavour() || nothing.against()).isFalse();
	}

	@Test
	void the_domain_of_colleagues_speaks_for_who_asks_and_another_one_against() {
		String own = member.email().substring(member.email().indexOf('@') + 1);

		assertThat(of(asks(person(own))).address()).isEqualTo(AddressSays.OF_COLLEAGUES);
		assertThat(of(asks(person("elsewhere.example"))).against()).isTrue();
	}

	private void invite(Person person) {
		inviteColleague.invite(member, EmailAddress.parse(person.email()).orElseThrow());
	}

	private JoinEvidence of(JoinRequest request) {
		return evidence.of(List.of(request)).get(request.id());
	}

	private JoinRequest asks(Person person) {
		askToJoin.ask(person, government.id());
		return joinRequests.of(person.id()).orElseThrow();
	}

	private Person person(String domain) {
		return openAccount.of(EmailAddress.parse("eva." + UUID.randomUUID() + "@" + domain).orElseThrow(),
				Locale.ENGLISH);
	}

	private String page(String at, Person reader) throws Exception {
		return mvc.perform(get(at).with(by(reader)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

}
