package org.calltolocalaction.notifications.pledge;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Receipt;
import org.calltolocalaction.pledges.placement.Placements;
import org.calltolocalaction.pledges.progress.AnswerComment;
import org.calltolocalaction.reports.ReportEntry;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.judgement.ReviewForGovernment;
import org.calltolocalaction.reviews.rounds.ReviewDates;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Component;

/**
 * What the members of a government read about their pledge. Of the reviews they are told
 * the comments that are meant for them, under the partner's name: never an internal note,
 * never who reviewed.
 */
@Component
public class MemberMailTexts {

	private final MailTexts texts;

	private final CallPolicy callPolicy;

	private final Placements placements;

	private final ReviewDates dates;

	private final PledgeForm form;

	private final ReviewForGovernment words;

	private final Vocabulary vocabulary;

	MemberMailTexts(MailTexts texts, CallPolicy callPolicy, Placements placements, ReviewDates dates, PledgeForm form,
			ReviewForGovernment words, Vocabulary vocabulary) {
		this.texts = texts;
		this.callPolicy = callPolicy;
		this.placements = placements;
		this.dates = dates;
		this.form = form;
		this.words = words;
		this.vocabulary = vocabulary;
	}

	MailText receipt(MailContext context, Person member) {
		Receipt receipt = context.revision().receipt();
		MailText mail = texts.to(member)
			.subject("notifications.receipt.subject", context.reference(), context.version());
		mail.paragraph("notifications.receipt.text", context.version(), context.title(), context.government().name());
		mail.fact("notifications.fact.reference", receipt.reference())
			.fact("notifications.fact.title", context.title())
			.fact("notifications.fact.version", receipt.revision())
			.fact("notifications.fact.submitted", mail.times().in(ZoneOffset.UTC, receipt.submittedAt()));
		if (!sameClock(receipt, receipt.memberZone(), member.zone())) {
			mail.fact("notifications.fact.submitted.member",
					mail.times().in(receipt.memberZone(), receipt.submittedAt()));
		}
		mail.fact("notifications.fact.submitted.here", mail.times().here(receipt.submittedAt()))
			.fact("notifications.fact.edition", edition(mail, receipt.countsFor()))
			.fact("notifications.fact.sha256", receipt.sha256());
		timeliness(mail, context, receipt);
		return mail.paragraph("notifications.receipt.kept")
			.link("notifications.link.receipt", mine(context) + "/receipt")
			.paragraph("notifications.receipt.next")
			.link("notifications.link.pledge", mine(context))
			.signed(why(mail, context));
	}

	MailText changesRequested(MailContext context, Person member) {
		MailText mail = texts.to(member)
			.subject("notifications.changes.subject", context.reference())
			.paragraph("notifications.changes.text", context.version(), context.title());
		askedBy(mail, context);
		comments(mail, context);
		keepsItsPlace(mail, context);
		return mail.paragraph("notifications.changes.next")
			.link("notifications.link.pledge", mine(context))
			.signed(why(mail, context));
	}

	MailText changesReminder(MailContext context, Person member) {
		MailText mail = texts.to(member)
			.subject("notifications.changesReminder.subject", context.reference())
			.paragraph("notifications.changesReminder.text", context.version(), context.title());
		askedBy(mail, context);
		comments(mail, context);
		keepsItsPlace(mail, context);
		return mail.paragraph("notifications.changesReminder.next")
			.link("notifications.link.pledge", mine(context))
			.signed(why(mail, context));
	}

	/**
	 * @param reviver the name of the member who took it up again
	 */
	MailText revived(MailContext context, String reviver, Person member) {
		MailText mail = texts.to(member).subject("notifications.revived.subject", context.reference());
		mail.paragraph("notifications.revived.text", reviver, context.title(), context.government().name());
		askedBy(mail, context);
		Placement placement = placements.countsFor(context.pledge());
		return mail
			.paragraph(placement.text("notifications.revived.kept"),
					mail.times().here(context.pledge().firstSubmittedAt().orElseThrow()), placement.year())
			.paragraph("notifications.revived.next")
			.link("notifications.link.pledge", mine(context))
			.signed(why(mail, context));
	}

	MailText accepted(MailContext context, Person member) {
		Placement placement = placements.countsFor(context.pledge());
		MailText mail = texts.to(member)
			.subject("notifications.accepted.subject", context.reference())
			.paragraph("notifications.accepted.text", context.version(), context.title())
			.paragraph(placement.text("notifications.accepted.edition"), placement.year());
		placement.edition().map(callPolicy::edition).ifPresent(edition -> forum(mail, edition));
		comments(mail, context);
		return mail.paragraph("notifications.accepted.next")
			.link("notifications.link.pledge", mine(context))
			.signed(why(mail, context));
	}

	MailText declined(MailContext context, Person member) {
		MailText mail = texts.to(member)
			.subject("notifications.declined.subject", context.reference())
			.paragraph("notifications.declined.text", context.version(), context.title());
		comments(mail, context);
		return mail.paragraph("notifications.declined.kept")
			.link("notifications.link.pledge", mine(context))
			.paragraph("notifications.declined.next")
			.link("notifications.link.newPledge", "/my/pledges/new")
			.signed(why(mail, context));
	}

