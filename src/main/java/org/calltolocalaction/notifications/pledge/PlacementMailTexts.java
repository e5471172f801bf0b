package org.calltolocalaction.notifications.pledge;

import java.time.Instant;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.editions.Timeliness;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailParts;
import org.calltolocalaction.notifications.context.PledgeLinks;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.placement.PlacementReason;
import org.calltolocalaction.pledges.placement.PlacementsChanged.Cause;
import org.calltolocalaction.reports.PrintedEntry;
import org.calltolocalaction.reports.ReportEntry;
import org.calltolocalaction.reports.correction.PlacementCorrected;
import org.springframework.stereotype.Component;

/**
 * What members read of the report in which their pledge stands or for which it counts:
 * that it is another than they were told before, and why; that it is closed without it;
 * and that it is published.
 */
@Component
class PlacementMailTexts {

	private final MailTexts texts;

	private final CallPolicy callPolicy;

	PlacementMailTexts(MailTexts texts, CallPolicy callPolicy) {
		this.texts = texts;
		this.callPolicy = callPolicy;
	}

	/**
	 * @param reason why it does not stand in the edition whose call it answered
	 * @param placement the edition in whose report the accepted pledge stands, or the
	 * next for which it waits
	 */
	MailText carriedOver(MailContext context, PlacementReason reason, Placement placement, Person member) {
		MailText mail = about(context, placement, member);
		context.pledge()
			.call()
			.ifPresentOrElse(
					call -> mail.paragraph(placement.text("notifications.carriedOver.text"), context.title(),
							placement.year(), call),
					() -> mail.paragraph(placement.text("notifications.carriedOver.beforeCall"), context.title(),
							placement.year()));
		switch (reason) {
			case BEFORE_CALL -> mail.paragraph("notifications.carriedOver.noCall", mail.times().here(first(context)));
			case LATE -> {
				Edition call = call(context);
				mail.paragraph("notifications.carriedOver.late", mail.times().here(first(context)), call.year(),
						mail.times().deadline(call.deadline()));
			}
			case DECIDED_AFTER_FREEZE -> mail.paragraph("notifications.carriedOver.frozen", call(context).year(),
					mail.times().here(call(context).frozenAt().orElseThrow()));
			case GOVERNMENT_UNCONFIRMED ->
				mail.paragraph("notifications.carriedOver.unconfirmed", call(context).year());
			case IN_TIME, IN_GRACE, EXTENDED, CORRECTED, IMPORTED -> throw new IllegalArgumentException(
					"Pledge %s was to be carried over because it was %s".formatted(context.reference(), reason));
		}
		unconfirmed(mail, context);
		return ending(mail, context, placement);
	}

	/** Why an accepted pledge has no place yet, where its government is the reason. */
	static void unconfirmed(MailText mail, MailContext context) {
		if (!context.government().confirmed()) {
			mail.paragraph("notifications.unconfirmed");
		}
	}

	/**
	 * @param from the edition to which it had been carried over, or the next for which it
	 * had waited
	 */
	MailText restored(MailContext context, Placement from, Person member) {
		Edition call = call(context);
		Placement placement = Placement.in(call.year());
		MailText mail = texts.to(member)
			.subject("notifications.placementRestored.subject", context.reference(), call.year())
			.paragraph(from.text("notifications.placementRestored.text"), context.title(), call.year(), from.year());
		boolean extended = callPolicy.inOrder().timeliness(context.pledge().submission()) == Timeliness.EXTENDED;
		if (extended) {
			mail.paragraph("notifications.placementRestored.extended", call.year(), mail.times().here(first(context)));
		}
		else {
			mail.paragraph("notifications.placementRestored.why", call.year(), mail.times().here(first(context)),
					mail.times().deadline(call.deadline()));
		}
		return ending(mail, context, placement);
	}

