package org.calltolocalaction.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.identity.HandWorkOver.Choice;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.testing.AtOnce;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.testing.Visitor.Page;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DeskTest
class RolesTests {

	private static final PartnerCode UCLG = new PartnerCode("UCLG");

	@Autowired
	private DeskProperties desk;

	@Autowired
	private GreenMail mails;

	@Autowired
	private People people;

	@Autowired
	private GrantRole grantRole;

	@Autowired
	private SuspendAccount suspendAccount;

	@Autowired
	private OpenAccount openAccount;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private JdbcClient jdbc;

	private final EmailAddress email = new EmailAddress("rev." + UUID.randomUUID() + "@example.org");

	private Person coordinator;

	@BeforeEach
	void theFirstCoordinatorIsThere() {
		jdbc.sql("delete from sign_in_request").update();
		coordinator = people.byEmail(desk.firstCoordinator()).orElseThrow();
	}

	@Test
	void the_first_coordinator_comes_from_the_configuration() {
		assertThat(coordinator.coordinator()).isTrue();
		assertThat(trail.of(coordinator.id())).extracting(RecordedEntry::kind).contains("role.coordinator-granted");
	}

	@Test
	void a_coordinator_lets_a_person_review_who_never_signed_in() {
		grantRole.reviewer(coordinator, email, UCLG);

		Person reviewer = people.byEmail(email.value()).orElseThrow();
		assertThat(reviewer.requirePartner()).isEqualTo(UCLG);
		assertThat(people.reviewersOf(UCLG)).contains(reviewer);
		assertThat(trail.of(reviewer.id())).extracting(RecordedEntry::kind, RecordedEntry::who)
			.contains(tuple("role.reviewer-granted", coordinator.account()));
	}

	@Test
	void several_reviewers_of_a_partner_can_lead_and_the_trail_says_who_made_them() {
		Person first = aReviewer(UCLG, "first.");
		Person second = aReviewer(UCLG, "second.");

		grantRole.lead(coordinator, first.id());
		grantRole.lead(coordinator, second.id());
		grantRole.lead(coordinator, second.id());

		assertThat(people.leadsOf(UCLG)).extracting(Person::id).contains(first.id(), second.id());
		assertThat(people.person(second.id()).lead()).isTrue();
		assertThat(trail.of(second.id())).extracting(RecordedEntry::kind, RecordedEntry::who)
			.containsOnlyOnce(tuple("role.lead-granted", coordinator.account()));
	}

	@Test
	void a_lead_who_reviews_no_more_leads_no_more() {
		Person reviewer = aReviewer(UCLG, "");
		grantRole.lead(coordinator, reviewer.id());

		grantRole.takeReviewer(coordinator, reviewer.id());

		assertThat(people.person(reviewer.id()).lead()).isFalse();
		assertThatThrownBy(() -> grantRole.lead(coordinator, reviewer.id())).isInstanceOf(Refused.class);
	}

