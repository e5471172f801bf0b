package org.calltolocalaction.notifications.context;

import java.time.ZoneOffset;
import java.util.List;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.OneLine;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Component;

/**
 * Parts that mails of several kinds share: the facts of a pledge, without contact data;
 * the names of partners; and the reason why the reader gets the mail.
 */
@Component
public class MailParts {

	private final Vocabulary vocabulary;

	MailParts(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
	}

	/** What a partner calls itself in full, as governments know it. */
	public String partnerName(PartnerCode partner, MailText mail) {
		return vocabulary.label(Vocabulary.PARTNERS, partner.value(), mail.language());
	}

	/** What the desk's own people call a partner. */
	public String shortName(PartnerCode partner, MailText mail) {
		return vocabulary.shortLabel(Vocabulary.PARTNERS, partner.value(), mail.language());
	}

	/**
	 * Which pledge it is, whose, and in which version.
	 * @param reader as whom whoever gets the mail reads the pledge
	 */
	public void facts(MailText mail, MailContext context, Reader reader) {
		String country = vocabulary.label(Vocabulary.COUNTRIES, context.government().country(), mail.language());
		mail.fact("notifications.fact.reference", context.reference())
			.fact("notifications.fact.title", context.title(reader))
			.fact("notifications.fact.government",
					mail.say("notifications.government", context.government().name(), country))
			.fact("notifications.fact.version", context.version());
	}

	/** Until when a review is owed: the end of a working day in UTC. */
	public static void due(MailText mail, Review review) {
		mail.fact("notifications.fact.due", mail.times().limit(review.dueAt(), ZoneOffset.UTC));
	}

	/** Reviews that are owed, each with its due date. */
	public static void openReviews(MailText mail, List<OpenReview> open) {
		mail.list(open,
				review -> mail.item("notifications.openReviews.item", review.reference(), OneLine.title(review.title()),
						review.government(), mail.times().here(review.dueAt())),
				more -> mail.paragraph("notifications.openReviews.more", more));
	}

	/** Ends a mail to a member with where their pledge is on the desk. */
	public static MailText endToMember(MailText mail, MailContext context) {
		return mail.link("notifications.link.pledge", PledgeLinks.ofMembers(context.reference()))
			.signed(whyMember(mail, context.government()));
	}

	/** Members get mails as those who act for their government. */
	public static String whyMember(MailText mail, Government government) {
		return whyMember(mail, government.name());
	}

	/** The same of whoever knows no more of the government than its name. */
	public static String whyMember(MailText mail, String government) {
		return mail.say("notifications.why.member", government);
	}

	/**
	 * Which person a partner's mail is for is said by the partner, so that a shared
	 * mailbox knows too.
	 */
	public String whyReviewer(MailText mail, PartnerCode partner) {
		return mail.say("notifications.why.reviewer", shortName(partner, mail));
	}

	/** Coordinators get mails as those who run the desk. */
	public static String whyCoordinator(MailText mail) {
		return mail.say("notifications.why.coordinator");
	}

}