	/**
	 * What has no outcome yet and counts for another edition.
	 * @param edition on which a coordinator acted
	 */
	MailText changed(MailContext context, Placement to, Cause cause, Edition edition, Person member) {
		MailText mail = about(context, to, member).paragraph(to.text("notifications.place.text"), context.title(),
				to.year());
		switch (cause) {
			case OPENED ->
				mail.paragraph("notifications.place.opened", edition.year(), mail.times().deadline(edition.deadline()));
			case PLANNED -> mail.paragraph("notifications.place.planned", edition.year());
			case TAKEN_BACK -> mail.paragraph("notifications.place.takenBack", edition.year());
			case EXTENDED ->
				mail.paragraph("notifications.place.extended", edition.year(), mail.times().here(first(context)));
			case DEADLINE_MOVED -> mail.paragraph("notifications.place.moved", edition.year(),
					mail.times().here(first(context)), mail.times().deadline(edition.deadline()));
		}
		return ending(mail, context, to);
	}

	/** A coordinator moved it, whatever the law of the deadline says. */
	MailText corrected(MailContext context, PlacementCorrected corrected, Person member) {
		Placement to = Placement.in(corrected.to());
		MailText mail = about(context, to, member).paragraph("notifications.place.corrected", context.title(),
				corrected.to(), corrected.from());
		mail.quote(mail.say("notifications.withdrawn.reason"), corrected.reason());
		return ending(mail, context, to);
	}

	/**
	 * @param year the edition whose report was closed without it
	 */
	MailText leftOut(MailContext context, EditionYear year, Person member) {
		MailText mail = texts.to(member)
			.subject("notifications.leftOut.subject", context.reference(), year)
			.paragraph(switch (context.pledge().state()) {
				case REVIVED -> "notifications.leftOut.restored";
				case ACCEPTED -> "notifications.leftOut.unconfirmed";
				default -> "notifications.leftOut.changes";
			}, context.title(), year)
			.paragraph(context.pledge().state() == PledgeState.ACCEPTED ? "notifications.leftOut.confirmedLater"
					: "notifications.leftOut.next")
			.paragraph("notifications.carriedOver.kept");
		return MailParts.endToMember(mail, context);
	}

	/**
	 * @param printed how the pledge stands in the frozen report, which is what was
	 * published
	 */
	MailText included(MailContext context, PrintedEntry printed, EditionYear year, Person member) {
		ReportEntry entry = printed.entry();
		MailText mail = texts.to(member)
			.subject("notifications.included.subject", context.reference(), year)
			.paragraph(includedKey(printed), year, context.title(),
					printed.erratum().isPresent() ? context.government().name() : entry.governmentName());
		forum(mail, callPolicy.edition(year));
		return mail.link("notifications.link.report", "/reports/" + year)
			.link("notifications.link.pledge",
					entry.published() ? "/pledges/" + context.reference() : PledgeLinks.ofMembers(context.reference()))
			.paragraph("notifications.included.next")
			.signed(MailParts.whyMember(mail, context.government()));
	}

	private static String includedKey(PrintedEntry printed) {
		if (printed.erratum().isPresent()) {
			return "notifications.included.takenOut";
		}
		return printed.entry().published() ? "notifications.included.published" : "notifications.included.notPublished";
	}

	/** At which forum the report is presented, where that is known. */
	static void forum(MailText mail, Edition edition) {
		if (edition.forum().known()) {
			mail.paragraph(edition.publishedAt().isPresent() ? "notifications.forum.published" : "notifications.forum",
					edition.year(), mail.inOtherLanguage(edition.forum().in(mail.language()),
							edition.forum().languageIn(mail.language())));
		}
	}

	private MailText about(MailContext context, Placement placement, Person member) {
		return texts.to(member)
			.subject(placement.text("notifications.carriedOver.subject"), context.reference(), placement.year());
	}

	private Edition call(MailContext context) {
		return callPolicy.edition(context.pledge().call().orElseThrow());
	}

	private static MailText ending(MailText mail, MailContext context, Placement placement) {
		mail.paragraph("notifications.carriedOver.kept")
			.paragraph(placement.text("notifications.carriedOver.next"), placement.year());
		return MailParts.endToMember(mail, context);
	}

	private static Instant first(MailContext context) {
		return context.pledge().firstSubmittedAt().orElseThrow();
	}

}
