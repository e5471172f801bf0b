package org.calltolocalaction.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.calltolocalaction.coordination.trail.ErasePersonalValues;
import org.calltolocalaction.identity.HandWorkOver.Choice;
import org.calltolocalaction.identity.InvitePerson.Awaited;
import org.calltolocalaction.identity.InvitePerson.Invitee;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.TeamReviews;
import org.calltolocalaction.reviews.team.TakeReview;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.testing.Visitor.Page;
import org.calltolocalaction.testing.Visitors;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Coordinators invite people, suspend them, and have their open work done by others; and
 * who audits reads it all.
 */
@DeskTest
class PeopleOfTheDeskTests {

	private static final PartnerCode UCLG = new PartnerCode("UCLG");

	private static final Choice NOTHING_OPEN = new Choice(Optional.empty(), 0);

	@Autowired
	private Story story;

	@Autowired
	private Visitors visitors;

	@Autowired
	private People people;

	@Autowired
	private InvitePerson invitePerson;

	@Autowired
	private SuspendAccount suspendAccount;

	@Autowired
	private ErasePersonalValues erase;

	@Autowired
	private HandWorkOver handWorkOver;

	@Autowired
	private GrantRole grantRole;

	@Autowired
	private TakeReview takeReview;

	@Autowired
	private TeamReviews teamReviews;

	@Autowired
	private JdbcClient jdbc;

	private Person coordinator;

	private EmailAddress email;

	@BeforeEach
	void a_coordinator() {
		story.anOpenEdition();
		coordinator = story.coordinator();
		email = new EmailAddress("p." + UUID.randomUUID() + "@example.org");
	}

	@Test
	void who_is_invited_has_the_role_a_mail_in_their_language_and_waits_until_they_come() {
		Person rosa = invited("Rosa", Locale.FRENCH, UCLG);

		assertThat(rosa.partner()).contains(UCLG);
		assertThat(rosa.name()).isEqualTo("Rosa");
		assertThat(mails(rosa, "ROLE_GIVEN")).singleElement().asString().contains("Vos rôles", email.value());
		assertThat(awaited()).contains(rosa.id());

		visitors.signedIn(rosa);

		assertThat(awaited()).doesNotContain(rosa.id());
		assertThatThrownBy(() -> invitePerson.takeBack(coordinator, rosa.id())).isInstanceOf(Refused.class);
	}

	@Test
	void an_invitation_is_sent_again_and_taken_back_with_its_roles() {
		Person rosa = invited("Rosa", Locale.ENGLISH, UCLG);

		invitePerson.repeat(coordinator, rosa.id());

		assertThat(mails(rosa, "ROLE_GIVEN")).hasSize(2);

		invitePerson.takeBack(coordinator, rosa.id());

		assertThat(people.person(rosa.id()).roles().any()).isFalse();
		assertThat(awaited()).doesNotContain(rosa.id());
	}

	@Test
	void nobody_waits_for_who_was_invited_and_has_no_role_any_more() {
		Person rosa = invited("Rosa", Locale.ENGLISH, UCLG);

		grantRole.takeReviewer(coordinator, rosa.id());

		assertThat(awaited()).doesNotContain(rosa.id());
		assertThatThrownBy(() -> invitePerson.repeat(coordinator, rosa.id())).isInstanceOf(Refused.class);
		assertThatThrownBy(() -> invitePerson.takeBack(coordinator, rosa.id())).isInstanceOf(Refused.class);
	}

	@Test
	void who_audits_has_no_other_role_and_acts_for_no_government() {
		Person auditor = anAuditor();
		Person member = story.memberOf("Kampala");

		assertThatThrownBy(() -> grantRole.coordinator(coordinator, email)).isInstanceOf(Refused.class);
		assertThatThrownBy(() -> grantRole.reviewer(coordinator, email, UCLG)).isInstanceOf(Refused.class);
		assertThatThrownBy(() -> grantRole.auditor(coordinator, new EmailAddress(member.email())))
			.isInstanceOf(Refused.class);
		assertThatThrownBy(() -> grantRole.auditor(coordinator, new EmailAddress(coordinator.email())))
			.isInstanceOf(Refused.class);
		assertThatThrownBy(auditor::requireCoordinator).isInstanceOf(NotAllowed.class);
		assertThat(people.coordinators()).doesNotContain(auditor);
	}

	@Test
	void who_audits_reads_the_pages_of_coordinators_without_anything_that_acts() {
		PledgeReference reference = story.aPledgeUnderReviewBy(story.memberOf("Kampala"));
		Visitor auditor = visitors.signedIn(anAuditor());

		for (String address : List.of("/coordination", "/coordination/people", "/coordination/pledges/" + reference,
				"/coordination/import", "/coordination/governments/requests")) {
			String page = auditor.opens(address).text();
			assertThat(page.replaceAll("(?s)<form action=\"/sign-out\".*?</form>", "")).as(address)
				.contains("You cannot change anything")
				.doesNotContain("method=\"post\"", "name=\"_csrf\"");
		}
		assertThat(auditor.opens("/coordination/trail").text()).contains("action=\"/coordination/trail/verify\"");
	}

