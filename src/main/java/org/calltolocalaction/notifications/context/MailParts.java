package org.calltolocalaction.notifications.context;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.calltolocalaction.pledges.placement.Placements;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Component;

/**
 * What reviewers and coordinators read about one pledge: enough to know what waits for
 * them, and no contact data.
 */
@Component
public class MailParts {

	private final MailTexts texts;

	private final CallPolicy callPolicy;

	private final Placements placements;

	private final Vocabulary vocabulary;

	MailParts(MailTexts texts, CallPolicy callPolicy, Placements placements, Vocabulary vocabulary) {
		this.texts = texts;
		this.callPolicy = callPolicy;
		this.placements = placements;
		this.vocabulary = vocabulary;
	}

	public MailText reviewWaiting(MailContext context, Review review, Person reviewer) {
		MailText mail = texts.to(reviewer);
		mail.subject("notifications.reviewWaiting.subject", context.reference(), mail.times().day(review.dueAt()),
				context.government().name())
			.paragraph("notifications.reviewWaiting.text", shortName(review.partner(), mail));
		facts(mail, context, Reader.PARTNER);
		due(mail, review);
		if (context.version() > 1) {
			mail.paragraph(context.pledge().round() > 1 ? "notifications.reviewWaiting.again"
					: "notifications.reviewWaiting.revived", context.version());
		}
		return mail.paragraph("notifications.reviewWaiting.next")
			.link("notifications.link.review", "/reviews/" + context.reference())
			.signed(whyReviewer(mail, review.partner()));
	}

	public MailText decisionWaiting(MailContext context, Person coordinator) {
		MailText mail = texts.to(coordinator)
			.subject("notifications.decisionWaiting.subject", context.reference())
			.paragraph("notifications.decisionWaiting.text");
		facts(mail, context, Reader.COORDINATOR);
		mail.paragraph("notifications.decisionWaiting.reviews");
		context.latestOfEachPartner()
			.forEach(review -> mail.item("notifications.decisionWaiting.item", shortName(review.partner(), mail),
					answer(review, mail), review.revision()));
		return mail.paragraph("notifications.decisionWaiting.next", mail.times().day(contentsPlanned(context)))
			.link("notifications.link.pledge", coordination(context))
			.signed(whyCoordinator(mail));
	}

	private LocalDate contentsPlanned(MailContext context) {
		return callPolicy.edition(placements.countsFor(context.pledge())).contentsPlanned();
	}

	/**
	 * Which person a partner's mail is for is said by the partner, so that a shared
	 * mailbox knows too.
	 */
	public String whyReviewer(MailText mail, PartnerCode partner) {
		return mail.messages().say("notifications.why.reviewer", shortName(partner, mail));
	}

	public String shortName(PartnerCode partner, MailText mail) {
		return vocabulary.shortLabel(Vocabulary.PARTNERS, partner.value(), mail.language());
	}

	public static String whyCoordinator(MailText mail) {
		return mail.messages().say("notifications.why.coordinator");
	}

	/**
	 * @param reader as whom whoever gets the letter reads the pledge
	 */
	public void facts(MailText mail, MailContext context, Reader reader) {
		String country = vocabulary.label(Vocabulary.COUNTRIES, context.government().country(), mail.language());
		mail.fact("notifications.fact.reference", context.reference())
			.fact("notifications.fact.title", context.title(reader))
			.fact("notifications.fact.government",
					mail.messages().say("notifications.government", context.government().name(), country))
			.fact("notifications.fact.version", context.version());
	}

	// Reviews are due at the end of a working day in UTC.
	public static void due(MailText mail, Review review) {
		mail.fact("notifications.fact.due", mail.times().limit(review.dueAt(), ZoneOffset.UTC));
	}

	private static String answer(Review review, MailText mail) {
		return review.missedAt()
			.map(missed -> mail.messages().say("notifications.recommendation.missed", mail.times().day(missed)))
			.orElseGet(() -> mail.messages().say(recommendationKey(review)));
	}

	private static String recommendationKey(Review review) {
		return review.recommendation().map(recommendation -> switch (recommendation) {
			case APPROVE -> "notifications.recommendation.approve";
			case REQUEST_CHANGES -> "notifications.recommendation.changes";
			case DECLINE -> "notifications.recommendation.decline";
		}).orElse("notifications.recommendation.missing");
	}

	public static String coordination(MailContext context) {
		return "/coordination/pledges/" + context.reference();
	}

}
