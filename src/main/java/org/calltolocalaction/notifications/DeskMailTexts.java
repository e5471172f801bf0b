package org.calltolocalaction.notifications;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Component;

/**
 * What reviewers and coordinators read about one pledge: enough to know what waits for
 * them, and no contact data.
 */
@Component
class DeskMailTexts {

	private final MailTexts letters;

	private final CallPolicy calls;

	private final Placements places;

	private final Vocabulary vocabulary;

	DeskMailTexts(MailTexts letters, CallPolicy calls, Placements places, Vocabulary vocabulary) {
		this.letters = letters;
		this.calls = calls;
		this.places = places;
		this.vocabulary = vocabulary;
	}

	MailText reviewWaiting(MailContext dossier, Review review, Person reviewer) {
		MailText letter = letters.to(reviewer);
		letter
			.subject("notifications.reviewWaiting.subject", dossier.reference(), letter.clock().day(review.dueAt()),
					dossier.government().name())
			.paragraph("notifications.reviewWaiting.text", shortName(review.partner(), letter));
		facts(letter, dossier, Reader.PARTNER);
		due(letter, review);
		if (dossier.version() > 1) {
			letter.paragraph(dossier.pledge().round() > 1 ? "notifications.reviewWaiting.again"
					: "notifications.reviewWaiting.revived", dossier.version());
		}
		return letter.paragraph("notifications.reviewWaiting.next")
			.link("notifications.link.review", "/reviews/" + dossier.reference())
			.signed(whyReviewer(letter, review.partner()));
	}

	MailText decisionWaiting(MailContext dossier, Person coordinator) {
		MailText letter = letters.to(coordinator)
			.subject("notifications.decisionWaiting.subject", dossier.reference())
			.paragraph("notifications.decisionWaiting.text");
		facts(letter, dossier, Reader.COORDINATOR);
		letter.paragraph("notifications.decisionWaiting.reviews");
		dossier.latestOfEachPartner()
			.forEach(review -> letter.item("notifications.decisionWaiting.item", shortName(review.partner(), letter),
					answer(review, letter), review.revision()));
		return letter.paragraph("notifications.decisionWaiting.next", letter.clock().day(contentsPlanned(dossier)))
			.link("notifications.link.pledge", coordination(dossier))
			.signed(whyCoordinator(letter));
	}

	private LocalDate contentsPlanned(MailContext dossier) {
		return calls.edition(places.countsFor(dossier.pledge())).contentsPlanned();
	}

	/**
	 * Which person a partner's mail is for is said by the partner, so that a shared
	 * mailbox knows too.
	 */
	String whyReviewer(MailText letter, PartnerCode partner) {
		return letter.wording().say("notifications.why.reviewer", shortName(partner, letter));
	}

	String shortName(PartnerCode partner, MailText letter) {
		return vocabulary.shortLabel(Vocabulary.PARTNERS, partner.value(), letter.language());
	}

	static String whyCoordinator(MailText letter) {
		return letter.wording().say("notifications.why.coordinator");
	}

	/**
	 * @param reader as whom whoever gets the letter reads the pledge
	 */
	void facts(MailText letter, MailContext dossier, Reader reader) {
		String country = vocabulary.label(Vocabulary.COUNTRIES, dossier.government().country(), letter.language());
		letter.fact("notifications.fact.reference", dossier.reference())
			.fact("notifications.fact.title", dossier.title(reader))
			.fact("notifications.fact.government",
					letter.wording().say("notifications.government", dossier.government().name(), country))
			.fact("notifications.fact.version", dossier.version());
	}

	// Reviews are due at the end of a working day in UTC.
	static void due(MailText letter, Review review) {
		letter.fact("notifications.fact.due", letter.clock().limit(review.dueAt(), ZoneOffset.UTC));
	}

	private static String answer(Review review, MailText letter) {
		return review.missedAt()
			.map(missed -> letter.wording().say("notifications.recommendation.missed", letter.clock().day(missed)))
			.orElseGet(() -> letter.wording().say(recommendationKey(review)));
	}

	private static String recommendationKey(Review review) {
		return review.recommendation().map(recommendation -> switch (recommendation) {
			case APPROVE -> "notifications.recommendation.approve";
			case REQUEST_CHANGES -> "notifications.recommendation.changes";
			case DECLINE -> "notifications.recommendation.decline";
		}).orElse("notifications.recommendation.missing");
	}

	static String coordination(MailContext dossier) {
		return "/coordination/pledges/" + dossier.reference();
	}

}