	/**
	 * @param year the edition whose report was closed without it
	 */
	MailText leftOut(MailContext context, EditionYear year, Person member) {
		MailText mail = texts.to(member)
			.subject("notifications.leftOut.subject", context.reference(), year)
			.paragraph(context.pledge().state() == PledgeState.REVIVED ? "notifications.leftOut.restored"
					: "notifications.leftOut.changes", context.title(), year);
		return mail.paragraph("notifications.leftOut.next")
			.paragraph("notifications.carriedOver.kept")
			.link("notifications.link.pledge", mine(context))
			.signed(why(mail, context));
	}

	/**
	 * @param entry how the pledge stands in the frozen report, which is what was
	 * published
	 */
	public MailText included(MailContext context, ReportEntry entry, EditionYear year, Person member) {
		MailText mail = texts.to(member)
			.subject("notifications.included.subject", context.reference(), year)
			.paragraph(entry.published() ? "notifications.included.published" : "notifications.included.notPublished",
					year, context.title(), entry.governmentName());
		forum(mail, callPolicy.edition(year));
		return mail.link("notifications.link.report", "/reports/" + year)
			.link("notifications.link.pledge", entry.published() ? "/pledges/" + context.reference() : mine(context))
			.paragraph("notifications.included.next")
			.signed(why(mail, context));
	}

	/**
	 * Says what the receipt said when it was made: it does not change when a deadline
	 * moves later.
	 */
	private void timeliness(MailText mail, MailContext context, Receipt receipt) {
		Placement counts = receipt.countsFor();
		context.pledge().call().map(callPolicy::edition).ifPresentOrElse(call -> {
			String key = switch (receipt.timeliness()) {
				case LATE, BEFORE_CALL -> counts.text("notifications.receipt.late");
				case IN_GRACE -> counts.is(call.year()) ? "notifications.receipt.inGrace"
						: counts.text("notifications.receipt.frozen");
				case IN_TIME -> counts.is(call.year()) ? "notifications.receipt.inTime"
						: counts.text("notifications.receipt.frozen");
			};
			mail.paragraph(key, call.year(), counts.year(), mail.times().deadline(call.deadline()));
		}, () -> mail.paragraph(counts.text("notifications.receipt.beforeCall"), counts.year()));
		if (receipt.revision() > 1) {
			mail.paragraph("notifications.receipt.first",
					mail.times().here(context.pledge().firstSubmittedAt().orElseThrow()));
		}
	}

	/** The edition's year, or that it is the next. */
	private static String edition(MailText mail, Placement placement) {
		return placement.known() ? placement.year().toString()
				: mail.messages().say("notifications.edition.next", placement.year());
	}

	private void keepsItsPlace(MailText mail, MailContext context) {
		Placement placement = placements.countsFor(context.pledge());
		mail.paragraph(placement.text("notifications.changes.kept"),
				mail.times().here(context.pledge().firstSubmittedAt().orElseThrow()), placement.year());
	}

	/**
	 * Asks for a new version by the day until which it can still be reviewed at leisure;
	 * else at once.
	 */
	private void askedBy(MailText mail, MailContext context) {
		Placement placement = placements.countsFor(context.pledge());
		dates.lastDayToResubmit(context.reference())
			.ifPresentOrElse(
					day -> mail.paragraph(placement.text("notifications.resubmit.by"), mail.times().day(day),
							placement.year()),
					() -> mail.paragraph(placement.text("notifications.resubmit.now"), placement.year()));
	}

	private static void forum(MailText mail, Edition edition) {
		if (edition.forum().known()) {
			mail.paragraph(edition.publishedAt().isPresent() ? "notifications.forum.published" : "notifications.forum",
					edition.year(), edition.forum().in(mail.language()));
		}
	}

	private void comments(MailText mail, MailContext context) {
		context.reviews().stream().filter(Review::completed).forEach(review -> comments(mail, context, review));
		if (!context.pledge().decisionNote().isBlank()) {
			mail.quote(mail.messages().say("notifications.comment.coordinators"), context.pledge().decisionNote());
		}
	}

	private void comments(MailText mail, MailContext context, Review review) {
		String partner = name(review, mail);
		String comments = words.comment(review);
		if (!comments.isBlank()) {
			mail.quote(mail.messages().say("notifications.comment.partner", partner), comments);
		}
		for (AnswerComment comment : words.onAnswers(review)) {
			String answer = form.nameOf(comment.path(), context.revision().answers(), mail.language());
			mail.quote(mail.messages().say("notifications.comment.answer", partner, answer), comment.text());
		}
	}

	private String name(Review review, MailText mail) {
		return vocabulary.label(Vocabulary.PARTNERS, review.partner().value(), mail.language());
	}

	private static boolean sameClock(Receipt receipt, ZoneId one, ZoneId other) {
		Instant then = receipt.submittedAt();
		return one.getRules().getOffset(then).equals(other.getRules().getOffset(then));
	}

	public static String mine(MailContext context) {
		return "/my/pledges/" + context.reference();
	}

	public static String why(MailText mail, MailContext context) {
		return mail.messages().say("notifications.why.member", context.government().name());
	}

}