	@Test
	void who_is_suspended_is_signed_out_at_once_cannot_come_back_and_is_told() {
		Person reviewer = story.reviewer("UCLG", "Sus" + UUID.randomUUID());
		Visitor visitor = visitors.signedIn(reviewer);
		assertThat(visitor.opens("/reviews").status()).isEqualTo(200);

		suspendAccount.suspend(coordinator, reviewer.id(), "Left the organization", NOTHING_OPEN);

		assertThat(visitor.opens("/reviews").path()).isEqualTo("/sign-in");
		assertThat(people.reviewersOf(UCLG)).extracting(Person::id).doesNotContain(reviewer.id());
		assertThat(mails(reviewer, "SUSPENDED")).singleElement().asString().contains("Left the organization");
		assertThat(people.person(reviewer.id()).suspended()).isTrue();

		suspendAccount.lift(coordinator, reviewer.id());

		assertThat(people.person(reviewer.id()).partner()).contains(UCLG);
		assertThat(mails(reviewer, "SUSPENSION_LIFTED")).hasSize(1);
		assertThat(visitors.signedIn(reviewer).opens("/reviews").status()).isEqualTo(200);
	}

	@Test
	void why_an_account_is_suspended_is_read_until_it_is_erased_on_the_trail() {
		Person reviewer = story.reviewer("UCLG", "Sus" + UUID.randomUUID());
		String reason = "A quarrel of " + UUID.randomUUID();
		suspendAccount.suspend(coordinator, reviewer.id(), reason, NOTHING_OPEN);
		assertThat(visitors.page(coordinator, "/coordination/people")).contains(reason);

		erase.erase(reviewer.email(), erase.ifErased(reviewer.email(), coordinator).fingerprint(), "They asked",
				coordinator);

		assertThat(visitors.page(coordinator, "/coordination/people")).contains(reviewer.email(), "has been erased")
			.doesNotContain(reason);
		suspendAccount.lift(coordinator, reviewer.id());
	}

	@Test
	void nobody_suspends_themselves_or_without_a_reason_and_only_coordinators_do() {
		Person reviewer = story.reviewer("UCLG", "Sus" + UUID.randomUUID());

		assertThatThrownBy(() -> suspendAccount.suspend(coordinator, coordinator.id(), "Why", NOTHING_OPEN))
			.isInstanceOf(Refused.class);
		assertThatThrownBy(() -> suspendAccount.suspend(coordinator, reviewer.id(), "  ", NOTHING_OPEN))
			.isInstanceOf(Refused.class);
		assertThatThrownBy(() -> suspendAccount.suspend(anAuditor(), reviewer.id(), "Why", NOTHING_OPEN))
			.isInstanceOf(NotAllowed.class);
	}

	@Test
	void open_reviews_go_to_a_colleague_with_one_mail_and_not_where_they_are_others_than_foreseen() {
		Person ben = story.reviewer("UCLG", "Ben" + UUID.randomUUID());
		Person rosa = story.reviewer("UCLG", "Rosa" + UUID.randomUUID());
		takeTwo(ben);

		assertThat(handWorkOver.forecast(coordinator, ben.id())).satisfies(forecast -> {
			assertThat(forecast.open()).isEqualTo(2);
			assertThat(forecast.colleagues()).extracting(Person::id).contains(rosa.id()).doesNotContain(ben.id());
		});
		assertThatThrownBy(() -> handWorkOver.handOver(coordinator, ben.id(), new Choice(Optional.of(rosa.id()), 1)))
			.isInstanceOf(Refused.class);

		handWorkOver.handOver(coordinator, ben.id(), new Choice(Optional.of(rosa.id()), 2));

		assertThat(teamReviews.count(ben.id(), ben)).isZero();
		assertThat(teamReviews.count(rosa.id(), rosa)).isEqualTo(2);
		assertThat(mails(rosa, "REVIEWS_GIVEN")).hasSize(1);
	}

	@Test
	void on_the_page_a_reviewer_loses_the_role_and_their_work_goes_to_whom_the_coordinator_chose() {
		Person ben = story.reviewer("UCLG", "Ben" + UUID.randomUUID());
		Person rosa = story.reviewer("UCLG", "Rosa" + UUID.randomUUID());
		takeTwo(ben);
		Visitor visitor = visitors.signedIn(coordinator);
		Page asked = visitor.opens("/coordination/people/take-reviewer?account=" + ben.id());
		assertThat(asked.text()).contains("Open reviews of this person: 2", rosa.name());

		visitor.sends("/coordination/people/take-reviewer",
				Map.of("account", ben.id().toString(), "to", rosa.id().toString(), "foreseen", "2"));

		assertThat(people.person(ben.id()).reviewer()).isFalse();
		assertThat(teamReviews.count(rosa.id(), rosa)).isEqualTo(2);
	}

	private void takeTwo(Person reviewer) {
		Person member = story.memberOf("Kampala");
		takeReview.take(story.aPledgeUnderReviewBy(member), null, reviewer);
		takeReview.take(story.aPledgeUnderReviewBy(member), null, reviewer);
	}

	private Person invited(String name, Locale language, PartnerCode partner) {
		invitePerson.invite(coordinator, new Invitee(email, name, language, Set.of(partner), false, false));
		return people.byEmail(email.value()).orElseThrow();
	}

	private Person anAuditor() {
		grantRole.auditor(coordinator, email);
		return people.byEmail(email.value()).orElseThrow();
	}

	private List<AccountId> awaited() {
		return invitePerson.awaited(coordinator).stream().map(Awaited::person).map(Person::id).toList();
	}

	private List<String> mails(Person reader, String kind) {
		return jdbc.sql("select subject || ' ' || body from mail where account = ? and kind = ?")
			.params(reader.id().value(), kind)
			.query(String.class)
			.list();
	}

}
