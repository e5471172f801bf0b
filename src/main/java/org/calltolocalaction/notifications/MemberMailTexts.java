package org.calltolocalaction.notifications;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.AnswerComment;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Receipt;
import org.calltolocalaction.reports.ReportEntry;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.ReviewDates;
import org.calltolocalaction.reviews.ReviewForGovernment;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Component;

/**
 * What the members of a government read about their pledge. Of the reviews they are told
 * the comments that are meant for them, under the partner's name: never an internal note,
 * never who reviewed.
 */
@Component
class MemberMailTexts {

	private final MailTexts letters;

	private final CallPolicy calls;

	private final Placements places;

	private final ReviewDates dates;

	private final PledgeForm form;

	private final ReviewForGovernment words;

	private final Vocabulary vocabulary;

	MemberMailTexts(MailTexts letters, CallPolicy calls, Placements places, ReviewDates dates, PledgeForm form,
			ReviewForGovernment words, Vocabulary vocabulary) {
		this.letters = letters;
		this.calls = calls;
		this.places = places;
		this.dates = dates;
		this.form = form;
		this.words = words;
		this.vocabulary = vocabulary;
	}

	MailText receipt(MailContext dossier, Person member) {
		Receipt receipt = dossier.revision().receipt();
		MailText letter = letters.to(member)
			.subject("notifications.receipt.subject", dossier.reference(), dossier.version());
		letter.paragraph("notifications.receipt.text", dossier.version(), dossier.title(), dossier.government().name());
		letter.fact("notifications.fact.reference", receipt.reference())
			.fact("notifications.fact.title", dossier.title())
			.fact("notifications.fact.version", receipt.revision())
			.fact("notifications.fact.submitted", letter.clock().in(ZoneOffset.UTC, receipt.submittedAt()));
		if (!sameClock(receipt, receipt.memberZone(), member.zone())) {
			letter.fact("notifications.fact.submitted.member",
					letter.clock().in(receipt.memberZone(), receipt.submittedAt()));
		}
		letter.fact("notifications.fact.submitted.here", letter.clock().here(receipt.submittedAt()))
			.fact("notifications.fact.edition", edition(letter, receipt.countsFor()))
			.fact("notifications.fact.sha256", receipt.sha256());
		timeliness(letter, dossier, receipt);
		return letter.paragraph("notifications.receipt.kept")
			.link("notifications.link.receipt", mine(dossier) + "/receipt")
			.paragraph("notifications.receipt.next")
			.link("notifications.link.pledge", mine(dossier))
			.signed(why(letter, dossier));
	}

	MailText changesRequested(MailContext dossier, Person member) {
		MailText letter = letters.to(member)
			.subject("notifications.changes.subject", dossier.reference())
			.paragraph("notifications.changes.text", dossier.version(), dossier.title());
		askedBy(letter, dossier);
		comments(letter, dossier);
		keepsItsPlace(letter, dossier);
		return letter.paragraph("notifications.changes.next")
			.link("notifications.link.pledge", mine(dossier))
			.signed(why(letter, dossier));
	}

	MailText changesReminder(MailContext dossier, Person member) {
		MailText letter = letters.to(member)
			.subject("notifications.changesReminder.subject", dossier.reference())
			.paragraph("notifications.changesReminder.text", dossier.version(), dossier.title());
		askedBy(letter, dossier);
		comments(letter, dossier);
		keepsItsPlace(letter, dossier);
		return letter.paragraph("notifications.changesReminder.next")
			.link("notifications.link.pledge", mine(dossier))
			.signed(why(letter, dossier));
	}

	/**
	 * @param reviver the name of the member who took it up again
	 */
	MailText revived(MailContext dossier, String reviver, Person member) {
		MailText letter = letters.to(member).subject("notifications.revived.subject", dossier.reference());
		letter.paragraph("notifications.revived.text", reviver, dossier.title(), dossier.government().name());
		askedBy(letter, dossier);
		Placement place = places.countsFor(dossier.pledge());
		return letter
			.paragraph(place.text("notifications.revived.kept"),
					letter.clock().here(dossier.pledge().firstSubmittedAt().orElseThrow()), place.year())
			.paragraph("notifications.revived.next")
			.link("notifications.link.pledge", mine(dossier))
			.signed(why(letter, dossier));
	}

	MailText accepted(MailContext dossier, Person member) {
		Placement place = places.countsFor(dossier.pledge());
		MailText letter = letters.to(member)
			.subject("notifications.accepted.subject", dossier.reference())
			.paragraph("notifications.accepted.text", dossier.version(), dossier.title())
			.paragraph(place.text("notifications.accepted.edition"), place.year());
		place.edition().map(calls::edition).ifPresent(edition -> forum(letter, edition));
		comments(letter, dossier);
		return letter.paragraph("notifications.accepted.next")
			.link("notifications.link.pledge", mine(dossier))
			.signed(why(letter, dossier));
	}

	MailText declined(MailContext dossier, Person member) {
		MailText letter = letters.to(member)
			.subject("notifications.declined.subject", dossier.reference())
			.paragraph("notifications.declined.text", dossier.version(), dossier.title());
		comments(letter, dossier);
		return letter.paragraph("notifications.declined.kept")
			.link("notifications.link.pledge", mine(dossier))
			.paragraph("notifications.declined.next")
			.link("notifications.link.newPledge", "/my/pledges/new")
			.signed(why(letter, dossier));
	}

