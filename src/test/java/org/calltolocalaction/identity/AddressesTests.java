package org.calltolocalaction.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.invitation.InviteColleague;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.post.RefusalReason;
import org.calltolocalaction.post.RefusedAddresses;
import org.calltolocalaction.reviews.team.TakeReview;
import org.calltolocalaction.testing.AwkwardMailServer;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.testing.Visitor.Page;
import org.calltolocalaction.testing.Visitors;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Signing in reaches the mailbox that was typed or nobody; what cannot be reached is
 * shown; one mailbox, one account.
 */
@DeskTest
class AddressesTests {

	@Autowired
	private Visitors visitors;

	@Autowired
	private Story story;

	@Autowired
	private People people;

	@Autowired
	private OpenAccount openAccount;

	@Autowired
	private GrantRole roles;

	@Autowired
	private JoinAccounts joinAccounts;

	@Autowired
	private Governments governments;

	@Autowired
	private InviteColleague inviteColleague;

	@Autowired
	private TakeReview takeReview;

	@Autowired
	private RefusedAddresses refused;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private JavaMailSenderImpl sender;

	@Autowired
	private GreenMail mails;

	@Autowired
	private JdbcClient jdbc;

	private int port;

	private final String unique = UUID.randomUUID().toString();

	@BeforeEach
	void rememberTheServer() {
		port = sender.getPort();
	}

