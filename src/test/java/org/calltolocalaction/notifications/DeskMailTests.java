package org.calltolocalaction.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.notifications.Given.IOM;
import static org.calltolocalaction.notifications.Given.MMC;
import static org.calltolocalaction.notifications.Given.UCLG;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Locale;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Languages;
import org.calltolocalaction.pledges.DecidePledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.TakeReview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

class DeskMailTests extends MailTest {

	private static final String TITLE = "Language courses";

	@Autowired
	private DecidePledge decide;

	@Autowired
	private TakeReview take;

	@ParameterizedTest
	@MethodSource("languages")
	void a_reviewer_is_told_what_waits_until_when_and_where(Locale language) {
		EditionYear year = given.anOpenCall();
		Person reviewer = given.aReviewer(IOM, language);
		Person member = given.aMember(Languages.ENGLISH);
		PledgeReference reference = given.aSubmittedPledge(member, TITLE);
		given.underReviewBy(reference, IOM);

		pledgeMails.reviewWaiting(reference);

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

		pledgeMails.reviewWaiting(reference);

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
		pledgeMails.reviewWaiting(reference);
		given.reviewed(reference, reviewer, "REQUEST_CHANGES", "More detail, please.");
		decide.requestChanges(reference);
		given.resubmitted(reference, member);
		given.underReviewBy(reference, MMC);

		pledgeMails.reviewWaiting(reference);

		assertThat(mailsTo(reviewer)).hasSize(2)
			.last()
			.satisfies(mail -> assertThat(text(mail)).contains("Version 2 is the government’s answer"));
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
		pledgeMails.reviewOverdue(reference);
		assertThat(mailsTo(reviewer)).isEmpty();
		clock.advance(Duration.ofDays(30));

		pledgeMails.reviewOverdue(reference);
		pledgeMails.reviewOverdue(reference);

		MimeMessage mail = theMailTo(reviewer);
		assertThat(subject(mail)).startsWith(reference.value());
		assertThat(text(mail)).contains(TITLE, link("/reviews/" + reference))
			.contains(in(language, "already passed", "plazo ya vencido", "délai déjà écoulé"))
			.contains(in(language, "You have taken", "Usted ha asumido", "Vous avez pris en charge"));
		assertThat(text(theMailTo(colleague))).contains("Robin Vidal has taken this review.");
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

		pledgeMails.reviewEscalated(reference);

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

		pledgeMails.reviewEscalated(reference);
		pledgeMails.reviewOverdue(reference);

		assertThat(mailsTo(coordinator)).isEmpty();
		assertThat(mailsTo(reviewer)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("languages")
	void coordinators_who_have_to_decide_read_what_each_partner_recommends(Locale language) {
		given.anOpenCall();
		Person coordinator = given.aCoordinator(language);
		Person uclg = given.aReviewer(UCLG, Languages.ENGLISH);
		Person mmc = given.aReviewer(MMC, Languages.ENGLISH);
		PledgeReference reference = given.aSubmittedPledge(given.aMember(Languages.ENGLISH), TITLE);
		given.underReviewBy(reference, UCLG, MMC, IOM);
		given.reviewed(reference, uclg, "APPROVE", "");
		given.reviewed(reference, mmc, "DECLINE", "Not about migration.");
		decide.referToCoordinators(reference, "CONFLICTING");

		pledgeMails.decisionWaiting(reference);

		MimeMessage mail = theMailTo(coordinator);
		assertThat(subject(mail)).startsWith(reference.value());
		assertThat(text(mail)).contains(TITLE, link("/coordination/pledges/" + reference))
			.contains(in(language, "- UCLG: accept", "- CGLU: aceptar", "- CGLU\u00a0: accepter"))
			.contains(in(language, "- MMC: decline", "- MMC: rechazar", "- MMC\u00a0: rejeter"))
			.contains(in(language, "- IOM: no review", "- OIM: sin revisión", "- OIM\u00a0: pas d’examen"));
	}

}
