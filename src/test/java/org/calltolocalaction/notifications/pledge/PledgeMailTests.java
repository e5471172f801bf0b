package org.calltolocalaction.notifications.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.notifications.Given.IOM;
import static org.calltolocalaction.notifications.Given.MMC;
import static org.calltolocalaction.notifications.Given.UCLG;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Locale;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.notifications.Given;
import org.calltolocalaction.notifications.MailTest;
import org.calltolocalaction.pledges.DecidePledge;
import org.calltolocalaction.pledges.DisagreementReason;
import org.calltolocalaction.pledges.Outcome;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.ResolveDisagreement;
import org.calltolocalaction.pledges.Revisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

class PledgeMailTests extends MailTest {

	private static final String TITLE = "A desk for newcomers, l’accueil & «más»";

	@Autowired
	private Revisions revisions;

	@Autowired
	private DecidePledge decide;

	@Autowired
	private ResolveDisagreement resolve;

	@ParameterizedTest
	@MethodSource("languages")
	void a_receipt_says_what_was_received_when_and_for_which_edition(Locale language) {
		EditionYear year = given.anOpenCall();
		Person member = given.aMember(language);
		PledgeReference reference = given.aSubmittedPledge(member, TITLE);

		pledgeMails.receipt(reference);

		MimeMessage mail = theMailTo(member);
		assertThat(subject(mail)).startsWith(reference.value());
		assertThat(text(mail)).contains("Lucía Fernández")
			.contains(reference.value(), TITLE, given.governmentOf(member).name(), year.toString())
			.contains("12:00:00", "(UTC)", "09:00:00", "UTC−3")
			.contains(in(language, "Submitted by: ", "Persona que lo presentó: ", "Soumis par\u00a0: ") + member.name())
			.contains(revisions.revision(reference, 1).receipt().sha256())
			.contains(link("/my/pledges/" + reference + "/receipt"), link("/my/pledges/" + reference) + "\n")
			.contains(in(language, "on time. It counts for the", "a tiempo. Cuenta para la edición",
					"à temps pour l’édition"))
			.contains(in(language, "1 October " + year, "1 de octubre de " + year, "1er octobre " + year))
			.contains("23:59:59")
			.contains(in(language, "anywhere on Earth, UTC−12", "en cualquier lugar de la Tierra, UTC−12",
					"partout sur Terre, UTC−12"))
			.contains(in(language, "122 days left", "quedan 122 días", "il reste 122 jours"))
			.contains(in(language, "the Mayors Mechanism", "del Mecanismo de Alcaldes", "du Mécanisme des maires"));
	}

	@ParameterizedTest
	@MethodSource("languages")
	void a_receipt_of_a_late_pledge_says_that_it_counts_for_the_next_edition_and_why(Locale language) {
		EditionYear year = given.anOpenCall();
		Person member = given.aMember(language);
		given.secondsAfterDeadline(year, 3601);
		PledgeReference reference = given.aSubmittedPledge(member, TITLE);

		pledgeMails.receipt(reference);

		assertThat(text(theMailTo(member))).contains(year.toString(), year.next().toString())
			.contains(in(language, "is not lost: it counts for the next edition, which is expected in " + year.next(),
					"No se pierde: cuenta para la próxima edición, prevista para " + year.next(),
					"n’est pas perdu\u00a0: il compte pour la prochaine édition, prévue en " + year.next()))
			.contains(in(language, "this deadline has passed", "plazo ya vencido", "délai déjà écoulé"));
	}

	@ParameterizedTest
	@MethodSource("languages")
	void a_receipt_of_a_pledge_in_grace_says_that_it_is_accepted_as_in_time(Locale language) {
		EditionYear year = given.anOpenCall();
		Person member = given.aMember(language);
		given.secondsAfterDeadline(year, 3600);
		PledgeReference reference = given.aSubmittedPledge(member, TITLE);

		pledgeMails.receipt(reference);

		assertThat(text(theMailTo(member))).contains(year.toString())
			.doesNotContain(year.next().toString())
			.contains(in(language, "counts as on time", "considera presentado a tiempo",
					"considéré comme soumis à temps"));
	}

