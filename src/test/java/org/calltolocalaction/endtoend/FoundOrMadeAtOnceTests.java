package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.testing.AtOnce.allAtOnce;
import static org.calltolocalaction.testing.AtOnce.atOnce;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.Forum;
import org.calltolocalaction.editions.OpenEdition;
import org.calltolocalaction.editions.ReleaseReport;
import org.calltolocalaction.editions.criteria.EditionCriteria;
import org.calltolocalaction.governments.GovernmentProfile;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.RegisterGovernment;
import org.calltolocalaction.governments.invitation.AcceptInvitation;
import org.calltolocalaction.governments.invitation.InvitationId;
import org.calltolocalaction.governments.invitation.InviteColleague;
import org.calltolocalaction.governments.membership.AskToJoin;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.OpenAccount;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.drafting.BeginPledge;
import org.calltolocalaction.pledges.drafting.DraftPresence;
import org.calltolocalaction.post.RefusalReason;
import org.calltolocalaction.post.RefusedAddresses;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Wherever a row is found or else made, ten who come at once find one: nobody gets a
 * failure for having been second. Where the second has to be refused, they read what
 * somebody reads who comes a day later.
 */
@DeskTest
class FoundOrMadeAtOnceTests {

	private static final int MANY = 10;

	@Autowired
	Story story;

	@Autowired
	Editions editions;

	@Autowired
	OpenEdition openEdition;

	@Autowired
	ReleaseReport release;

	@Autowired
	EditionCriteria criteria;

	@Autowired
	OpenAccount accounts;

	@Autowired
	GrantRole roles;

	@Autowired
	RegisterGovernment register;

	@Autowired
	Governments governments;

	@Autowired
	AskToJoin askToJoin;

	@Autowired
	InviteColleague invite;

	@Autowired
	AcceptInvitation accept;

	@Autowired
	BeginPledge begin;

	@Autowired
	DraftPresence presence;

	@Autowired
	RefusedAddresses refusedAddresses;

	@Autowired
	MutableClock clock;

	@Autowired
	JdbcClient jdbc;

	@Test
	void an_edition_that_ten_plan_at_once_is_planned_once() throws Exception {
		EditionYear year = aYearWithoutRow();
		Person coordinator = story.coordinator();

		List<Optional<Refused>> refused = allAtOnce(MANY, refusalOf(() -> {
			openEdition.plan(year, coordinator);
			return null;
		}));

		assertThat(refused.stream().flatMap(Optional::stream)).hasSize(MANY - 1)
			.allSatisfy(second -> assertThat(second.messageKey()).isEqualTo("editions.refused.planned-before"));
		assertThat(count("edition where year = ?", year.value())).isOne();
		assertThat(count("audit_entry where about = ? and kind = 'edition.planned'", year.businessKey())).isOne();
	}

	@Test
	void an_edition_before_this_system_is_imported_once() throws Exception {
		EditionYear year = aYearWithoutRow();
		Person coordinator = story.coordinator();

		assertThat(allAtOnce(MANY,
				() -> release.importEarlier(year, Forum.named("A forum"), clock.instant(), coordinator).year()))
			.containsOnly(year);
	}

	@Test
	void of_two_calls_that_are_opened_at_once_one_is_and_who_was_second_is_told_which() throws Exception {
		story.callCloses(story.anOpenEdition());
		EditionYear one = aYearWithoutRow();
		EditionYear other = one.next();

		List<Optional<Refused>> refused = atOnce(refusalOf(() -> open(one)), refusalOf(() -> open(other)));

		EditionYear opened = editions.open().orElseThrow().year();
		assertThat(refused.stream().flatMap(Optional::stream)).singleElement().satisfies(second -> {
			assertThat(second.messageKey()).isEqualTo("editions.refused.another-open");
			assertThat(second.arguments()).containsExactly(opened);
		});
	}

	@Test
	void of_a_call_that_is_opened_and_one_that_a_later_deadline_opens_again_at_once_one_is_open() throws Exception {
		EditionYear closed = story.anOpenEdition();
		story.callCloses(closed);
		EditionYear next = aYearWithoutRow();
		Instant later = clock.instant().plus(30, ChronoUnit.DAYS);

		List<Optional<Refused>> refused = atOnce(refusalOf(() -> open(next)), refusalOf(() -> {
			story.moveDeadline(closed, later);
			return null;
		}));

		assertThat(refused.stream().flatMap(Optional::stream)).singleElement()
			.satisfies(second -> assertThat(second.messageKey()).isEqualTo("editions.refused.another-open"));
		assertThat(count("edition where state = ?", "OPEN")).isOne();
	}

	@Test
	void the_criteria_that_ten_reviews_are_opened_with_at_once_are_the_same() throws Exception {
		EditionYear year = aYearWithoutRow();
		openEdition.plan(year, story.coordinator());

		assertThat(allAtOnce(MANY, () -> criteria.forJudging(year).version())).containsOnly(1);
	}

	@Test
	void ten_links_that_are_followed_at_once_open_one_account() throws Exception {
		EmailAddress email = anAddress();

		assertThat(allAtOnce(MANY, () -> accounts.of(email, Locale.FRENCH).id())).hasSize(MANY)
			.containsOnly(accounts.of(email, Locale.FRENCH).id());
		assertThat(count("account where email = ?", email.value())).isOne();
	}

