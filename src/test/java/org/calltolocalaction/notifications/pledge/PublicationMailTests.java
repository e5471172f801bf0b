package org.calltolocalaction.notifications.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Locale;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailTest;
import org.calltolocalaction.pledges.DecidePledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.placement.PlacementReason;
import org.calltolocalaction.reports.IncludePledge;
import org.calltolocalaction.reports.ReportPortion;
import org.calltolocalaction.reports.StopKind;
import org.calltolocalaction.reports.publication.Publications;
import org.calltolocalaction.reports.publication.ResumePublication;
import org.calltolocalaction.reports.publication.StopPublication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody's pledge leaves the public, or comes back to it, in silence. */
class PublicationMailTests extends MailTest {

	private static final String TITLE = "Language courses";

	@Autowired
	private DecidePledge decide;

	@Autowired
	private IncludePledge include;

	@Autowired
	private Publications publications;

	@Autowired
	private StopPublication stop;

	@Autowired
	private ResumePublication resume;

	private EditionYear year;

	private Person member;

	private Person coordinator;

	private PledgeReference pledge;

	@BeforeEach
	void a_public_pledge() {
		year = given.anOpenCall();
		member = given.aMember(Languages.ENGLISH);
		coordinator = given.aCoordinator(Languages.ENGLISH);
		pledge = given.aSubmittedPledge(member, TITLE);
		decide.accept(pledge);
		include.inThisEdition(pledge, PlacementReason.IN_TIME);
	}

	@ParameterizedTest
	@MethodSource("languages")
	void everybody_of_the_government_is_told_what_was_taken_down_and_why(Locale language) {
		Person colleague = given.aColleagueOf(member, language);
		haveReadTheirMails(member, colleague, coordinator);

		stop.takeDown(pledge, StopKind.PERSONAL_DATA, seen(), "There is a telephone number", coordinator);

		MimeMessage mail = theMailTo(colleague);
		assertThat(subject(mail)).startsWith(pledge.value())
			.contains(in(language, "your pledge is no longer public", "su compromiso ya no es público",
					"votre engagement n’est plus public"));
		assertThat(text(mail))
			.contains(TITLE, "> There is a telephone number", link("/my/pledges/" + pledge + "/publication"))
			.contains(in(language, "it contains personal data", "contiene datos personales",
					"il contient des données personnelles"));
		assertThat(mailsTo(member)).hasSize(1);
		assertThat(mailsTo(coordinator)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("languages")
	void colleagues_and_coordinators_are_told_who_withdrew_the_consent_and_gave_it_again(Locale language) {
		Person colleague = given.aColleagueOf(member, language);
		Person other = given.aCoordinator(language);
		haveReadTheirMails(member, colleague, other);

		stop.withdrawConsent(pledge, seen(), "The council decided so", member);

		assertThat(text(theMailTo(colleague))).contains(member.name(), TITLE, "> The council decided so")
			.contains(in(language, "has withdrawn the consent", "ha retirado la autorización",
					"a retiré l’autorisation"));
		MimeMessage told = theMailTo(other);
		assertThat(subject(told)).contains(in(language, "consent to publication withdrawn",
				"autorización de publicación retirada", "autorisation de publication retirée"));
		assertThat(text(told)).contains(pledge.value(), "> The council decided so",
				link("/coordination/pledges/" + pledge + "/publication"));

		haveReadTheirMails(member, colleague, other);
		clock.advance(Duration.ofMinutes(1));
		resume.giveConsentAgain(pledge, seen(), member);

		assertThat(subject(theMailTo(colleague))).contains(in(language, "your pledge is public again",
				"su compromiso vuelve a ser público", "votre engagement est de nouveau public"));
		assertThat(subject(theMailTo(other))).contains(in(language, "consent to publication given again",
				"autorización de publicación dada de nuevo", "autorisation de publication redonnée"));
	}

	@ParameterizedTest
	@MethodSource("languages")
	void what_is_put_back_without_consent_is_said_to_be_still_hidden(Locale language) {
		stop.takeDown(pledge, StopKind.ERROR, seen(), "The wrong file", coordinator);
		stop.withdrawConsent(pledge, seen(), "", member);
		Person colleague = given.aColleagueOf(member, language);
		haveReadTheirMails(member, colleague);

		resume.putBack(pledge, seen(), "The file is the right one", coordinator);

		MimeMessage mail = theMailTo(colleague);
		assertThat(subject(mail))
			.contains(in(language, "still not public", "sigue sin ser público", "toujours pas public"));
		assertThat(text(mail)).contains("> The file is the right one")
			.contains(in(language, "your government has withdrawn its consent",
					"su gobierno ha retirado la autorización", "votre gouvernement a retiré son autorisation"));
	}

	@Test
	void a_report_from_which_it_was_taken_does_not_thank_for_it() {
		given.frozen(year);
		stop.withdrawConsent(pledge, seen(), "", member);
		haveReadTheirMails(member);

		placementMails.included(year, ReportPortion.WHOLE);

		assertThat(text(theMailTo(member))).contains("is not shown in it, because the pledge is no longer public")
			.doesNotContain(link("/pledges/" + pledge));
	}

	private String seen() {
		return publications.ofCoordinator(pledge, coordinator).orElseThrow().fingerprint();
	}

}
