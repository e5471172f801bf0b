package org.calltolocalaction.notifications;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.calltolocalaction.editions.Calls;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.AnswerComment;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgePlaces;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Receipt;
import org.calltolocalaction.reports.Inclusion;
import org.calltolocalaction.reports.ReportEntry;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.ReviewDates;
import org.calltolocalaction.reviews.WordsToTheCity;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Component;

/**
 * What the members of a government read about their pledge. Of the reviews they are told the comments that are meant
 * for them, under the partner's name: never an internal note, never who reviewed.
 */
@Component
class MemberLetters {

	private final Letters letters;

	private final Calls calls;

	private final PledgePlaces places;

	private final ReviewDates dates;

	private final PledgeForm form;

	private final WordsToTheCity words;

	private final Vocabulary vocabulary;

	MemberLetters(Letters letters, Calls calls, PledgePlaces places, ReviewDates dates, PledgeForm form,
			WordsToTheCity words, Vocabulary vocabulary) {
		this.letters = letters;
		this.calls = calls;
		this.places = places;
		this.dates = dates;
		this.form = form;
		this.words = words;
		this.vocabulary = vocabulary;
	}

	Letter receipt(Dossier dossier, Person member) {
		Receipt receipt = dossier.revision().receipt();
		Letter letter = letters.to(member).subject("notifications.receipt.subject", dossier.reference(),
				dossier.version());
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
			.fact("notifications.fact.edition", receipt.countsFor())
			.fact("notifications.fact.sha256", receipt.sha256());
		timeliness(letter, dossier, receipt);
		return letter.paragraph("notifications.receipt.kept")
			.link("notifications.link.receipt", mine(dossier) + "/receipt")
			.paragraph("notifications.receipt.next")
			.link("notifications.link.pledge", mine(dossier))
			.signed(why(letter, dossier));
	}

	Letter changesRequested(Dossier dossier, Person member) {
		Letter letter = letters.to(member).subject("notifications.changes.subject", dossier.reference())
			.paragraph("notifications.changes.text", dossier.version(), dossier.title());
		askedBy(letter, dossier);
		comments(letter, dossier);
		keepsItsPlace(letter, dossier);
		return letter.paragraph("notifications.changes.next")
			.link("notifications.link.pledge", mine(dossier))
			.signed(why(letter, dossier));
	}

	Letter changesReminder(Dossier dossier, Person member) {
		Letter letter = letters.to(member).subject("notifications.changesReminder.subject", dossier.reference())
			.paragraph("notifications.changesReminder.text", dossier.version(), dossier.title());
		askedBy(letter, dossier);
		comments(letter, dossier);
		keepsItsPlace(letter, dossier);
		return letter.paragraph("notifications.changesReminder.next")
			.link("notifications.link.pledge", mine(dossier))
			.signed(why(letter, dossier));
	}

	/** @param reviver the name of the member who took it up again */
	Letter revived(Dossier dossier, String reviver, Person member) {
		Letter letter = letters.to(member).subject("notifications.revived.subject", dossier.reference());
		letter.paragraph("notifications.revived.text", reviver, dossier.title(), dossier.government().name());
		askedBy(letter, dossier);
		return letter
			.paragraph("notifications.revived.kept",
					letter.clock().here(dossier.pledge().firstSubmittedAt().orElseThrow()),
					places.countsFor(dossier.pledge()))
			.paragraph("notifications.revived.next")
			.link("notifications.link.pledge", mine(dossier))
			.signed(why(letter, dossier));
	}

	Letter accepted(Dossier dossier, Person member) {
		Edition edition = calls.edition(places.countsFor(dossier.pledge()));
		Letter letter = letters.to(member).subject("notifications.accepted.subject", dossier.reference())
			.paragraph("notifications.accepted.text", dossier.version(), dossier.title())
			.paragraph("notifications.accepted.edition", edition.year());
		forum(letter, edition);
		comments(letter, dossier);
		return letter.paragraph("notifications.accepted.next")
			.link("notifications.link.pledge", mine(dossier))
			.signed(why(letter, dossier));
	}

	Letter declined(Dossier dossier, Person member) {
		Letter letter = letters.to(member).subject("notifications.declined.subject", dossier.reference())
			.paragraph("notifications.declined.text", dossier.version(), dossier.title());
		comments(letter, dossier);
		return letter.paragraph("notifications.declined.kept")
			.link("notifications.link.pledge", mine(dossier))
			.paragraph("notifications.declined.next")
			.link("notifications.link.newPledge", "/my/pledges/new")
			.signed(why(letter, dossier));
	}

	Letter carriedOver(Dossier dossier, Inclusion inclusion, Person member) {
		Edition call = call(dossier);
		Letter letter = letters.to(member)
			.subject("notifications.carriedOver.subject", dossier.reference(), inclusion.edition())
			.paragraph("notifications.carriedOver.text", dossier.title(), inclusion.edition(), call.year());
		switch (inclusion.reason()) {
			case "LATE" -> letter.paragraph("notifications.carriedOver.late",
					letter.clock().here(dossier.pledge().firstSubmittedAt().orElseThrow()), call.year(),
					letter.clock().deadline(call.deadline()));
			case "DECIDED_AFTER_FREEZE" -> letter.paragraph("notifications.carriedOver.frozen", call.year(),
					letter.clock().here(call.frozenAt().orElseThrow()));
			default -> throw new IllegalStateException(
					"%s was expected to be carried over as LATE or DECIDED_AFTER_FREEZE, not as %s"
						.formatted(dossier.reference(), inclusion.reason()));
		}
		return letter.paragraph("notifications.carriedOver.kept")
			.paragraph("notifications.carriedOver.next", inclusion.edition())
			.link("notifications.link.pledge", mine(dossier))
			.signed(why(letter, dossier));
	}

