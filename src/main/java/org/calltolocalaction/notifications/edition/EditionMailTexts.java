package org.calltolocalaction.notifications.edition;

import java.time.Clock;
import java.util.List;
import org.calltolocalaction.editions.DeadlineMoved;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionsChanged;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.context.MailParts;
import org.calltolocalaction.notifications.context.OpenReview;
import org.calltolocalaction.notifications.context.PledgeLinks;
import org.calltolocalaction.notifications.edition.WaitingPledges.OfGovernment;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.calltolocalaction.notifications.text.OneLine;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Component;

/**
 * What people read about an edition: one mail that lists whatever waits for them, not one
 * for each pledge.
 */
@Component
class EditionMailTexts {

	private final MailTexts texts;

	private final MailParts parts;

	private final Clock clock;

	EditionMailTexts(MailTexts texts, MailParts parts, Clock clock) {
		this.texts = texts;
		this.parts = parts;
		this.clock = clock;
	}

	/**
	 * @param waiting drafts, pledges that are to be changed, and revived ones
	 */
	MailText deadlineReminder(Edition edition, OfGovernment waiting, Person member) {
		MailText mail = texts.to(member);
		mail.subject("notifications.deadlineReminder.subject", edition.year(), daysLeft(mail, edition))
			.paragraph("notifications.deadlineReminder.text", edition.year(),
					mail.times().deadline(edition.deadline()));
		if (edition.deadline().anywhereOnEarth()) {
			mail.paragraph("editions.deadline.anywhere");
		}
		ExtensionMailTexts.moreTime(mail, waiting.extensions());
		List<Pledge> drafts = in(PledgeState.DRAFT, waiting);
		if (!drafts.isEmpty()) {
			mail.paragraph("notifications.deadlineReminder.drafts", waiting.government().name());
			list(mail, drafts);
			mail.paragraph("notifications.deadlineReminder.late");
		}
		List<Pledge> toChange = in(PledgeState.CHANGES_REQUESTED, waiting);
		if (!toChange.isEmpty()) {
			mail.paragraph("notifications.deadlineReminder.changes", edition.year(),
					mail.times().day(edition.contentsPlanned()));
			list(mail, toChange);
		}
		List<Pledge> revived = in(PledgeState.REVIVED, waiting);
		if (!revived.isEmpty()) {
			mail.paragraph("notifications.deadlineReminder.revived", edition.year(),
					mail.times().day(edition.contentsPlanned()));
			list(mail, revived);
		}
		return mail.link("notifications.link.pledges", "/my").signed(MailParts.whyMember(mail, waiting.government()));
	}

	MailText deadlineMoved(DeadlineMoved moved, OfGovernment drafts, Person member) {
		MailText mail = texts.to(member);
		mail.subject("notifications.deadlineMoved.subject", moved.year())
			.paragraph("notifications.deadlineMoved.text", moved.year())
			.fact("notifications.fact.deadline.until-now", mail.times().deadline(moved.from()))
			.fact("notifications.fact.deadline.now", mail.times().deadline(moved.to()))
			.paragraph("notifications.deadlineMoved.drafts", drafts.government().name(), drafts.pledges().size());
		list(mail, drafts.pledges().stream().limit(MailText.LISTED_AT_MOST).toList());
		ExtensionMailTexts.moreTime(mail, drafts.extensions());
		return mail.paragraph("notifications.deadlineMoved.kept")
			.link("notifications.link.pledges", "/my")
			.signed(MailParts.whyMember(mail, drafts.government()));
	}

	MailText openingTakenBack(EditionsChanged changed, Person reader) {
		MailText mail = texts.to(reader);
		return mail.subject("notifications.openingTakenBack.subject", changed.year())
			.paragraph("notifications.openingTakenBack.text", changed.year())
			.paragraph("notifications.openingTakenBack.next", changed.after().expected())
			.signed(mail.say("notifications.why.reminded"));
	}

	MailText openReviews(Edition edition, PartnerCode partner, List<OpenReview> open, Person reviewer) {
		MailText mail = texts.to(reviewer);
		mail.subject("notifications.openReviews.subject", edition.year(), open.size(), parts.shortName(partner, mail))
			.paragraph("notifications.openReviews.text", edition.year(), mail.times().deadline(edition.deadline()));
		return reviews(mail, partner, open);
	}

	MailText outstandingReviews(Edition edition, PartnerCode partner, List<OpenReview> open, Person reviewer) {
		MailText mail = texts.to(reviewer);
		mail.subject("notifications.outstandingReviews.subject", edition.year(), open.size(),
				parts.shortName(partner, mail))
			.paragraph("notifications.outstandingReviews.text", edition.year(),
					mail.times().deadline(edition.deadline()), mail.times().day(edition.reviewCutOff()));
		return reviews(mail, partner, open);
	}

	private MailText reviews(MailText mail, PartnerCode partner, List<OpenReview> open) {
		mail.paragraph("notifications.openReviews.list", open.size(), overdue(open), parts.shortName(partner, mail));
		MailParts.openReviews(mail, open);
		return mail.link("notifications.link.reviews", "/reviews").signed(parts.whyReviewer(mail, partner));
	}

	private static List<Pledge> in(PledgeState state, OfGovernment waiting) {
		return waiting.pledges().stream().filter(pledge -> pledge.state() == state).toList();
	}

	private static void list(MailText mail, List<Pledge> pledges) {
		for (Pledge pledge : pledges) {
			String typed = OneLine.title(pledge.content().title());
			String title = typed.isEmpty() ? mail.say("notifications.untitled") : typed;
			mail.item("notifications.deadlineReminder.item", pledge.reference(), title,
					mail.address(PledgeLinks.ofMembers(pledge.reference())));
		}
	}

	private long overdue(List<OpenReview> open) {
		return open.stream().filter(review -> !review.dueAt().isAfter(clock.instant())).count();
	}

	private static long daysLeft(MailText mail, Edition edition) {
		return mail.times().daysLeft(edition.deadline().zoned());
	}

}
