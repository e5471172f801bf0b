package org.calltolocalaction.notifications.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.notifications.Given.UCLG;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.calltolocalaction.identity.MailPreference;
import org.calltolocalaction.identity.MailPreference.Choice;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.UpdateProfile;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.notifications.MailTest;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.ReviewMails;
import org.calltolocalaction.reviews.TeamReview;
import org.calltolocalaction.reviews.absence.Absence;
import org.calltolocalaction.reviews.absence.AbsenceId;
import org.calltolocalaction.reviews.absence.AbsenceMails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What reviewers read when colleagues share work out among them. */
class ReviewMailTests extends MailTest {

	@Autowired
	private ReviewMails mails;

	@Autowired
	private AbsenceMails absences;

	@Autowired
	private UpdateProfile profiles;

	@Autowired
	private People people;

	@Autowired
	private TransactionTemplate transaction;

	@ParameterizedTest
	@MethodSource("languages")
	void who_gets_reviews_learns_from_whom_which_and_what_they_wrote(Locale language) {
		Person by = given.aReviewer(UCLG, Languages.ENGLISH);
		Person to = given.aReviewer(UCLG, language);

		inTransaction(() -> mails.given(reviews(2), to, by, "They ask\nabout funding."));

		MimeMessage mail = theMailTo(to);
		assertThat(subject(mail)).contains(
				in(language, "has given you 2 reviews", "le ha asignado 2 revisiones", "vous a confié 2 examens"));
		assertThat(text(mail)).contains(by.name(), "CLA-2031-0001", "A desk 2", "> They ask\n> about funding.",
				link("/reviews?tab=mine"));
	}

	@ParameterizedTest
	@MethodSource("languages")
	void who_had_a_review_learns_who_has_it_now_and_by_whom(Locale language) {
		Person by = given.aReviewer(UCLG, Languages.ENGLISH);
		Person from = given.aReviewer(UCLG, language);
		Person to = given.aReviewer(UCLG, Languages.ENGLISH);

		inTransaction(() -> mails.movedOn(reviews(1), from, to, by));
		inTransaction(() -> mails.movedOn(reviews(1), from, by, by));

		assertThat(mailsTo(from)).extracting(MailTest::text)
			.anySatisfy(text -> assertThat(text).contains(
					in(language, "this review that you had taken", "esta revisión, que estaba a cargo de usted",
							"un examen que vous aviez pris en charge"),
					in(language, "has given", "ha asignado a otra persona", "a confié à quelqu’un d’autre")))
			.anySatisfy(text -> assertThat(text).contains(in(language, "has taken over", "ha asumido", "a repris")));
	}

	@ParameterizedTest
	@MethodSource("languages")
	void who_is_reminded_learns_by_whom_and_of_which(Locale language) {
		Person by = given.aReviewer(UCLG, Languages.ENGLISH);
		Person holder = given.aReviewer(UCLG, language);

		inTransaction(() -> mails.reminded(reviews(25), holder, by));

		MimeMessage mail = theMailTo(holder);
		assertThat(subject(mail))
			.contains(in(language, "25 reviews", "25 revisiones", "vous rappelle 25 examens à terminer"));
		assertThat(text(mail)).contains("CLA-2031-0020", in(language, "and 5 more", "5 más", "5 autres examens"))
			.doesNotContain("CLA-2031-0021");
	}

	@ParameterizedTest
	@MethodSource("languages")
	void who_stands_in_learns_until_when_and_what_waits_and_is_told_once(Locale language) {
		Person absent = given.aReviewer(UCLG, Languages.ENGLISH);
		Person deputy = given.aReviewer(UCLG, language);
		Instant begins = Instant.parse("2031-09-27T00:00:00Z");
		Absence absence = new Absence(AbsenceId.random(), absent.id(), deputy.id(), begins,
				begins.plus(Duration.ofDays(7)), ZoneOffset.UTC);

		inTransaction(() -> absences.standIn(absence, reviews(1), absent, deputy));
		inTransaction(() -> absences.standIn(absence, List.of(), absent, deputy));

		MimeMessage mail = theMailTo(deputy);
		assertThat(subject(mail)).contains(absent.name(), in(language, "until 3 October 2031",
				"hasta el 3 de octubre de 2031 inclusive", "jusqu’au 3 octobre 2031 inclus"));
		assertThat(text(mail)).contains(
				in(language, "Open reviews: 1", "Revisiones abiertas: 1", "Examens ouverts\u00a0: 1"), "CLA-2031-0001",
				link("/reviews?tab=all&q=reviewer"));
	}

	@Test
	void it_is_told_as_its_reader_chose() {
		Person by = given.aReviewer(UCLG, Languages.ENGLISH);
		Person busy = given.aReviewer(UCLG, Languages.ENGLISH);
		profiles.receiveMails(busy, new MailPreference(Choice.WHAT_NEEDS_ME, MailPreference.USUAL_HOUR));
		Person chosen = people.person(busy.id());

		inTransaction(() -> mails.movedOn(reviews(1), chosen, by, by));
		assertThat(mailsTo(chosen)).isEmpty();
		inTransaction(() -> mails.given(reviews(1), chosen, by, ""));
		assertThat(mailsTo(chosen)).hasSize(1);
	}

	private void inTransaction(Runnable writing) {
		transaction.executeWithoutResult(status -> writing.run());
	}

	private static List<TeamReview> reviews(int number) {
		return IntStream.rangeClosed(1, number)
			.mapToObj(each -> new TeamReview(UUID.randomUUID(), new PledgeReference("CLA-2031-%04d".formatted(each)),
					"A desk " + each, "Godoy Cruz", Instant.parse("2031-09-20T12:00:00Z"), Optional.empty()))
			.toList();
	}

}