	@Test
	void a_reviewer_makes_nobody_a_lead() {
		Person reviewer = aReviewer(UCLG, "");

		assertThatThrownBy(() -> grantRole.lead(reviewer, reviewer.id())).isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> grantRole.takeLead(reviewer, reviewer.id())).isInstanceOf(NotAllowed.class);
	}

	@Test
	void a_coordinator_marks_a_lead_on_the_page_and_takes_the_mark_away() {
		Person reviewer = aReviewer(UCLG, "");
		Visitor visitor = new Visitor(desk.publicAddress(), mails);
		visitor.signsIn(coordinator.email());
		visitor.opens("/coordination/people");

		Page marked = visitor.sends("/coordination/people/lead", Map.of("account", reviewer.id().toString()));

		assertThat(marked.text()).contains(reviewer.name() + " now leads", ">Lead<");
		assertThat(people.leadsOf(UCLG)).extracting(Person::id).contains(reviewer.id());

		visitor.sends("/coordination/people/take-lead", Map.of("account", reviewer.id().toString()));

		assertThat(people.leadsOf(UCLG)).extracting(Person::id).doesNotContain(reviewer.id());
		assertThat(trail.of(reviewer.id())).extracting(RecordedEntry::kind).contains("role.lead-taken");
	}

	@Test
	void nobody_else_gives_roles() {
		Person outsider = openAccount.of(email, Locale.ENGLISH);

		assertThatThrownBy(() -> grantRole.coordinator(outsider, email)).isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> grantRole.reviewer(outsider, email, UCLG)).isInstanceOf(NotAllowed.class);
		assertThat(people.person(outsider.id()).coordinator()).isFalse();
	}

	@Test
	void a_person_reviews_for_one_partner() {
		grantRole.reviewer(coordinator, email, UCLG);

		assertThatThrownBy(() -> grantRole.reviewer(coordinator, email, new PartnerCode("IOM")))
			.isInstanceOf(Refused.class);
	}

	@Test
	void the_last_coordinator_stays() {
		people.coordinators()
			.stream()
			.filter(other -> !other.equals(coordinator))
			.forEach(other -> grantRole.takeCoordinator(coordinator, other.id()));

		assertThatThrownBy(() -> grantRole.takeCoordinator(coordinator, coordinator.id())).isInstanceOf(Refused.class);
		assertThat(people.coordinators()).containsExactly(coordinator);
	}

	@Test
	void of_two_coordinators_who_take_the_role_from_each_other_at_once_one_stays_each_time() throws Exception {
		people.coordinators()
			.stream()
			.filter(other -> !other.equals(coordinator))
			.forEach(other -> grantRole.takeCoordinator(coordinator, other.id()));
		for (int time = 0; time < 5; time++) {
			grantRole.coordinator(coordinator, email);
			Person eva = people.byEmail(email.value()).orElseThrow();

			List<Boolean> taken = AtOnce.atOnce(() -> takes(coordinator, eva), () -> takes(eva, coordinator));

			assertThat(taken).containsExactlyInAnyOrder(true, false);
			assertThat(people.coordinators()).hasSize(1);
			grantRole.coordinator(people.coordinators().get(0), new EmailAddress(coordinator.email()));
		}
		people.byEmail(email.value())
			.filter(Person::coordinator)
			.ifPresent(eva -> grantRole.takeCoordinator(coordinator, eva.id()));
	}

	@Test
	void of_two_coordinators_who_suspend_each_other_at_once_one_stays() throws Exception {
		people.coordinators()
			.stream()
			.filter(other -> !other.equals(coordinator))
			.forEach(other -> grantRole.takeCoordinator(coordinator, other.id()));
		grantRole.coordinator(coordinator, email);
		Person eva = people.byEmail(email.value()).orElseThrow();

		List<Boolean> suspended = AtOnce.atOnce(() -> suspends(coordinator, eva), () -> suspends(eva, coordinator));

		assertThat(suspended).containsExactlyInAnyOrder(true, false);
		assertThat(people.coordinators()).hasSize(1);
		Person left = people.coordinators().get(0);
		suspendAccount.lift(left, (left.equals(eva) ? coordinator : eva).id());
		grantRole.takeCoordinator(coordinator, eva.id());
	}

	@Test
	void the_role_of_a_suspended_coordinator_is_taken_on_the_page_and_does_not_come_back() {
		grantRole.coordinator(coordinator, email);
		Person eva = people.byEmail(email.value()).orElseThrow();
		suspends(coordinator, eva);
		Visitor visitor = new Visitor(desk.publicAddress(), mails);
		visitor.signsIn(coordinator.email());
		assertThat(visitor.opens("/coordination/people").text()).contains("Remove the role from " + eva.name());

		visitor.sends("/coordination/people/take-coordinator", Map.of("account", eva.id().toString()));
		suspendAccount.lift(coordinator, eva.id());

		assertThat(people.person(eva.id()).roles()).isEqualTo(Roles.NONE);
	}

	@Test
	void a_role_taken_away_is_gone_with_the_next_click() {
		grantRole.reviewer(coordinator, email, UCLG);
		Visitor reviewer = new Visitor(desk.publicAddress(), mails);
		assertThat(reviewer.signsIn(email.value()).path()).isEqualTo("/reviews");
		assertThat(reviewer.opens("/").text()).contains("href=\"/reviews\"");

		grantRole.takeReviewer(coordinator, people.byEmail(email.value()).orElseThrow().id());

		assertThat(reviewer.opens("/reviews").status()).isEqualTo(403);
		assertThat(reviewer.opens("/").text()).doesNotContain("href=\"/reviews\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/reviews", "/reviews/CLA-2026-0001", "/coordination", "/coordination/people",
			"/coordination/governments/requests" })
	void a_person_without_the_role_is_told_so(String address) {
		Visitor member = new Visitor(desk.publicAddress(), mails);
		member.signsIn(email.value());

		Page page = member.opens(address);

		assertThat(page.status()).isEqualTo(403);
		assertThat(page.text()).contains("You do not have access to this page");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/my", "/my/profile", "/reviews", "/coordination/people" })
	void a_visitor_is_asked_to_sign_in(String address) {
		assertThat(new Visitor(desk.publicAddress(), mails).opens(address).path()).isEqualTo("/sign-in");
	}

	@Test
	void a_coordinator_adds_a_reviewer_on_the_page() {
		Visitor visitor = new Visitor(desk.publicAddress(), mails);
		visitor.signsIn(coordinator.email());
		visitor.opens("/coordination/people");

		Page page = visitor.sends("/coordination/people",
				Map.of("email", email.value(), "role", "IOM", "name", "Rosa", "language", "es"));

		assertThat(page.text()).contains("<p class=\"govuk-notification-banner__heading\"", email.value());
		assertThat(people.reviewersOf(new PartnerCode("IOM"))).extracting(Person::email).contains(email.value());
	}

	@Test
	void an_unknown_role_or_no_address_is_told_beside_the_field() {
		Visitor visitor = new Visitor(desk.publicAddress(), mails);
		visitor.signsIn(coordinator.email());
		visitor.opens("/coordination/people");

		Page page = visitor.sends("/coordination/people", Map.of("email", "", "role", "OWNER"));

		assertThat(page.text()).contains("id=\"email-error\"", "id=\"role-error\"");
	}

	private boolean takes(Person by, Person from) {
		return done(() -> grantRole.takeCoordinator(by, from.id()));
	}

	private boolean suspends(Person by, Person other) {
		return done(() -> suspendAccount.suspend(by, other.id(), "Left", new Choice(Optional.empty(), 0)));
	}

	private static boolean done(Runnable act) {
		try {
			act.run();
			return true;
		}
		catch (Refused refused) {
			return false;
		}
	}

	private Person aReviewer(PartnerCode partner, String prefix) {
		EmailAddress address = new EmailAddress(prefix + email.value());
		grantRole.reviewer(coordinator, address, partner);
		return people.byEmail(address.value()).orElseThrow();
	}

}