	@AfterEach
	void theUsualServerAgain() {
		sender.setPort(port);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u00a0%s", "%s\u200b", "\ufeff%s", "mailto:%s", "Ana <%s>", "%s\u00a0" })
	void a_pasted_address_signs_in_to_the_one_account(String pasted) {
		String email = "ana." + unique + "@example.org";
		Person known = openAccount.of(new EmailAddress(email), Locale.ENGLISH);
		Visitor ana = visitors.anybody();
		ana.opens("/sign-in");

		Page page = ana.sends("/sign-in", Map.of("email", pasted.formatted(email)));

		assertThat(page.path()).isEqualTo("/sign-in/sent");
		assertThat(page.text()).contains(email);
		assertThat(mails.waitForIncomingEmail(10_000, 1)).isTrue();
		assertThat(mails.getReceivedMessages()).hasSize(1);
		assertThat(people.byEmail(pasted.formatted(email))).map(Person::id).contains(known.id());
	}

	@Test
	void a_domain_in_its_own_letters_signs_in_and_is_shown_as_it_was_typed() throws Exception {
		Visitor ana = visitors.anybody();
		ana.opens("/sign-in");

		Page page = ana.sends("/sign-in", Map.of("email", "ana." + unique + "@münchen.example"));

		assertThat(page.path()).isEqualTo("/sign-in/sent");
		assertThat(page.text()).contains("ana." + unique + "@münchen.example");
		assertThat(mails.waitForIncomingEmail(10_000, 1)).isTrue();
		assertThat(mails.getReceivedMessages()[0].getAllRecipients()[0])
			.hasToString("ana." + unique + "@xn--mnchen-3ya.example");
	}

	@Test
	void a_mailbox_that_the_server_cannot_be_told_of_is_refused_beside_the_field_whoever_has_an_account() {
		try (AwkwardMailServer server = AwkwardMailServer.thatKnowsAsciiOnly()) {
			sender.setPort(server.port());
			openAccount.of(EmailAddress.parse("łukasz." + unique + "@city.example").orElseThrow(), Locale.ENGLISH);
			Visitor visitor = visitors.anybody();
			visitor.opens("/sign-in");

			for (String local : List.of("łukasz.", "josé.")) {
				Page page = visitor.sends("/sign-in", Map.of("email", local + unique + "@city.example"));

				assertThat(page.path()).isEqualTo("/sign-in");
				assertThat(page.text()).contains("Enter an address with only the letters a to z before the @");
			}
			assertThat(server.recipients()).isEmpty();
		}
	}

	@Test
	void a_refused_address_changes_nothing_of_what_who_signs_in_is_told_and_is_noted_for_accounts_only() {
		String known = "known." + unique + "@example.org";
		String unknown = "other." + unique + "@example.org";
		openAccount.of(new EmailAddress(known), Locale.ENGLISH);
		try (AwkwardMailServer server = AwkwardMailServer.thatKnowsAsciiOnly().answering("550 5.1.1 no such user")) {
			sender.setPort(server.port());

			String toKnown = asked(known);
			String toUnknown = asked(unknown);
			until(() -> server.recipients().size() == 2 && refused.of(known).isPresent());

			assertThat(toKnown.replace(known, "")).isEqualTo(toUnknown.replace(unknown, ""));
			assertThat(refused.of(unknown)).isEmpty();
			assertThat(asked(known)).isEqualTo(toKnown);
		}
	}

	@Test
	void the_person_and_the_coordinators_read_that_mails_do_not_arrive_until_one_does() {
		Person member = story.memberOf("Quito");
		Visitor herself = visitors.signedIn(member);
		Visitor coordinator = visitors.signedIn(story.coordinator());
		refused.note(member.email(), RefusalReason.NO_SUCH_MAILBOX, "550 5.1.1 no such user");

		assertThat(herself.opens("/my/profile").text()).contains("this address does not exist: " + member.email());
		assertThat(herself.opens("/my/government").text()).contains("this address does not exist: " + member.email());
		assertThat(coordinator.opens("/coordination/people").text()).contains(member.email(), "550 5.1.1 no such user");

		visitors.signedIn(member);
		until(() -> refused.of(member.email()).isEmpty());
		assertThat(herself.opens("/my/profile").text()).doesNotContain("this address does not exist");
	}

	@Test
	void an_invitation_that_does_not_arrive_says_so_where_it_was_typed() {
		Person member = story.memberOf("Quito");
		String invited = "eva." + unique + "@münchen.example";
		inviteColleague.invite(member, EmailAddress.parse(invited).orElseThrow());
		Visitor herself = visitors.signedIn(member);
		assertThat(herself.opens("/my/government").text()).contains(invited).doesNotContain("Emails do not arrive");

		refused.note(EmailAddress.parse(invited).orElseThrow().value(), RefusalReason.NO_SUCH_MAILBOX,
				"550 no such user");

		assertThat(herself.opens("/my/government").text()).contains("Emails do not arrive",
				"this address does not exist: " + invited);
	}

	@Test
	void the_contact_of_a_pledge_to_whom_no_mail_comes_is_named_to_members_and_coordinators() {
		story.aSharedCall();
		Person member = story.memberOf("Quito");
		PledgeReference draft = story.aDraftBy(member);
		PledgeReference submitted = story.aSubmittedPledgeBy(member);
		String contact = Story.completeAnswers().text("contactEmail");
		Visitor herself = visitors.signedIn(member);
		Visitor coordinator = visitors.signedIn(story.coordinator());
		refused.note(contact, RefusalReason.REFUSED, "552 5.2.2 mailbox full");
		try {
			String said = "refused an email to this address: " + contact;
			assertThat(herself.opens("/my/pledges/" + submitted).text()).contains(said);
			assertThat(coordinator.opens("/coordination/pledges/" + submitted).text()).contains(said);
			assertThat(herself.opens("/my/pledges/" + draft + "/sections/contact").text()).contains(said);
			assertThat(herself.opens("/my/pledges/" + draft + "/sections/action").text()).doesNotContain(said);
		}
		finally {
			jdbc.sql("delete from refused_address where email = ?").param(contact).update();
		}
	}

	@Test
	void open_reviews_go_on_under_the_account_that_stays() {
		story.aSharedCall();
		Person into = named("into", "Ana");
		Person from = story.reviewer("UCLG", "from" + unique);
		PledgeReference reference = story.aPledgeUnderReviewBy(story.memberOf("Quito"));
		takeReview.take(reference, null, from);
		isTheSameMailbox(from, into);
		assertThat(joinAccounts.forecast(story.coordinator(), from.id()).consequences())
			.contains(FollowsAccount.Consequence.of("team.join.reviews", 1));

		joinAccounts.join(story.coordinator(), from.id());

		assertThat(jdbc.sql("select taken_by from review where reference = ? and partner = 'UCLG'")
			.param(reference.value())
			.query(UUID.class)
			.single()).isEqualTo(into.id().value());
	}

	@ParameterizedTest
	@ValueSource(strings = { ".bob@city.example", "ana..22@city.example", "ana@city-.example", "ana@city.123" })
	void what_no_server_accepts_is_refused_with_an_example_wherever_it_is_typed(String typed) {
		Visitor anybody = visitors.anybody();
		anybody.opens("/sign-in");
		assertThat(anybody.sends("/sign-in", Map.of("email", typed)).text())
			.contains("The email address must be valid, for example name@example.org");
		Visitor member = visitors.signedIn(story.memberOf("Quito"));
		member.opens("/my/government");
		assertThat(member.sends("/my/government/invite", Map.of("email", typed)).text())
			.contains("The email address must be valid, for example name@example.org");
		Visitor coordinator = visitors.signedIn(story.coordinator());
		coordinator.opens("/coordination/people");
		assertThat(coordinator.sends("/coordination/people", Map.of("email", typed, "role", "coordinator")).text())
			.contains("The email address must be valid, for example name@example.org");
	}

	@Test
	void a_coordinator_reads_what_joining_does_and_joins_once() {
		Person into = named("into", "Ana");
		Person from = story.memberOf("Quito");
		roles.reviewer(story.coordinator(), new EmailAddress(from.email()), new PartnerCode("UCLG"));
		String city = story.nameOfGovernmentOf(from);
		isTheSameMailbox(from, into);
		Visitor coordinator = visitors.signedIn(story.coordinator());
		assertThat(coordinator.opens("/coordination/people").text()).contains("Accounts with the same email address",
				"Written as: former." + unique + "@city.example");

		String preview = coordinator.opens("/coordination/people/join?account=" + from.id()).text();
		assertThat(preview).contains("The account that will stay will represent this government: " + city,
				"The account that will stay gets the role of reviewer for UCLG");
		assertThat(people.person(into.id()).reviewer()).isFalse();

		for (int click = 0; click < 2; click++) {
			assertThat(coordinator.sends("/coordination/people/join", Map.of("account", from.id().toString())).path())
				.isEqualTo("/coordination/people");
		}

		Person joined = people.person(into.id());
		assertThat(joined.partner()).contains(new PartnerCode("UCLG"));
		assertThat(governments.actedForBy(into.id())).map(government -> government.name()).contains(city);
		assertThat(governments.actedForBy(from.id())).isEmpty();
		assertThat(people.person(from.id()).reviewer()).isFalse();
		assertThat(trail.of(into.id())).filteredOn(entry -> entry.kind().equals("account.joined"))
			.singleElement()
			.satisfies(entry -> assertThat(entry.who()).isEqualTo(story.coordinator().account()));
		assertThat(trail.of(from.id())).filteredOn(entry -> entry.kind().equals("account.joined-into")).hasSize(1);
		assertThat(coordinator.opens("/coordination/people/join?account=" + from.id()).status()).isEqualTo(404);
	}

	@Test
	void joining_ends_the_sessions_of_the_account_that_is_closed_and_no_link_opens_it_again() {
		Person into = named("into", "Ana");
		Person from = named("from", "Ana at home");
		Visitor signedIn = visitors.signedIn(from);
		isTheSameMailbox(from, into);

		joinAccounts.join(story.coordinator(), from.id());

		assertThat(signedIn.opens("/my/profile").path()).isEqualTo("/sign-in");
		assertThat(people.byEmail(into.email())).map(Person::id).contains(into.id());
	}

	@Test
	void who_acts_for_two_governments_keeps_that_of_the_account_that_stays_and_is_told() {
		Person into = story.memberOf("Quito");
		Person from = story.memberOf("Lima");
		String quito = story.nameOfGovernmentOf(into);
		String lima = story.nameOfGovernmentOf(from);
		isTheSameMailbox(from, into);

		assertThat(joinAccounts.forecast(story.coordinator(), from.id()).consequences())
			.extracting(FollowsAccount.Consequence::messageKey, FollowsAccount.Consequence::arguments)
			.contains(tuple("governments.join.ends", List.of(lima)));
		joinAccounts.join(story.coordinator(), from.id());

		assertThat(governments.actedForBy(into.id())).map(government -> government.name()).contains(quito);
		assertThat(jdbc.sql("select count(*) from mail where kind = 'MEMBER_REMOVED' and recipient = ?")
			.param(into.email())
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@Test
	void reviewers_of_two_partners_are_not_joined_before_one_role_is_taken_away() {
		Person into = story.reviewer("UCLG", "into" + unique);
		Person from = story.reviewer("MMC", "from" + unique);
		isTheSameMailbox(from, into);

		assertThatThrownBy(() -> joinAccounts.join(story.coordinator(), from.id())).isInstanceOf(Refused.class);

		assertThat(people.person(from.id()).partner()).contains(new PartnerCode("MMC"));
		assertThat(joinAccounts.waiting(story.coordinator())).extracting(same -> same.person().id())
			.contains(from.id());
		roles.takeReviewer(story.coordinator(), from.id());
		joinAccounts.join(story.coordinator(), from.id());
		assertThat(people.person(into.id()).partner()).contains(new PartnerCode("UCLG"));
	}

	@Test
	void nobody_else_sees_or_joins_accounts_and_none_that_is_its_own_mailbox_is_joined() {
		Person into = named("into", "Ana");
		Person from = named("from", "Eva");
		Person member = story.memberOf("Quito");

		assertThatThrownBy(() -> joinAccounts.join(story.coordinator(), from.id())).isInstanceOf(NotFound.class);
		isTheSameMailbox(from, into);
		assertThatThrownBy(() -> joinAccounts.join(member, from.id())).isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> joinAccounts.waiting(member)).isInstanceOf(NotAllowed.class);
		assertThat(visitors.signedIn(member).opens("/coordination/people/join?account=" + from.id()).status()).isIn(403,
				404);
		joinAccounts.join(story.coordinator(), from.id());
	}

	private Person named(String prefix, String name) {
		Person person = openAccount.of(new EmailAddress(prefix + "." + unique + "@example.org"), Locale.ENGLISH);
		jdbc.sql("update account set name = ? where id = ?").params(name, person.id().value()).update();
		return people.person(person.id());
	}

	private void isTheSameMailbox(Person from, Person into) {
		jdbc.sql("update account set same_as = ?, former_email = ?, email = ? where id = ?")
			.params(into.id().value(), "former." + unique + "@city.example", into.email(), from.id().value())
			.update();
	}

	private String asked(String email) {
		Visitor visitor = visitors.anybody();
		visitor.opens("/sign-in");
		return visitor.sends("/sign-in", Map.of("email", email)).text().replaceAll("value=\"[^\"]*\"", "");
	}

	private static void until(BooleanSupplier condition) {
		long end = System.nanoTime() + 10_000_000_000L;
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("in time").isLessThan(end);
			Thread.onSpinWait();
		}
	}

}
