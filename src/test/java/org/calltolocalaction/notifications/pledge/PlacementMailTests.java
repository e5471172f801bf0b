package org.calltolocalaction.notifications.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.mail.internet.MimeMessage;
import java.time.ZoneId;
import java.util.Locale;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.notifications.MailTest;
import org.calltolocalaction.pledges.DecidePledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.placement.PlacementReason;
import org.calltolocalaction.reports.IncludePledge;
import org.calltolocalaction.reports.ReportPortion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

class PlacementMailTests extends MailTest {

	private static final String TITLE = "A desk for newcomers, l’accueil & «más»";

	@Autowired
	private DecidePledge decide;

	@Autowired
	private IncludePledge include;

	@ParameterizedTest
	@MethodSource("languages")
	void a_late_pledge_is_told_that_it_was_carried_over_and_why(Locale language) {
		EditionYear year = given.anOpenCall();
		Person member = given.aMember(language);
		given.secondsAfterDeadline(year, 3601);
		PledgeReference reference = given.aSubmittedPledge(member, TITLE);
		decide.accept(reference);
		include.inNextEdition(reference, PlacementReason.LATE);

		placementMails.carriedOver(reference, PlacementReason.LATE);

		MimeMessage mail = theMailTo(member);
		assertThat(subject(mail)).startsWith(reference.value())
			.contains(in(language, "the next edition", "la próxima edición", "la prochaine édition"));
		assertThat(text(mail))
			.contains(TITLE, link("/my/pledges/" + reference), "23:59:59", "10:00:00", "UTC−3", year.next().toString())
			.contains(in(language, "after the deadline for the " + year,
					"después de la fecha límite de la edición de " + year,
					"après la date limite de l’édition " + year));
	}

	@ParameterizedTest
	@MethodSource("languages")
	void a_pledge_whose_review_ended_after_the_freeze_is_told_so(Locale language) {
		EditionYear year = given.anOpenCall();
		Person member = given.aMember(language);
		PledgeReference reference = given.aSubmittedPledge(member, TITLE);
		given.secondsAfterDeadline(year, 90 * 86_400);
		given.frozen(year);
		decide.accept(reference);
		include.inNextEdition(reference, PlacementReason.DECIDED_AFTER_FREEZE);

		placementMails.carriedOver(reference, PlacementReason.DECIDED_AFTER_FREEZE);

		assertThat(text(theMailTo(member))).contains(year.next().toString())
			.contains(in(language, "on time, but", "a tiempo, pero", "à temps, mais"))
			.contains(in(language, "31 December " + year, "31 de diciembre de " + year, "31 décembre " + year));
	}

	@Test
	void nobody_is_told_that_a_pledge_in_time_was_carried_over() {
		given.anOpenCall();
		Person member = given.aMember(Languages.ENGLISH);
		PledgeReference reference = given.aSubmittedPledge(member, TITLE);
		decide.accept(reference);
		include.inThisEdition(reference, PlacementReason.IN_TIME);

		assertThatIllegalArgumentException()
			.isThrownBy(() -> placementMails.carriedOver(reference, PlacementReason.IN_TIME))
			.withMessageContainingAll(reference.value(), "IN_TIME");
		assertThat(mailsTo(member)).extracting(MailTest::subject)
			.noneMatch(subject -> subject.contains("next edition"));
	}

	@ParameterizedTest
	@MethodSource("languages")
	void when_the_report_is_published_its_governments_are_told_whether_their_pledge_is_shown(Locale language) {
		EditionYear year = given.anOpenCall();
		Person member = given.aMember(language);
		PledgeReference shown = given.aSubmittedPledge(member, TITLE);
		Person reserved = given.aMember(language, ZoneId.of("UTC"), "Noor");
		PledgeReference hidden = given.aPledgeNotToBePublished(reserved, "Quiet help");
		for (PledgeReference reference : new PledgeReference[] { shown, hidden }) {
			decide.accept(reference);
			include.inThisEdition(reference, PlacementReason.IN_TIME);
		}
		given.published(year);

		placementMails.included(year, ReportPortion.WHOLE);
		placementMails.included(year, ReportPortion.WHOLE);

		MimeMessage mail = theMailTo(member);
		assertThat(subject(mail)).startsWith(shown.value()).contains(year.toString());
		assertThat(text(mail)).contains(TITLE, in(language, "Global Refugee Forum", "Foro Mundial sobre los Refugiados",
				"Forum mondial sur les réfugiés"), link("/reports/" + year), link("/pledges/" + shown));
		assertThat(text(theMailTo(reserved))).contains("Quiet help", link("/my/pledges/" + hidden))
			.contains(in(language, "did not agree to publication", "no autorizó la publicación",
					"n’en a pas autorisé la publication"))
			.doesNotContain(link("/pledges/" + hidden));
	}

}
