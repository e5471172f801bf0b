package org.calltolocalaction.notifications;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.calltolocalaction.editions.DeadlineMoved;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionsChanged;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.identity.Person;
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

	/** A title in a list; a draft's may be as long as its author likes. */
	static final int LONGEST_TITLE = 100;

	private static final int LISTED_AT_MOST = 20;

	private final MailTexts letters;

	private final DeskMailTexts desk;

	private final Clock clock;

	EditionMailTexts(MailTexts letters, DeskMailTexts desk, Clock clock) {
		this.letters = letters;
		this.desk = desk;
		this.clock = clock;
	}

	/**
	 * @param waiting drafts, pledges that are to be changed, and revived ones
	 */
	MailText deadlineReminder(Edition edition, Government government, List<Pledge> waiting, Person member) {
		MailText letter = letters.to(member);
		letter.subject("notifications.deadlineReminder.subject", edition.year(), daysLeft(letter, edition))
			.paragraph("notifications.deadlineReminder.text", edition.year(),
					letter.clock().deadline(edition.deadline()));
		if (edition.deadline().anywhereOnEarth()) {
			letter.paragraph("editions.deadline.anywhere");
		}
		List<Pledge> drafts = in(PledgeState.DRAFT, waiting);
		if (!drafts.isEmpty()) {
			letter.paragraph("notifications.deadlineReminder.drafts", government.name());
			list(letter, drafts);
			letter.paragraph("notifications.deadlineReminder.late");
		}
		List<Pledge> toChange = in(PledgeState.CHANGES_REQUESTED, waiting);
		if (!toChange.isEmpty()) {
			letter.paragraph("notifications.deadlineReminder.changes", edition.year());
			list(letter, toChange);
		}
		List<Pledge> revived = in(PledgeState.REVIVED, waiting);
		if (!revived.isEmpty()) {
			letter.paragraph("notifications.deadlineReminder.revived", edition.year());
			list(letter, revived);
		}
		return letter.link("notifications.link.pledges", "/my")
			.signed(letter.wording().say("notifications.why.member", government.name()));
	}

	/**
	 * @param drafts of this government, the earliest begun first
	 */
	MailText deadlineMoved(DeadlineMoved moved, Government government, List<Pledge> drafts, Person member) {
		MailText letter = letters.to(member);
		letter.subject("notifications.deadlineMoved.subject", moved.year())
			.paragraph("notifications.deadlineMoved.text", moved.year())
			.fact("notifications.fact.deadline.until-now", letter.clock().deadline(moved.from()))
			.fact("notifications.fact.deadline.now", letter.clock().deadline(moved.to()))
			.paragraph("notifications.deadlineMoved.drafts", government.name(), drafts.size());
		list(letter, drafts.stream().sorted(Comparator.comparing(Pledge::reference)).limit(LISTED_AT_MOST).toList());
		return letter.paragraph("notifications.deadlineMoved.kept")
			.link("notifications.link.pledges", "/my")
			.signed(letter.wording().say("notifications.why.member", government.name()));
	}

	MailText openingTakenBack(EditionsChanged changed, Person reader) {
		MailText letter = letters.to(reader);
		return letter.subject("notifications.openingTakenBack.subject", changed.year())
			.paragraph("notifications.openingTakenBack.text", changed.year())
			.paragraph("notifications.openingTakenBack.next", changed.after().expected())
			.signed(letter.wording().say("notifications.why.reminded"));
	}

	MailText openReviews(Edition edition, PartnerCode partner, List<OpenReview> open, Person reviewer) {
		MailText letter = letters.to(reviewer);
		letter
			.subject("notifications.openReviews.subject", edition.year(), open.size(), desk.shortName(partner, letter))
			.paragraph("notifications.openReviews.text", edition.year(), letter.clock().deadline(edition.deadline()));
		return reviews(letter, partner, open);
	}

	MailText outstandingReviews(Edition edition, PartnerCode partner, List<OpenReview> open, Person reviewer) {
		MailText letter = letters.to(reviewer);
		letter
			.subject("notifications.outstandingReviews.subject", edition.year(), open.size(),
					desk.shortName(partner, letter))
			.paragraph("notifications.outstandingReviews.text", edition.year(),
					letter.clock().deadline(edition.deadline()), letter.clock().day(edition.reviewCutOff()));
		return reviews(letter, partner, open);
	}

	private MailText reviews(MailText letter, PartnerCode partner, List<OpenReview> open) {
		letter.paragraph("notifications.openReviews.list", open.size(), overdue(open), desk.shortName(partner, letter));
		open.stream()
			.limit(LISTED_AT_MOST)
			.forEach(review -> letter.item("notifications.openReviews.item", review.reference(),
					OneLine.of(review.title(), LONGEST_TITLE), review.government(),
					letter.clock().here(review.dueAt())));
		if (open.size() > LISTED_AT_MOST) {
			letter.paragraph("notifications.openReviews.more", open.size() - LISTED_AT_MOST);
		}
		return letter.link("notifications.link.reviews", "/reviews").signed(desk.whyReviewer(letter, partner));
	}

	private static List<Pledge> in(PledgeState state, List<Pledge> waiting) {
		return waiting.stream().filter(pledge -> pledge.state() == state).toList();
	}

	private static void list(MailText letter, List<Pledge> pledges) {
		for (Pledge pledge : pledges) {
			String typed = OneLine.of(pledge.answers().text("title"), LONGEST_TITLE);
			String title = typed.isEmpty() ? letter.wording().say("notifications.untitled") : typed;
			letter.item("notifications.deadlineReminder.item", pledge.reference(), title,
					letter.address("/my/pledges/" + pledge.reference()));
		}
	}

	private long overdue(List<OpenReview> open) {
		return open.stream().filter(review -> !review.dueAt().isAfter(clock.instant())).count();
	}

	private static long daysLeft(MailText letter, Edition edition) {
		return letter.clock().daysLeft(edition.deadline().zoned());
	}

}