	@Test
	void a_receipt_goes_to_every_member_in_their_own_language_and_zone() {
		given.anOpenCall();
		Person member = given.aMember(Languages.SPANISH);
		Person colleague = given.aColleagueOf(member, Languages.FRENCH);
		Person stranger = given.aMember(Languages.ENGLISH);
		haveReadTheirMails(member, colleague);
		PledgeReference reference = given.aSubmittedPledge(member, TITLE);

		pledgeMails.receipt(reference);

		assertThat(text(theMailTo(member))).contains("Buenos días, Lucía").contains("09:00:00");
		assertThat(text(theMailTo(colleague))).contains("Bonjour Camille")
			.contains("Dans le fuseau horaire de la personne qui a soumis l’engagement", "09:00:00")
			.contains("14:00:00", "UTC+2");
		assertThat(mailsTo(stranger)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("languages")
	void a_request_for_changes_quotes_every_partners_comment_under_the_partners_name(Locale language) {
		EditionYear year = given.anOpenCall();
		Person member = given.aMember(language);
		PledgeReference reference = givenChangesWereRequested(member);

		pledgeMails.changesRequested(reference);

		MimeMessage mail = theMailTo(member);
		assertThat(subject(mail)).startsWith(reference.value());
		assertThat(text(mail)).contains(TITLE, year.toString(), link("/my/pledges/" + reference))
			.contains(in(language, "Mayors Migration Council", "Consejo de Alcaldes sobre Migración",
					"Conseil des maires pour les migrations"))
			.contains("> How many people is it for?\n>\n> And by when?")
			.contains("> Well done.")
			.contains(in(language, "2 June " + year, "2 de junio de " + year, "2 juin " + year))
			.doesNotContain(Given.INTERNAL_NOTE, Given.CONTACT, "Robin Vidal");
	}

	@ParameterizedTest
	@MethodSource("languages")
	void a_reminder_of_changes_comes_once_a_day_at_most_and_only_while_they_are_waited_for(Locale language) {
		given.anOpenCall();
		Person member = given.aMember(language);
		PledgeReference reference = givenChangesWereRequested(member);

		pledgeMails.changesReminder(reference);
		pledgeMails.changesReminder(reference);

		MimeMessage mail = theMailTo(member);
		assertThat(subject(mail)).startsWith(reference.value());
		assertThat(text(mail)).contains(TITLE, "> How many people is it for?", link("/my/pledges/" + reference))
			.contains(in(language, "withdraw", "retirarlo", "retirer"));
		clock.advance(Duration.ofDays(14));
		pledgeMails.changesReminder(reference);
		assertThat(mailsTo(member)).hasSize(2);
		given.resubmitted(reference, member);
		clock.advance(Duration.ofDays(14));
		pledgeMails.changesReminder(reference);
		assertThat(mailsTo(member)).hasSize(2);
	}

	@ParameterizedTest
	@MethodSource("languages")
	void an_acceptance_says_which_edition_the_pledge_counts_for(Locale language) {
		EditionYear year = given.anOpenCall();
		Person member = given.aMember(language);
		PledgeReference reference = given.aSubmittedPledge(member, TITLE);
		decide.accept(reference);

		pledgeMails.accepted(reference);

		MimeMessage mail = theMailTo(member);
		assertThat(subject(mail)).startsWith(reference.value());
		assertThat(text(mail))
			.contains(TITLE,
					in(language, "Global Refugee Forum", "Foro Mundial sobre los Refugiados",
							"Forum mondial sur les réfugiés"),
					link("/my/pledges/" + reference))
			.contains(in(language, "counts for the " + year + " edition", "cuenta para la edición de " + year,
					"compte pour l’édition " + year));
	}

	@ParameterizedTest
	@MethodSource("languages")
	void a_decline_by_the_coordinators_gives_their_reason(Locale language) {
		given.anOpenCall();
		Person member = given.aMember(language);
		PledgeReference reference = given.aSubmittedPledge(member, TITLE);
		decide.referToCoordinators(reference, DisagreementReason.CONFLICTING);
		resolve.decide(reference, Outcome.DECLINED, "It is not about migration.", given.firstCoordinator());
		decide.decline(reference);

		pledgeMails.declined(reference);

		MimeMessage mail = theMailTo(member);
		assertThat(subject(mail)).startsWith(reference.value());
		assertThat(text(mail)).contains(TITLE, "> It is not about migration.", link("/my/pledges/" + reference))
			.contains(link("/my/pledges/new"))
			.contains(in(language, "will not be published", "no se publicará", "ne sera pas publié"));
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
		decide.referToCoordinators(reference, DisagreementReason.CONFLICTING);

		pledgeMails.decisionWaiting(reference);

		MimeMessage mail = theMailTo(coordinator);
		assertThat(subject(mail)).startsWith(reference.value());
		assertThat(text(mail)).contains(TITLE, link("/coordination/pledges/" + reference))
			.contains(in(language, "- UCLG: approve", "- CGLU: aprobar", "- CGLU\u00a0: approuver"))
			.contains(in(language, "- MMC: decline", "- MMC: no aceptar", "- MMC\u00a0: ne pas retenir"))
			.contains(in(language, "- IOM: no review", "- OIM: sin revisión", "- OIM\u00a0: pas d’examen"));
	}

	private PledgeReference givenChangesWereRequested(Person member) {
		Person mmc = given.aReviewer(MMC, Languages.ENGLISH);
		Person uclg = given.aReviewer(UCLG, Languages.ENGLISH);
		Person iom = given.aReviewer(IOM, Languages.ENGLISH);
		PledgeReference reference = given.aSubmittedPledge(member, TITLE);
		given.underReviewBy(reference, UCLG, MMC, IOM);
		given.reviewed(reference, mmc, "REQUEST_CHANGES", "How many people is it for?\n\nAnd by when?");
		given.reviewed(reference, uclg, "APPROVE", "Well done.");
		given.reviewed(reference, iom, "APPROVE", "");
		decide.requestChanges(reference);
		return reference;
	}

}
