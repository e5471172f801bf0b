package org.calltolocalaction.notifications.pledge;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.DateFormats;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailParts;
import org.calltolocalaction.notifications.context.PledgeLinks;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.Receipt;
import org.calltolocalaction.pledges.progress.AnswerComment;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.judgement.ReviewForGovernment;
import org.springframework.stereotype.Component;

/**
 * What the members of a government read about their pledge, and the coordinators where
 * they have to decide. Of the reviews members are told the comments that are meant for
 * them, under the partner's name: never an internal note, never who reviewed.
 */
@Component
class PledgeMailTexts {

	private final MailTexts texts;

	private final MailParts parts;

	private final ResubmissionParts resubmission;

	private final CallPolicy callPolicy;

	private final Placements placements;

	private final PledgeForm form;

	private final ReviewForGovernment words;

	private final People people;

	PledgeMailTexts(MailTexts texts, MailParts parts, ResubmissionParts resubmission, CallPolicy callPolicy,
			Placements placements, PledgeForm form, ReviewForGovernment words, People people) {
		this.texts = texts;
		this.parts = parts;
		this.resubmission = resubmission;
		this.callPolicy = callPolicy;
		this.placements = placements;
		this.form = form;
		this.words = words;
		this.people = people;
	}

	MailText receipt(MailContext context, Person member) {
		Receipt receipt = context.revision().receipt();
		MailText mail = texts.to(member)
			.subject("notifications.receipt.subject", context.reference(), context.version());
		mail.paragraph("notifications.receipt.text", context.version(), context.title(), context.government().name());
		mail.fact("notifications.fact.reference", receipt.reference())
			.fact("notifications.fact.title", context.title())
			.fact("notifications.fact.government", context.government().name())
			.fact("notifications.fact.version", receipt.revision())
			.fact("notifications.fact.submitted.by", people.person(context.revision().submittedBy()).name())
			.fact("notifications.fact.submitted", mail.times().in(ZoneOffset.UTC, receipt.submittedAt()));
		if (!DateFormats.sameClock(receipt.submittedAt(), receipt.memberZone(), member.zone())) {
			mail.fact("notifications.fact.submitted.member",
					mail.times().in(receipt.memberZone(), receipt.submittedAt()));
		}
		mail.fact("notifications.fact.submitted.here", mail.times().here(receipt.submittedAt()))
			.fact("notifications.fact.edition", edition(mail, receipt.countsFor()));
		context.signOff().ifPresent(with -> SignOffMailTexts.submittedWith(mail, with));
		mail.fact("notifications.fact.sha256", receipt.sha256());
		timeliness(mail, context, receipt);
		mail.paragraph("notifications.receipt.kept")
			.link("notifications.link.receipt", PledgeLinks.ofMembers(context.reference()) + "/receipt")
			.paragraph("notifications.receipt.signed")
			.link("notifications.link.verify", "/receipts/verify")
			.paragraph("notifications.receipt.next");
		return MailParts.endToMember(mail, context);
	}

	MailText changesRequested(MailContext context, Person member) {
		MailText mail = texts.to(member)
			.subject("notifications.changes.subject", context.reference())
			.paragraph("notifications.changes.text", context.version(), context.title());
		return MailParts.endToMember(whatIsAsked(mail, context).paragraph("notifications.changes.next"), context);
	}

	MailText changesReminder(MailContext context, Person member) {
		MailText mail = texts.to(member)
			.subject("notifications.changesReminder.subject", context.reference())
			.paragraph("notifications.changesReminder.text", context.version(), context.title());
		return MailParts.endToMember(whatIsAsked(mail, context).paragraph("notifications.changesReminder.next"),
				context);
	}