	@Test
	void a_role_that_two_coordinators_give_at_once_to_somebody_new_is_given() throws Exception {
		EmailAddress email = anAddress();
		Person coordinator = story.coordinator();

		allAtOnce(MANY, () -> {
			roles.reviewer(coordinator, email, new PartnerCode("IOM"));
			return null;
		});

		assertThat(accounts.of(email, Locale.ENGLISH).partner()).contains(new PartnerCode("IOM"));
	}

	@Test
	void a_government_that_ten_register_at_once_is_one_and_nine_are_told_that_it_is_known() throws Exception {
		GovernmentProfile profile = aProfile();
		List<Callable<RegisterGovernment.Outcome>> everybody = IntStream.range(0, MANY)
			.mapToObj(number -> accounts.of(anAddress(), Locale.ENGLISH)).<Callable<RegisterGovernment
					.Outcome>>map(person -> () -> register.register(person, profile))
			.toList();

		List<RegisterGovernment.Outcome> outcomes = allAtOnce(everybody);

		assertThat(outcomes).filteredOn(RegisterGovernment.Outcome.Registered.class::isInstance).hasSize(1);
		assertThat(outcomes).filteredOn(RegisterGovernment.Outcome.KnownAlready.class::isInstance).hasSize(MANY - 1);
		assertThat(count("government where name = ?", profile.name())).isOne();
	}

	@Test
	void a_button_that_is_pressed_ten_times_registers_one_government_and_asks_once_to_join_one() throws Exception {
		GovernmentProfile profile = aProfile();
		Person founder = accounts.of(anAddress(), Locale.ENGLISH);
		Person colleague = accounts.of(anAddress(), Locale.ENGLISH);

		assertThat(allAtOnce(MANY, () -> register.register(founder, profile)))
			.allMatch(RegisterGovernment.Outcome.Registered.class::isInstance);
		allAtOnce(MANY, () -> {
			askToJoin.ask(colleague, governments.actedForBy(founder.id()).orElseThrow().id());
			return null;
		});

		assertThat(count("membership where account = ?", founder.id().value())).isOne();
		assertThat(count("membership where account = ?", colleague.id().value())).isOne();
	}

	@Test
	void who_accepts_two_invitations_at_once_joins_one_government_and_is_told_so_by_the_other() throws Exception {
		EmailAddress email = anAddress();
		Person invited = accounts.of(email, Locale.ENGLISH);
		for (String city : List.of("Kasese", "Soroti")) {
			invite.invite(story.memberOf(city), email);
		}
		List<InvitationId> invitations = jdbc.sql("select id from invitation where email = ?")
			.param(email.value())
			.query((row, number) -> new InvitationId(row.getObject("id", UUID.class)))
			.list();

		List<Optional<Refused>> refused = allAtOnce(invitations.stream().map(id -> refusalOf(() -> {
			accept.accept(invited, id);
			return null;
		})).toList());

		assertThat(refused.stream().flatMap(Optional::stream)).singleElement()
			.satisfies(second -> assertThat(second.messageKey()).isEqualTo("governments.refused.actsAlready"));
		assertThat(count("membership where account = ?", invited.id().value())).isOne();
	}

	@Test
	void pledges_that_are_begun_at_once_have_numbers_of_their_own() throws Exception {
		// A year of which no pledge has a number yet.
		clock.set(Instant.parse(aYearWithoutNumbers() + "-02-01T00:00:00Z"));
		Person member = story.memberOf("Mbale");

		assertThat(allAtOnce(MANY, () -> begin.begin(member))).doesNotHaveDuplicates().hasSize(MANY);
	}

	@Test
	void a_member_with_ten_pages_of_a_draft_is_there_once() throws Exception {
		Person member = story.memberOf("Jinja");
		PledgeReference draft = story.aDraftBy(member);

		allAtOnce(MANY, () -> {
			presence.seen(story.pledge(draft), "basics", member);
			return null;
		});

		assertThat(count("draft_presence where reference = ?", draft.value())).isOne();
	}

	@Test
	void an_address_that_ten_mails_fail_at_is_noted_once() throws Exception {
		String address = anAddress().value();

		allAtOnce(MANY, () -> {
			refusedAddresses.note(address, RefusalReason.values()[0], "550 no such user");
			return null;
		});

		assertThat(refusedAddresses.of(address)).isPresent();
	}

	private Void open(EditionYear year) {
		openEdition.open(year, Forum.named("A forum"), Set.of(new PartnerCode("UCLG")), Deadline.byDefault(year),
				"Its year", story.coordinator());
		return null;
	}

	private static Callable<Optional<Refused>> refusalOf(Callable<Void> act) {
		return () -> {
			try {
				act.call();
				return Optional.empty();
			}
			catch (Refused refused) {
				return Optional.of(refused);
			}
		};
	}

	private EditionYear aYearWithoutRow() {
		return editions.newestFirst()
			.stream()
			.findFirst()
			.map(newest -> newest.year().next())
			.orElse(new EditionYear(2041));
	}

	private int aYearWithoutNumbers() {
		return jdbc.sql("select coalesce(max(year), 2040) + 1 from pledge_number").query(Integer.class).single();
	}

	private static EmailAddress anAddress() {
		return EmailAddress.parse("somebody@" + UUID.randomUUID() + ".example.org").orElseThrow();
	}

	private static GovernmentProfile aProfile() {
		return new GovernmentProfile("City of " + UUID.randomUUID().toString().substring(0, 8), "MUNICIPALITY", "UG",
				"AFRICA", "");
	}

	private long count(String rows, Object parameter) {
		return jdbc.sql("select count(*) from " + rows)
			.param(Objects.requireNonNull(parameter))
			.query(Long.class)
			.single();
	}

}