	/** @param year the edition whose report was closed without it */
	Letter leftOut(Dossier dossier, EditionYear year, Person member) {
		Letter letter = letters.to(member)
			.subject("notifications.leftOut.subject", dossier.reference(), year)
			.paragraph(dossier.pledge().state() == PledgeState.REVIVED ? "notifications.leftOut.restored"
					: "notifications.leftOut.changes", dossier.title(), year);
		return letter.paragraph("notifications.leftOut.next")
			.paragraph("notifications.carriedOver.kept")
			.link("notifications.link.pledge", mine(dossier))
			.signed(why(letter, dossier));
	}

	/** @param from the edition to which it had been carried over */
	Letter returned(Dossier dossier, EditionYear from, Person member) {
		Edition call = call(dossier);
		Letter letter = letters.to(member)
			.subject("notifications.returned.subject", dossier.reference(), call.year())
			.paragraph("notifications.returned.text", dossier.title(), call.year(), from);
		return letter
			.paragraph("notifications.returned.why", call.year(),
					letter.clock().here(dossier.pledge().firstSubmittedAt().orElseThrow()),
					letter.clock().deadline(call.deadline()))
			.paragraph("notifications.carriedOver.kept")
			.paragraph("notifications.carriedOver.next", call.year())
			.link("notifications.link.pledge", mine(dossier))
			.signed(why(letter, dossier));
	}

	/** @param entry how the pledge stands in the frozen report, which is what was published */
	Letter included(Dossier dossier, ReportEntry entry, EditionYear year, Person member) {
		Letter letter = letters.to(member).subject("notifications.included.subject", dossier.reference(), year)
			.paragraph(entry.published() ? "notifications.included.published" : "notifications.included.notPublished",
					year, dossier.title(), entry.governmentName());
		forum(letter, calls.edition(year));
		return letter.link("notifications.link.report", "/reports/" + year)
			.link("notifications.link.pledge", entry.published() ? "/pledges/" + dossier.reference() : mine(dossier))
			.paragraph("notifications.included.next")
			.signed(why(letter, dossier));
	}

	private Edition call(Dossier dossier) {
		return calls.edition(dossier.pledge().call().orElseThrow());
	}

	/** Says what the receipt said when it was made: it does not change when a deadline moves later. */
	private void timeliness(Letter letter, Dossier dossier, Receipt receipt) {
		Edition call = call(dossier);
		String deadline = letter.clock().deadline(call.deadline());
		boolean here = receipt.countsFor().equals(call.year());
		switch (receipt.timeliness()) {
			case LATE -> letter.paragraph("notifications.receipt.late", call.year(), receipt.countsFor(), deadline);
			case IN_GRACE -> letter.paragraph(here ? "notifications.receipt.inGrace" : "notifications.receipt.frozen",
					call.year(), receipt.countsFor(), deadline);
			case IN_TIME -> letter.paragraph(here ? "notifications.receipt.inTime" : "notifications.receipt.frozen",
					call.year(), receipt.countsFor(), deadline);
		}
		if (receipt.revision() > 1) {
			letter.paragraph("notifications.receipt.first",
					letter.clock().here(dossier.pledge().firstSubmittedAt().orElseThrow()));
		}
	}

	private void keepsItsPlace(Letter letter, Dossier dossier) {
		letter.paragraph("notifications.changes.kept",
				letter.clock().here(dossier.pledge().firstSubmittedAt().orElseThrow()),
				places.countsFor(dossier.pledge()));
	}

	/** Asks for a new version by the day until which it can still be reviewed at leisure; else at once. */
	private void askedBy(Letter letter, Dossier dossier) {
		EditionYear edition = places.countsFor(dossier.pledge());
		dates.lastDayToResubmit(dossier.reference())
			.ifPresentOrElse(day -> letter.paragraph("notifications.resubmit.by", letter.clock().day(day), edition),
					() -> letter.paragraph("notifications.resubmit.now", edition));
	}

	private static void forum(Letter letter, Edition edition) {
		if (edition.forum().known()) {
			letter.paragraph(edition.publishedAt().isPresent() ? "notifications.forum.published" : "notifications.forum",
					edition.year(), edition.forum().in(letter.language()));
		}
	}

	private void comments(Letter letter, Dossier dossier) {
		dossier.reviews().stream().filter(Review::completed).forEach(review -> comments(letter, dossier, review));
		if (!dossier.pledge().decisionNote().isBlank()) {
			letter.quote(letter.wording().say("notifications.comment.coordinators"), dossier.pledge().decisionNote());
		}
	}

	private void comments(Letter letter, Dossier dossier, Review review) {
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

	private String name(Review review, Letter letter) {
		return vocabulary.label(Vocabulary.PARTNERS, review.partner().value(), letter.language());
	}

	private static boolean sameClock(Receipt receipt, ZoneId one, ZoneId other) {
		Instant then = receipt.submittedAt();
		return one.getRules().getOffset(then).equals(other.getRules().getOffset(then));
	}

	static String mine(Dossier dossier) {
		return "/my/pledges/" + dossier.reference();
	}

	static String why(Letter letter, Dossier dossier) {
		return letter.wording().say("notifications.why.member", dossier.government().name());
	}

}
