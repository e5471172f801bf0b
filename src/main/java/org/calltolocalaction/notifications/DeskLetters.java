package org.calltolocalaction.notifications;

import java.time.ZoneOffset;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Component;

/** What reviewers and coordinators read about one pledge: enough to know what waits for them, and no contact data. */
@Component
class DeskLetters {

	private final Letters letters;

	private final People people;

	private final Vocabulary vocabulary;

	DeskLetters(Letters letters, People people, Vocabulary vocabulary) {
		this.letters = letters;
		this.people = people;
		this.vocabulary = vocabulary;
	}

	Letter reviewWaiting(Dossier dossier, Review review, Person reviewer) {
		Letter letter = letters.to(reviewer);
		letter.subject("notifications.reviewWaiting.subject", dossier.reference())
			.paragraph("notifications.reviewWaiting.text", shortName(review.partner(), letter));
		facts(letter, dossier);
		due(letter, review);
		if (dossier.version() > 1) {
			letter.paragraph(dossier.pledge().round() > 1 ? "notifications.reviewWaiting.again"
					: "notifications.reviewWaiting.revived", dossier.version());
		}
		return letter.paragraph("notifications.reviewWaiting.next")
			.link("notifications.link.review", "/reviews/" + dossier.reference())
			.signed(whyReviewer(letter, review.partner()));
	}

	Letter reviewOverdue(Dossier dossier, Review review, Person reviewer) {
		Letter letter = letters.to(reviewer);
		letter.subject("notifications.reviewOverdue.subject", dossier.reference())
			.paragraph("notifications.reviewOverdue.text", shortName(review.partner(), letter));
		facts(letter, dossier);
		due(letter, review);
		return letter.paragraph(takenKey(review, reviewer), holder(review))
			.paragraph("notifications.reviewOverdue.next")
			.link("notifications.link.review", "/reviews/" + dossier.reference())
			.signed(whyReviewer(letter, review.partner()));
	}

	Letter reviewEscalated(Dossier dossier, Person coordinator) {
		Letter letter = letters.to(coordinator)
			.subject("notifications.reviewEscalated.subject", dossier.reference())
			.paragraph("notifications.reviewEscalated.text");
		facts(letter, dossier);
		letter.paragraph("notifications.reviewEscalated.open");
		dossier.open()
			.forEach(review -> letter.item("notifications.reviewEscalated.item", shortName(review.partner(), letter),
					letter.clock().here(review.dueAt())));
		return letter.paragraph("notifications.reviewEscalated.next")
			.link("notifications.link.pledge", coordination(dossier))
			.signed(whyCoordinator(letter));
	}

	Letter decisionWaiting(Dossier dossier, Person coordinator) {
		Letter letter = letters.to(coordinator)
			.subject("notifications.decisionWaiting.subject", dossier.reference())
			.paragraph("notifications.decisionWaiting.text");
		facts(letter, dossier);
		letter.paragraph("notifications.decisionWaiting.reviews");
		dossier.latestOfEachPartner()
			.forEach(review -> letter.item("notifications.decisionWaiting.item", shortName(review.partner(), letter),
					letter.wording().say(recommendationKey(review)), review.revision()));
		return letter.paragraph("notifications.decisionWaiting.next")
			.link("notifications.link.pledge", coordination(dossier))
			.signed(whyCoordinator(letter));
	}

	/** Which person a partner's mail is for is said by the partner, so that a shared mailbox knows too. */
	String whyReviewer(Letter letter, PartnerCode partner) {
		return letter.wording().say("notifications.why.reviewer", shortName(partner, letter));
	}

	String shortName(PartnerCode partner, Letter letter) {
		return vocabulary.shortLabel(Vocabulary.PARTNERS, partner.value(), letter.language());
	}

	private static String whyCoordinator(Letter letter) {
		return letter.wording().say("notifications.why.coordinator");
	}

	private void facts(Letter letter, Dossier dossier) {
		String country = vocabulary.label(Vocabulary.COUNTRIES, dossier.government().country(), letter.language());
		letter.fact("notifications.fact.reference", dossier.reference())
			.fact("notifications.fact.title", dossier.title())
			.fact("notifications.fact.government",
					letter.wording().say("notifications.government", dossier.government().name(), country))
			.fact("notifications.fact.version", dossier.version());
	}

	// Reviews are due at the end of a working day in UTC.
	private static void due(Letter letter, Review review) {
		letter.fact("notifications.fact.due", letter.clock().limit(review.dueAt(), ZoneOffset.UTC));
	}

	private String holder(Review review) {
		return review.takenBy().flatMap(people::find).map(Person::name).orElse("");
	}

	private static String takenKey(Review review, Person reader) {
		if (review.takenBy().isEmpty()) {
			return "notifications.reviewOverdue.free";
		}
		return review.takenBy().filter(reader.id()::equals).isPresent() ? "notifications.reviewOverdue.yours"
				: "notifications.reviewOverdue.taken";
	}

	private static String recommendationKey(Review review) {
		return review.recommendation().map(recommendation -> switch (recommendation) {
			case APPROVE -> "notifications.recommendation.approve";
			case REQUEST_CHANGES -> "notifications.recommendation.changes";
			case DECLINE -> "notifications.recommendation.decline";
		}).orElse("notifications.recommendation.missing");
	}

	private static String coordination(Dossier dossier) {
		return "/coordination/pledges/" + dossier.reference();
	}

}
