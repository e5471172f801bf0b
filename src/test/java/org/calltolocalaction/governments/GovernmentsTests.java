package org.calltolocalaction.governments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.calltolocalaction.governments.RegisterGovernment.Outcome.KnownAlready;
import org.calltolocalaction.governments.RegisterGovernment.Outcome.Registered;
import org.calltolocalaction.governments.membership.AskToJoin;
import org.calltolocalaction.governments.membership.DecideJoinRequest;
import org.calltolocalaction.governments.membership.JoinRequests;
import org.calltolocalaction.governments.membership.LeaveGovernment;
import org.calltolocalaction.governments.membership.MembershipId;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.OpenAccount;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.audit.Actor;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.testing.AtOnce;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.MutableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class GovernmentsTests {

	@Autowired
	private RegisterGovernment registerGovernment;

	@Autowired
	private AskToJoin askToJoin;

	@Autowired
	private DecideJoinRequest decideJoinRequest;

	@Autowired
	private LeaveGovernment leaveGovernment;

	@Autowired
	private EndorseDeclaration endorseDeclaration;

	@Autowired
	private Governments governments;

	@Autowired
	private JoinRequests joinRequests;

	@Autowired
	private GrantRole grantRole;

	@Autowired
	private OpenAccount openAccount;

	@Autowired
	private People people;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private DeskProperties desk;

	@Autowired
	private MutableClock clock;

	/** Each test has a city of its own: they share the database. */
	private final String city = "São José " + UUID.randomUUID();

	@Test
	void whoever_registers_a_government_acts_for_it() {
		Person ana = person();

		GovernmentId id = registered(ana, city);

		assertThat(governments.actedForBy(ana.id())).map(Government::id).contains(id);
		assertThat(governments.members(id)).containsExactly(ana);
		assertThat(trail.of(id)).extracting(RecordedEntry::kind)
			.containsExactly("government.registered", "government.member-joined");
	}

	@Test
	void the_same_name_in_other_accents_and_capitals_is_the_same_government() {
		GovernmentId first = registered(person(), city);

		Object outcome = registerGovernment.register(person(), aCity(city.toUpperCase().replace("ÃO", "AO") + " "));

		assertThat(outcome).isEqualTo(new KnownAlready(first));
	}

	@Test
	void the_same_name_in_another_country_is_another_government() {
		registered(person(), city);

		Object outcome = registerGovernment.register(person(),
				new GovernmentProfile(city, "MUNICIPALITY", "PT", "EUROPE", ""));

		assertThat(outcome).isInstanceOf(Registered.class);
	}

	@Test
	void registering_twice_by_a_double_click_lands_on_the_same_government() {
		Person ana = person();
		GovernmentId first = registered(ana, city);

		assertThat(registerGovernment.register(ana, aCity(city))).isEqualTo(new Registered(first));
	}

	@Test
	void a_person_acts_for_one_government() {
		Person ana = person();
		registered(ana, city);
		GovernmentId other = registered(person(), city + " Norte");

		assertThatThrownBy(() -> registerGovernment.register(ana, aCity(city + " Sul"))).isInstanceOf(Refused.class);
		assertThatThrownBy(() -> askToJoin.ask(ana, other)).isInstanceOf(Refused.class);
	}

	@Test
	void who_was_let_audit_a_moment_ago_begins_to_act_for_nobody() {
		Person coordinator = people.byEmail(desk.firstCoordinator()).orElseThrow();
		GovernmentId id = registered(person(), city);
		Person before = person();
		grantRole.auditor(coordinator, new EmailAddress(before.email()));

		assertThatThrownBy(() -> askToJoin.ask(before, id)).isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> registerGovernment.register(before, aCity(city + " Sul")))
			.isInstanceOf(NotAllowed.class);

		assertThat(joinRequests.to(id)).isEmpty();
	}

	@Test
	void of_letting_somebody_audit_and_their_asking_to_join_at_once_one_is_done_each_time() throws Exception {
		Person coordinator = people.byEmail(desk.firstCoordinator()).orElseThrow();
		GovernmentId id = registered(person(), city);
		for (int time = 0; time < 10; time++) {
			Person ben = person();

			assertThat(AtOnce.atOnce(() -> done(() -> askToJoin.ask(ben, id)),
					() -> done(() -> grantRole.auditor(coordinator, new EmailAddress(ben.email())))))
				.containsExactlyInAnyOrder(true, false);
		}
	}

	@Test
	void who_waits_for_an_answer_is_listed_for_those_who_oversee_it_alone() {
		Person ana = person();

		assertThatThrownBy(() -> joinRequests.page(1, ana)).isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> joinRequests.count(ana)).isInstanceOf(NotAllowed.class);
	}

	@Test
	void a_member_agrees_that_somebody_joins() {
		Person ana = person();
		GovernmentId id = registered(ana, city);
		Person ben = person();

		askToJoin.ask(ben, id);
		askToJoin.ask(ben, id);

		assertThat(governments.actedForBy(ben.id())).isEmpty();
		assertThat(joinRequests.to(id)).hasSize(1);
		decideJoinRequest.agree(ana, requestOf(ben));
		assertThat(governments.members(id)).containsExactly(ana, ben);
	}

	@Test
	void a_coordinator_agrees_where_nobody_acts_for_the_government_yet() {
		GovernmentId id = registerGovernment.registerEarlier(Actor.THE_DESK, aCity(city)).id();
		Person ana = person();
		askToJoin.ask(ana, id);

		decideJoinRequest.agree(people.byEmail(desk.firstCoordinator()).orElseThrow(), requestOf(ana));

		assertThat(governments.actedForBy(ana.id())).map(Government::id).contains(id);
	}

	@Test
	void a_stranger_learns_nothing_of_a_request_and_cannot_decide_it() {
		GovernmentId id = registered(person(), city);
		Person stranger = person();
		registered(stranger, city + " Norte");
		Person ben = person();
		askToJoin.ask(ben, id);

		assertThatThrownBy(() -> decideJoinRequest.agree(stranger, requestOf(ben))).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> decideJoinRequest.agree(ben, requestOf(ben))).isInstanceOf(NotFound.class);
	}

	@Test
	void a_request_is_decided_once() {
		Person ana = person();
		GovernmentId id = registered(ana, city);
		Person ben = person();
		askToJoin.ask(ben, id);
		MembershipId request = requestOf(ben);
		decideJoinRequest.refuse(ana, request);

		assertThatThrownBy(() -> decideJoinRequest.agree(ana, request)).isInstanceOf(Refused.class);
		assertThat(governments.actedForBy(ben.id())).isEmpty();
	}

	@Test
	void whoever_leaves_may_choose_again() {
		Person ana = person();
		registered(ana, city);

		leaveGovernment.leave(ana);

		assertThat(governments.actedForBy(ana.id())).isEmpty();
		assertThat(registerGovernment.register(ana, aCity(city + " Norte"))).isInstanceOf(Registered.class);
	}

	@Test
	void importing_a_government_twice_changes_nothing() {
		GovernmentId first = registerGovernment.registerEarlier(Actor.THE_DESK, aCity(city)).id();

		assertThat(registerGovernment.registerEarlier(Actor.THE_DESK, aCity(city)).id()).isEqualTo(first);
		assertThat(governments.named(city, "BR")).map(Government::id).contains(first);
	}

	@Test
	void a_search_finds_without_accents() {
		GovernmentId id = registered(person(), city);

		assertThat(governments.search("SAO jose " + city.substring(9))).extracting(Government::id).containsExactly(id);
	}

	@Test
	void an_endorsement_is_recorded_with_date_and_signatory() {
		Person ana = person();
		GovernmentId id = registered(ana, city);
		Endorsement endorsement = Endorsement.stated(LocalDate.of(2022, 5, 17), "Ana Pérez, Mayor", "We endorse it");

		endorseDeclaration.endorse(ana, endorsement);

		assertThat(governments.government(id).endorsement()).contains(endorsement);
		assertThat(trail.of(id)).extracting(RecordedEntry::kind).contains("government.endorsed");
	}

	@Test
	void nothing_is_endorsed_tomorrow() {
		clock.set(Instant.parse("2026-06-01T12:00:00Z"));
		Person ana = person();
		registered(ana, city);
		Endorsement tomorrow = Endorsement.stated(LocalDate.of(2026, 6, 2), "Ana Pérez", "We endorse it");

		assertThatThrownBy(() -> endorseDeclaration.endorse(ana, tomorrow)).isInstanceOf(Refused.class);
	}

	@Test
	void nothing_is_endorsed_before_the_declaration_was_adopted() {
		assertThatThrownBy(() -> Endorsement.stated(LocalDate.of(2018, 12, 7), "Ana Pérez", "We endorse it"))
			.isInstanceOf(IllegalArgumentException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "data:text/html,x", "https://", "ftp://example.org", "https:// x",
			"https://bank.example@evil.example", "https://bank.example:443@evil.example",
			"https://bank.example\\@evil.example", "https://localhost", "https://127.0.0.1", "//example.org",
			"https:example.org", "https://example.org\n" })
	void a_website_is_a_web_address_and_nothing_else(String website) {
		assertThat(GovernmentProfile.plausibleWebsite(website)).isFalse();
	}

	private static boolean done(Runnable act) {
		try {
			act.run();
			return true;
		}
		catch (Refused | NotAllowed refused) {
			return false;
		}
	}

	private GovernmentId registered(Person by, String name) {
		return ((Registered) registerGovernment.register(by, aCity(name))).government();
	}

	private MembershipId requestOf(Person person) {
		return joinRequests.of(person.id()).orElseThrow().id();
	}

	private Person person() {
		return openAccount.of(new EmailAddress("p." + UUID.randomUUID() + "@example.org"), Locale.ENGLISH);
	}

	private static GovernmentProfile aCity(String name) {
		return new GovernmentProfile(name, "MUNICIPALITY", "BR", "LATAM", "https://example.org");
	}

}