	/**
	 * @param year the edition whose report was closed without it
	 */
	MailText leftOut(MailContext dossier, EditionYear year, Person member) {
		MailText letter = letters.to(member)
			.subject("notifications.leftOut.subject", dossier.reference(), year)
			.paragraph(dossier.pledge().state() == PledgeState.REVIVED ? "notifications.leftOut.restored"
					: "notifications.leftOut.changes", dossier.title(), year);
		return letter.paragraph("notifications.leftOut.next")
			.paragraph("notifications.carriedOver.kept")
			.link("notifications.link.pledge", mine(dossier))
			.signed(why(letter, dossier));
	}

	/**
	 * @param entry how the pledge stands in the frozen report, which is what was
	 * published
	 */
	MailText included(MailContext dossier, ReportEntry entry, EditionYear year, Person member) {
		MailText letter = letters.to(member)
			.subject("notifications.included.subject", dossier.reference(), year)
			.paragraph(entry.published() ? "notifications.included.published" : "notifications.included.notPublished",
					year, dossier.title(), entry.governmentName());
		forum(letter, calls.edition(year));
		return letter.link("notifications.link.report", "/reports/" + year)
			.link("notifications.link.pledge", entry.published() ? "/pledges/" + dossier.reference() : mine(dossier))
			.paragraph("notifications.included.next")
			.signed(why(letter, dossier));
	}

	/**
	 * Says what the receipt said when it was made: it does not change when a deadline
	 * moves later.
	 */
	private void timeliness(MailText letter, MailContext dossier, Receipt receipt) {
		Placement counts = receipt.countsFor();
		dossier.pledge().call().map(calls::edition).ifPresentOrElse(call -> {
			String key = switch (receipt.timeliness()) {
				case LATE, BEFORE_CALL -> counts.text("notifications.receipt.late");
				case IN_GRACE -> counts.is(call.year()) ? "notifications.receipt.inGrace"
						: counts.text("notifications.receipt.frozen");
				case IN_TIME -> counts.is(call.year()) ? "notifications.receipt.inTime"
						: counts.text("notifications.receipt.frozen");
			};
			letter.paragraph(key, call.year(), counts.year(), letter.clock().deadline(call.deadline()));
		}, () -> letter.paragraph(counts.text("notifications.receipt.beforeCall"), counts.year()));
		if (receipt.revision() > 1) {
			letter.paragraph("notifications.receipt.first",
					letter.clock().here(dossier.pledge().firstSubmittedAt().orElseThrow()));
		}
	}

	/** The edition's year, or that it is the next. */
	private static String edition(MailText letter, Placement place) {
		return place.known() ? place.year().toString()
				: letter.wording().say("notifications.edition.next", place.year());
	}

	private void keepsItsPlace(MailText letter, MailContext dossier) {
		Placement place = places.countsFor(dossier.pledge());
		letter.paragraph(place.text("notifications.changes.kept"),
				letter.clock().here(dossier.pledge().firstSubmittedAt().orElseThrow()), place.year());
	}

	/**
	 * Asks for a new version by the day until which it can still be reviewed at leisure;
	 * else at once.
	 */
	private void askedBy(MailText letter, MailContext dossier) {
		Placement place = places.countsFor(dossier.pledge());
		dates.lastDayToResubmit(dossier.reference())
			.ifPresentOrElse(
					day -> letter.paragraph(place.text("notifications.resubmit.by"), letter.clock().day(day),
							place.year()),
					() -> letter.paragraph(place.text("notifications.resubmit.now"), place.year()));
	}

	private static void forum(MailText letter, Edition edition) {
		if (edition.forum().known()) {
			letter.paragraph(
					edition.publishedAt().isPresent() ? "notifications.forum.published" : "notifications.forum",
					edition.year(), edition.forum().in(letter.language()));
		}
	}

	private void comments(MailText letter, MailContext dossier) {
		dossier.reviews().stream().filter(Review::completed).forEach(review -> comments(letter, dossier, review));
		if (!dossier.pledge().decisionNote().isBlank()) {
			letter.quote(letter.wording().say("notifications.comment.coordinators"), dossier.pledge().decisionNote());
		}
	}

	private void comments(MailText letter, MailContext dossier, Review review) {
		String partner = name(review, letter);
		String comments = words.comment(review);
		if (!comments.isBlank()) {
			letter.quote(letter.wording().say("notifications.comment.partner", partner), comments);
		}
		for (AnswerComment comment : words.onAnswers(review)) {
			String answer = form.nameOf(comment.path(), dossier.revision().answers(), letter.language());
			letter.quote(letter.wording().say("notifications.comment.answer", partner, answer), comment.text());
		}
	}

	private String name(Review review, MailText letter) {
		return vocabulary.label(Vocabulary.PARTNERS, review.partner().value(), letter.language());
	}

	private static boolean sameClock(Receipt receipt, ZoneId one, ZoneId other) {
		Instant then = receipt.submittedAt();
		return one.getRules().getOffset(then).equals(other.getRules().getOffset(then));
	}

	static String mine(MailContext dossier) {
		return "/my/pledges/" + dossier.reference();
	}

	static String why(MailText letter, MailContext dossier) {
		return letter.wording().say("notifications.why.member", dossier.government().name());
	}

}
