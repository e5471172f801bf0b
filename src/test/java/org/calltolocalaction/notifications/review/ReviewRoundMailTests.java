package org.calltolocalaction.notifications.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.calltolocalaction.notifications.Given.IOM;
import static org.calltolocalaction.notifications.Given.MMC;
import static org.calltolocalaction.notifications.Given.UCLG;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.notifications.Given;
import org.calltolocalaction.notifications.MailTest;
import org.calltolocalaction.pledges.DecidePledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.rounds.Reminder;
import org.calltolocalaction.reviews.rounds.Reminders;
import org.calltolocalaction.reviews.team.EnterAbsence;
import org.calltolocalaction.reviews.team.TakeReview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

class ReviewRoundMailTests extends MailTest {

	private static final String TITLE = "Language courses";

	@Autowired
	private DecidePledge decide;

	@Autowired
	private TakeReview take;

	@Autowired
	private GrantRole roles;

	@Autowired
	private EnterAbsence enterAbsence;

	@Autowired
	private Reminders reminders;

	@Autowired
	private AuditTrail trail;

	@ParameterizedTest
	@MethodSource("languages")
	void a_reviewer_is_told_what_waits_until_when_and_where(Locale language) {
		EditionYear year = given.anOpenCall();
		Person reviewer = given.aReviewer(IOM, language);
		Person member = given.aMember(Languages.ENGLISH);
		PledgeReference reference = given.aSubmittedPledge(member, TITLE);
		given.underReviewBy(reference, IOM);

		reviewRoundMails.reviewWaiting(reference);

		MimeMessage mail = theMailTo(reviewer);
		assertThat(subject(mail)).startsWith(reference.value());
		assertThat(text(mail)).contains("Robin Vidal", TITLE, given.governmentOf(member).name())
			.contains(in(language, "(Argentina)", "(Argentina)", "(Argentine)"))
			.contains(in(language, "(IOM)", "(OIM)", "(OIM)"), link("/reviews/" + reference))
			.contains(in(language, "June " + year, "junio de " + year, "juin " + year), "12:00:00", "UTC+2")
			.contains(in(language, "days left", "quedan", "il reste"))
			.doesNotContain(Given.CONTACT, "Contact Person");
		assertThat(mailsTo(member)).isEmpty();
	}

	@Test
	void only_reviewers_of_partners_whose_review_is_open_are_told() {
		given.anOpenCall();
		Person done = given.aReviewer(UCLG, Languages.ENGLISH);
		Person open = given.aReviewer(MMC, Languages.ENGLISH);
		Person notAsked = given.aReviewer(IOM, Languages.ENGLISH);
		PledgeReference reference = given.aSubmittedPledge(given.aMember(Languages.ENGLISH), TITLE);
		given.underReviewBy(reference, UCLG, MMC);
		given.reviewed(reference, done, "APPROVE", "");

		reviewRoundMails.reviewWaiting(reference);

		assertThat(mailsTo(open)).hasSize(1);
		assertThat(mailsTo(done)).isEmpty();
		assertThat(mailsTo(notAsked)).isEmpty();
	}

	@Test
	void a_review_of_a_changed_version_is_another_mail() {
		given.anOpenCall();
		Person reviewer = given.aReviewer(MMC, Languages.ENGLISH);
		Person member = given.aMember(Languages.ENGLISH);
		PledgeReference reference = given.aSubmittedPledge(member, TITLE);
		given.underReviewBy(reference, MMC);
		reviewRoundMails.reviewWaiting(reference);
		given.reviewed(reference, reviewer, "REQUEST_CHANGES", "More detail, please.");
		decide.requestChanges(reference);
		given.resubmitted(reference, member);
		given.underReviewBy(reference, MMC);

		reviewRoundMails.reviewWaiting(reference);

		// Both are due at one instant of a clock that stands still.
		assertThat(mailsTo(reviewer)).hasSize(2)
			.anySatisfy(mail -> assertThat(text(mail))
				.contains("The government has submitted version 2 with the changes that your organization asked for."));
	}

