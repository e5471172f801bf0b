package org.calltolocalaction.notifications;

import java.time.Instant;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PlacementChanged;
import org.springframework.stereotype.Component;

/**
 * What members read where their pledge counts for another edition than they were told
 * before, and why.
 */
@Component
class PlacementMailTexts {

	private final MailTexts letters;

	private final CallPolicy calls;

	PlacementMailTexts(MailTexts letters, CallPolicy calls) {
		this.letters = letters;
		this.calls = calls;
	}

	/**
	 * @param place the edition in whose report the accepted pledge stands, or the next
	 * for which it waits
	 */
	MailText carriedOver(MailContext dossier, Placement place, Person member) {
		MailText letter = about(dossier, place, member);
		dossier.pledge()
			.call()
			.ifPresentOrElse(
					call -> letter.paragraph(place.text("notifications.carriedOver.text"), dossier.title(),
							place.year(), call),
					() -> letter.paragraph(place.text("notifications.carriedOver.beforeCall"), dossier.title(),
							place.year()));
		Instant first = first(dossier);
		switch (calls.inOrder().timeliness(dossier.pledge().call(), first)) {
			case BEFORE_CALL -> letter.paragraph("notifications.carriedOver.noCall", letter.clock().here(first));
			case LATE -> {
				Edition call = call(dossier);
				letter.paragraph("notifications.carriedOver.late", letter.clock().here(first), call.year(),
						letter.clock().deadline(call.deadline()));
			}
			case IN_TIME, IN_GRACE -> letter.paragraph("notifications.carriedOver.frozen", call(dossier).year(),
					letter.clock().here(call(dossier).frozenAt().orElseThrow()));
		}
		return ending(letter, dossier, place);
	}

	/**
	 * @param from the edition to which it had been carried over, or the next for which it
	 * had waited
	 */
	MailText returned(MailContext dossier, Placement from, Person member) {
		Edition call = call(dossier);
		Placement place = Placement.in(call.year());
		MailText letter = letters.to(member)
			.subject("notifications.returned.subject", dossier.reference(), call.year())
			.paragraph(from.text("notifications.returned.text"), dossier.title(), call.year(), from.year());
		moved(letter, dossier, call);
		return ending(letter, dossier, place);
	}

	/** What has no outcome yet and counts for another edition. */
	MailText changed(MailContext dossier, PlacementChanged changed, Person member) {
		Placement to = changed.to();
		Edition edition = calls.edition(changed.edition());
		MailText letter = about(dossier, to, member).paragraph(to.text("notifications.place.text"), dossier.title(),
				to.year());
		switch (changed.cause()) {
			case OPENED -> letter.paragraph("notifications.place.opened", edition.year(),
					letter.clock().deadline(edition.deadline()));
			case PLANNED -> letter.paragraph("notifications.place.planned", edition.year());
			case TAKEN_BACK -> letter.paragraph("notifications.place.takenBack", edition.year());
			case DEADLINE_MOVED -> letter.paragraph("notifications.place.moved", edition.year(),
					letter.clock().here(first(dossier)), letter.clock().deadline(edition.deadline()));
		}
		return ending(letter, dossier, to);
	}

	private MailText about(MailContext dossier, Placement place, Person member) {
		return letters.to(member)
			.subject(place.text("notifications.carriedOver.subject"), dossier.reference(), place.year());
	}

	private Edition call(MailContext dossier) {
		return calls.edition(dossier.pledge().call().orElseThrow());
	}

	private static void moved(MailText letter, MailContext dossier, Edition call) {
		letter.paragraph("notifications.returned.why", call.year(), letter.clock().here(first(dossier)),
				letter.clock().deadline(call.deadline()));
	}

	private static MailText ending(MailText letter, MailContext dossier, Placement place) {
		return letter.paragraph("notifications.carriedOver.kept")
			.paragraph(place.text("notifications.carriedOver.next"), place.year())
			.link("notifications.link.pledge", MemberMailTexts.mine(dossier))
			.signed(MemberMailTexts.why(letter, dossier));
	}

	private static Instant first(MailContext dossier) {
		return dossier.pledge().firstSubmittedAt().orElseThrow();
	}

}