	MailText accepted(MailContext context, Person member) {
		Placement placement = placements.countsFor(context.pledge());
		MailText mail = texts.to(member)
			.subject("notifications.accepted.subject", context.reference())
			.paragraph("notifications.accepted.text", context.version(), context.title())
			.paragraph(placement.text("notifications.accepted.edition"), placement.year());
		placement.edition().map(callPolicy::edition).ifPresent(edition -> PlacementMailTexts.forum(mail, edition));
		PlacementMailTexts.unconfirmed(mail, context);
		comments(mail, context);
		return MailParts.endToMember(mail.paragraph("notifications.accepted.next"), context);
	}

	MailText declined(MailContext context, Person member) {
		MailText mail = texts.to(member)
			.subject("notifications.declined.subject", context.reference())
			.paragraph("notifications.declined.text", context.version(), context.title());
		comments(mail, context);
		return mail.paragraph("notifications.declined.kept")
			.link("notifications.link.pledge", PledgeLinks.ofMembers(context.reference()))
			.paragraph("notifications.declined.next")
			.link("notifications.link.newPledge", "/my/pledges/new")
			.signed(MailParts.whyMember(mail, context.government()));
	}

	MailText decisionWaiting(MailContext context, Person coordinator) {
		MailText mail = texts.to(coordinator)
			.subject("notifications.decisionWaiting.subject", context.reference())
			.paragraph("notifications.decisionWaiting.text");
		parts.facts(mail, context, Reader.COORDINATOR);
		mail.paragraph("notifications.decisionWaiting.reviews");
		context.latestOfEachPartner()
			.forEach(review -> mail.item("notifications.decisionWaiting.item", parts.shortName(review.partner(), mail),
					answer(review, mail), review.revision()));
		return mail.paragraph("notifications.decisionWaiting.next", mail.times().day(contentsPlanned(context)))
			.link("notifications.link.pledge", PledgeLinks.ofCoordinators(context.reference()))
			.signed(MailParts.whyCoordinator(mail));
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
				case EXTENDED -> counts.is(call.year()) ? "notifications.receipt.extended"
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
				: mail.say("notifications.edition.next", placement.year());
	}

	private MailText whatIsAsked(MailText mail, MailContext context) {
		resubmission.askedBy(mail, context);
		comments(mail, context);
		Placement placement = placements.countsFor(context.pledge());
		return mail.paragraph(placement.text("notifications.changes.kept"),
				mail.times().here(context.pledge().firstSubmittedAt().orElseThrow()), placement.year());
	}

	private void comments(MailText mail, MailContext context) {
		context.reviews().stream().filter(Review::completed).forEach(review -> comments(mail, context, review));
		if (!context.pledge().decisionNote().isBlank()) {
			mail.quote(mail.say("notifications.comment.coordinators"), context.pledge().decisionNote());
		}
	}

	private void comments(MailText mail, MailContext context, Review review) {
		// Who it was is not told; in which language they read the desk is no secret.
		Locale author = review.completedBy().flatMap(people::find).map(Person::language).orElse(mail.language());
		String partner = parts.partnerName(review.partner(), mail);
		String comments = words.comment(review);
		if (!comments.isBlank()) {
			mail.quote(mail.say("notifications.comment.partner", partner), comments, author);
		}
		for (AnswerComment comment : words.onAnswers(review)) {
			String answer = form.nameOf(comment.path(), context.revision().answers(), mail.language());
			mail.quote(mail.say("notifications.comment.answer", partner, answer), comment.text(), author);
		}
	}

	private LocalDate contentsPlanned(MailContext context) {
		return callPolicy.edition(placements.countsFor(context.pledge())).contentsPlanned();
	}

	private static String answer(Review review, MailText mail) {
		return review.missedAt()
			.map(missed -> mail.say("notifications.recommendation.missed", mail.times().day(missed)))
			.orElseGet(() -> mail.say(recommendationKey(review)));
	}

	private static String recommendationKey(Review review) {
		return review.recommendation().map(recommendation -> switch (recommendation) {
			case APPROVE -> "notifications.recommendation.approve";
			case REQUEST_CHANGES -> "notifications.recommendation.changes";
			case DECLINE -> "notifications.recommendation.decline";
		}).orElse("notifications.recommendation.missing");
	}

}