	@ParameterizedTest
	@MethodSource("languages")
	void an_overdue_review_is_reminded_of_when_it_is_due_and_says_who_has_it(Locale language) {
		given.anOpenCall();
		Person reviewer = given.aReviewer(UCLG, language);
		Person colleague = given.aReviewer(UCLG, Languages.ENGLISH);
		PledgeReference reference = given.aSubmittedPledge(given.aMember(Languages.ENGLISH), TITLE);
		given.underReviewBy(reference, UCLG);
		take.take(reference, null, reviewer);
		reviewRoundMails.remindReviewers(reference);
		assertThat(mailsTo(reviewer)).isEmpty();
		clock.advance(Duration.ofDays(30));

		reviewRoundMails.remindReviewers(reference);
		reviewRoundMails.remindReviewers(reference);

		MimeMessage mail = theMailTo(reviewer);
		assertThat(subject(mail)).startsWith(reference.value());
		assertThat(text(mail)).contains(TITLE, link("/reviews/" + reference))
			.contains(in(language, "this deadline has passed", "plazo ya vencido", "délai déjà écoulé"))
			.contains(in(language, "You have taken", "Esta revisión está a su cargo", "Vous avez pris en charge"));
		assertThat(mailsTo(colleague)).as("it is not theirs").isEmpty();
		assertThat(reminders.of(reference)).singleElement()
			.satisfies(reminder -> assertThat(reminder.told()).containsExactly(reviewer.id()))
			.satisfies(reminder -> assertThat(reminder.at()).isEqualTo(clock.instant()));
	}

	@Test
	void an_overdue_review_that_nobody_has_is_everybodys_of_the_partner() {
		given.anOpenCall();
		Person one = given.aReviewer(MMC, Languages.ENGLISH);
		Person gone = given.aReviewer(MMC, Languages.ENGLISH);
		PledgeReference reference = given.aSubmittedPledge(given.aMember(Languages.ENGLISH), TITLE);
		given.underReviewBy(reference, MMC);
		take.take(reference, null, gone);
		roles.takeReviewer(given.firstCoordinator(), gone.id());
		clock.advance(Duration.ofDays(30));

		reviewRoundMails.remindReviewers(reference);

		assertThat(mailsTo(one)).hasSize(1);
		assertThat(mailsTo(gone)).as("they review no more").isEmpty();
	}

	@Test
	void of_an_overdue_review_whose_reviewer_is_away_the_deputy_is_reminded() {
		EditionYear year = given.anOpenCall();
		Person away = given.aReviewer(IOM, Languages.ENGLISH);
		Person deputy = given.aReviewer(IOM, Languages.ENGLISH);
		Person colleague = given.aReviewer(IOM, Languages.ENGLISH);
		PledgeReference reference = given.aSubmittedPledge(given.aMember(Languages.ENGLISH), TITLE);
		given.underReviewBy(reference, IOM);
		take.take(reference, null, away);
		isAway(away, deputy, year);
		clock.advance(Duration.ofDays(30));

		reviewRoundMails.remindReviewers(reference);

		assertThat(text(theMailTo(deputy))).contains("Robin Vidal has taken this review.");
		assertThat(mailsTo(away)).isEmpty();
		assertThat(mailsTo(colleague)).isEmpty();
		assertThat(reminders.of(reference)).flatExtracting(Reminder::told).containsExactly(deputy.id());
	}

	@Test
	void of_a_review_that_is_still_overdue_the_deputy_of_a_lead_who_is_away_is_told_beside_the_lead() {
		EditionYear year = given.anOpenCall();
		given.noLead(IOM);
		Person lead = given.aLead(IOM, Languages.ENGLISH);
		Person deputy = given.aReviewer(IOM, Languages.ENGLISH);
		Person colleague = given.aReviewer(IOM, Languages.ENGLISH);
		PledgeReference reference = given.aSubmittedPledge(given.aMember(Languages.ENGLISH), TITLE);
		given.underReviewBy(reference, IOM);
		isAway(lead, deputy, year);
		clock.advance(Duration.ofDays(30));

		reviewRoundMails.tellLeads(reference);

		assertThat(text(theMailTo(deputy))).contains("still open", "because you review pledges")
			.doesNotContain("because you lead");
		assertThat(text(theMailTo(lead))).contains("because you lead");
		assertThat(mailsTo(colleague)).isEmpty();
		assertThat(reminders.of(reference)).flatExtracting(Reminder::told).containsExactly(lead.id(), deputy.id());
	}

	private void isAway(Person away, Person deputy, EditionYear year) {
		enterAbsence.enter(away.id(),
				new EnterAbsence.Days(LocalDate.of(year.value(), 6, 10), LocalDate.of(year.value(), 7, 20)),
				deputy.id(), away);
	}

