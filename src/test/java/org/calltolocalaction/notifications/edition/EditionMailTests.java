package org.calltolocalaction.notifications.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.notifications.Given.MMC;
import static org.calltolocalaction.notifications.Given.UCLG;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Locale;
import org.calltolocalaction.editions.CloseCall;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.MoveDeadline;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.notifications.Given;
import org.calltolocalaction.notifications.LoggedMail;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.MailTest;
import org.calltolocalaction.pledges.DecidePledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

class EditionMailTests extends MailTest {

	private static final long DAY = 86_400;

	@Autowired
	private DecidePledge decide;

	@Autowired
	private CloseCall closeCall;

	@Autowired
	private MoveDeadline moveDeadline;

	@ParameterizedTest
	@MethodSource("languages")
	void before_the_deadline_members_are_reminded_of_drafts_and_of_changes(Locale language) {
		EditionYear year = given.anOpenCall();
		Person reviewer = given.aReviewer(MMC, Languages.ENGLISH);
		Person member = given.aMember(language);
		PledgeReference draft = given.aDraft(member, "A draft of ours");
		PledgeReference untitled = given.aDraft(member, " ");
		PledgeReference toChange = given.aSubmittedPledge(member, "To be changed");
		given.underReviewBy(toChange, MMC);
		given.reviewed(toChange, reviewer, "REQUEST_CHANGES", "More detail, please.");
		decide.requestChanges(toChange);
		PledgeReference submitted = given.aSubmittedPledge(member, "Done already");
		given.secondsAfterDeadline(year, 5 - 14 * DAY);

		editionMails.deadlineReminder(year);

		MimeMessage mail = theMailTo(member);
		assertThat(subject(mail)).contains(year.toString(), "14");
		assertThat(text(mail)).contains("A draft of ours", link("/my/pledges/" + draft))
			.contains(link("/my/pledges/" + untitled))
			.contains(in(language, "untitled draft", "borrador sin título", "brouillon sans titre"))
			.contains("To be changed", link("/my/pledges/" + toChange))
			.contains(in(language, "1 October " + year, "1 de octubre de " + year, "1er octobre " + year), "23:59:59")
			.contains("UTC−12", "UTC−3")
			.contains(in(language, "14 days left", "quedan 14 días", "il reste 14 jours"))
			.doesNotContain(submitted.value(), "Done already");
	}

	@ParameterizedTest
	@MethodSource("languages")
	void before_the_deadline_reviewers_are_reminded_of_all_their_open_work_in_one_mail(Locale language) {
		EditionYear year = given.anOpenCall();
		Person reviewer = given.aReviewer(MMC, language);
		Person member = given.aMember(Languages.ENGLISH);
		PledgeReference first = given.aSubmittedPledge(member, "First of two");
		PledgeReference second = given.aSubmittedPledge(member, "Second of two");
		given.underReviewBy(first, MMC);
		given.underReviewBy(second, MMC);
		given.secondsAfterDeadline(year, -7 * DAY);

		editionMails.deadlineReminder(year);

		MimeMessage mail = theMailTo(reviewer);
		assertThat(subject(mail)).contains(year.toString(), "MMC");
		assertThat(text(mail)).contains(first.value(), "First of two", second.value(), "Second of two")
			.contains(given.governmentOf(member).name(), link("/reviews"))
			.contains(in(language, "7 days left", "quedan 7 días", "il reste 7 jours"))
			.contains(in(language, "overdue. By due date", "Con retraso: ", "En retard\u00a0: "))
			.doesNotContain(Given.CONTACT);
		assertThat(mailsTo(member)).isEmpty();
	}

	@Test
	void a_reminder_that_is_done_again_is_one_mail_and_the_next_reminder_is_another() {
		EditionYear year = given.anOpenCall();
		Person member = given.aMember(Languages.ENGLISH);
		given.aDraft(member, "A draft");
		given.secondsAfterDeadline(year, -14 * DAY);
		editionMails.deadlineReminder(year);
		clock.advance(Duration.ofDays(1));

		editionMails.deadlineReminder(year);

		assertThat(mailsTo(member)).hasSize(1);
		given.secondsAfterDeadline(year, -7 * DAY);
		editionMails.deadlineReminder(year);
		assertThat(mailsTo(member)).hasSize(2);
	}

	@Test
	void a_deadline_that_moved_is_reminded_of_anew() {
		EditionYear year = given.anOpenCall();
		Person member = given.aMember(Languages.ENGLISH);
		given.aDraft(member, "A draft");
		given.secondsAfterDeadline(year, -14 * DAY);
		editionMails.deadlineReminder(year);
		Deadline old = Deadline.byDefault(year);
		moveDeadline.move(year, new Deadline(old.local().plusDays(10), old.zone(), old.grace()), "A holiday",
				given.firstCoordinator());
		haveReadTheirMails(member);
		given.secondsAfterDeadline(year, -14 * DAY);

		editionMails.deadlineReminder(year);

		assertThat(mailsTo(member)).singleElement()
			.satisfies(mail -> assertThat(text(mail)).contains("11 October " + year, "14 days left"));
	}

	@Test
	void nobody_is_reminded_of_a_deadline_that_has_passed() {
		EditionYear year = given.anOpenCall();
		Person member = given.aMember(Languages.ENGLISH);
		given.aDraft(member, "A draft");
		given.secondsAfterDeadline(year, 1);

		editionMails.deadlineReminder(year);

		assertThat(mailsTo(member)).isEmpty();
	}

	@Test
	void a_draft_with_an_endless_title_makes_a_mail_that_can_be_read() {
		EditionYear year = given.anOpenCall();
		Person member = given.aMember(Languages.ENGLISH);
		given.aDraft(member, "x".repeat(100_000));
		given.secondsAfterDeadline(year, -2 * DAY);

		editionMails.deadlineReminder(year);

		assertThat(text(theMailTo(member))).contains("x".repeat(99) + "…").hasSizeLessThan(3_000);
	}

	@ParameterizedTest
	@MethodSource("languages")
	void when_the_call_has_closed_partners_are_told_of_the_reviews_that_its_report_waits_for(Locale language) {
		EditionYear year = given.anOpenCall();
		Person reviewer = given.aReviewer(UCLG, language);
		Person member = given.aMember(Languages.ENGLISH);
		PledgeReference inTime = given.aSubmittedPledge(member, "In time");
		given.underReviewBy(inTime, UCLG);
		given.secondsAfterDeadline(year, 3601);
		PledgeReference late = given.aSubmittedPledge(member, "Too late");
		given.underReviewBy(late, UCLG);
		closeCall.close(year);

		editionMails.outstandingReviews(year);
		editionMails.outstandingReviews(year);

		MimeMessage mail = theMailTo(reviewer);
		assertThat(subject(mail)).contains(year.toString());
		assertThat(text(mail)).contains(inTime.value(), "In time", link("/reviews"))
			.contains(in(language, "this deadline has passed", "plazo ya vencido", "délai déjà écoulé"))
			.doesNotContain(late.value());
	}

	@Test
	void while_the_call_is_open_again_nobody_is_told_that_it_has_closed() {
		EditionYear year = given.anOpenCall();
		Person reviewer = given.aReviewer(UCLG, Languages.ENGLISH);
		given.underReviewBy(given.aSubmittedPledge(given.aMember(Languages.ENGLISH), "In time"), UCLG);

		editionMails.outstandingReviews(year);

		assertThat(log.recent(1).mails()).filteredOn(mail -> mail.kind() == MailKind.OUTSTANDING_REVIEWS)
			.extracting(LoggedMail::recipient)
			.doesNotContain(reviewer.email());
	}

}