	@ParameterizedTest
	@MethodSource("languages")
	void a_partners_leads_are_told_once_when_its_reviewers_have_not_answered(Locale language) {
		given.anOpenCall();
		given.noLead(UCLG);
		Person lead = given.aLead(UCLG, language);
		Person reviewer = given.aReviewer(UCLG, Languages.ENGLISH);
		Person coordinator = given.aCoordinator(Languages.ENGLISH);
		PledgeReference reference = given.aSubmittedPledge(given.aMember(Languages.ENGLISH), TITLE);
		given.underReviewBy(reference, UCLG);
		take.take(reference, null, reviewer);
		clock.advance(Duration.ofDays(30));

		reviewRoundMails.tellLeads(reference);
		reviewRoundMails.tellLeads(reference);

		MimeMessage mail = theMailTo(lead);
		assertThat(subject(mail)).startsWith(reference.value());
		assertThat(text(mail)).contains(TITLE, link("/reviews/" + reference))
			.contains(in(language, "Robin Vidal has taken this review", "Robin Vidal ha asumido esta revisión",
					"Robin Vidal a pris en charge cet examen"))
			.contains(in(language, "because you lead the reviewers", "porque es responsable de las revisiones",
					"parce que vous êtes responsable des examens"));
		assertThat(mailsTo(reviewer)).isEmpty();
		assertThat(mailsTo(coordinator)).isEmpty();
		assertThat(trail.of(reference)).extracting(RecordedEntry::kind, RecordedEntry::facts)
			.containsOnlyOnce(tuple("review.leads-told", Map.of("partner", "UCLG")));
	}

	@ParameterizedTest
	@MethodSource("languages")
	void of_a_partner_without_a_lead_the_coordinators_are_told_at_once_and_not_again(Locale language) {
		given.anOpenCall();
		given.noLead(MMC);
		Person lead = given.aLead(UCLG, Languages.ENGLISH);
		Person coordinator = given.aCoordinator(language);
		PledgeReference reference = given.aSubmittedPledge(given.aMember(Languages.ENGLISH), TITLE);
		given.underReviewBy(reference, UCLG, MMC);
		clock.advance(Duration.ofDays(40));

		reviewRoundMails.tellLeads(reference);

		assertThat(mailsTo(lead)).hasSize(1);
		assertThat(text(theMailTo(coordinator))).contains("- MMC", link("/coordination/people"))
			.contains(in(language, "Partner without a lead: MMC",
					"Organización sin persona responsable a quien avisar: MMC",
					"Partenaire sans personne responsable\u00a0: MMC"))
			.doesNotContain("- UCLG", "- CGLU");
		assertThat(reminders.of(reference)).filteredOn(Reminder::reachedNobody)
			.singleElement()
			.satisfies(nobody -> assertThat(nobody.partner()).isEqualTo(MMC));

		reviewRoundMails.tellCoordinators(reference);

		assertThat(mailsTo(coordinator)).as("now of UCLG")
			.hasSize(2)
			.last()
			.satisfies(mail -> assertThat(text(mail)).containsAnyOf("- UCLG", "- CGLU").doesNotContain("- MMC"));
	}

	@ParameterizedTest
	@MethodSource("languages")
	void coordinators_learn_which_partners_are_long_overdue(Locale language) {
		given.anOpenCall();
		Person coordinator = given.aCoordinator(language);
		Person reviewer = given.aReviewer(UCLG, Languages.ENGLISH);
		PledgeReference reference = given.aSubmittedPledge(given.aMember(Languages.ENGLISH), TITLE);
		given.underReviewBy(reference, UCLG, MMC);
		given.reviewed(reference, reviewer, "APPROVE", "");
		clock.advance(Duration.ofDays(40));

		reviewRoundMails.tellCoordinators(reference);

		MimeMessage mail = theMailTo(coordinator);
		assertThat(subject(mail)).startsWith(reference.value());
		assertThat(text(mail)).contains("Amina Diallo", TITLE, "- MMC", link("/coordination/pledges/" + reference))
			.doesNotContain("- UCLG", "- CGLU");
		assertThat(mailsTo(reviewer)).isEmpty();
	}

	@Test
	void nobody_is_alarmed_about_reviews_that_came_in_meanwhile() {
		given.anOpenCall();
		Person coordinator = given.aCoordinator(Languages.ENGLISH);
		Person reviewer = given.aReviewer(UCLG, Languages.ENGLISH);
		PledgeReference reference = given.aSubmittedPledge(given.aMember(Languages.ENGLISH), TITLE);
		given.underReviewBy(reference, UCLG);
		given.reviewed(reference, reviewer, "APPROVE", "");

		reviewRoundMails.tellCoordinators(reference);
		reviewRoundMails.remindReviewers(reference);

		assertThat(mailsTo(coordinator)).isEmpty();
		assertThat(mailsTo(reviewer)).isEmpty();
	}

}
