package org.calltolocalaction.notifications.pledge;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailContexts;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.notifications.outbox.Outbox.Letter;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.placement.PlacementChanges;
import org.calltolocalaction.pledges.placement.PlacementReason;
import org.calltolocalaction.reports.Inclusion;
import org.calltolocalaction.reports.Inclusions;
import org.calltolocalaction.reports.PlaceableGovernments;
import org.calltolocalaction.reports.ReportContents;
import org.calltolocalaction.reports.ReportEntry;
import org.calltolocalaction.reports.ReportPortion;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a government's members in which report their pledge stands: carried over, left
 * out, or published. Keyed like {@link PledgeMails}. Called by the process, and for
 * pledges that are left out by the use case that closes a report, which knows this
 * module.
 */
@Service
@Transactional
public class PlacementMails {

	private static final int AT_ONCE = 200;

	private final MailContexts contexts;

	private final PlacementMailTexts texts;

	private final Outbox outbox;

	private final Governments governments;

	private final Placements placements;

	private final Inclusions inclusions;

	private final ReportContents reports;

	private final PlaceableGovernments placeable;

	PlacementMails(MailContexts contexts, PlacementMailTexts texts, Outbox outbox, Governments governments,
			Placements placements, Inclusions inclusions, ReportContents reports, PlaceableGovernments placeable) {
		this.contexts = contexts;
		this.texts = texts;
		this.outbox = outbox;
		this.governments = governments;
		this.placements = placements;
		this.inclusions = inclusions;
		this.reports = reports;
		this.placeable = placeable;
	}

	/**
	 * The mail by which a government learns that its pledge counts for another edition,
	 * for forecasts: what has no decision yet is told of at once, what is accepted when
	 * its process has placed it anew.
	 */
	public static MailKind toldBy(PlacementChanges.Change change) {
		if (!change.pledge().placed()) {
			return MailKind.PLACE_CHANGED;
		}
		boolean back = change.pledge().call().filter(change.to()::is).isPresent();
		return back ? MailKind.PLACEMENT_RESTORED : MailKind.CARRIED_OVER;
	}

	/**
	 * The pledge counts for a later edition or waits for the next, and why; each time
	 * that it is carried there.
	 * @param reason why it does not stand in the edition whose call it answered
	 */
	public void carriedOver(PledgeReference reference, PlacementReason reason) {
		Optional<Inclusion> place = inclusions.find(reference);
		if (place.filter(inclusion -> inclusion.reason() == PlacementReason.CORRECTED).isPresent()) {
			// Told by whoever put it there; the law has carried it nowhere.
			return;
		}
		MailContext context = contexts.of(reference);
		PlacementReason why = placeable.why(context.pledge(), reason);
		place.ifPresentOrElse(
				inclusion -> carriedOver(context, why, Placement.in(inclusion.edition()), inclusion.includedAt()),
				() -> carriedOver(context, why, placements.countsFor(context.pledge()),
						waitingSince(context.pledge())));
	}

	/**
	 * One whose government is not confirmed has no place, though an edition can take it.
	 */
	private static Instant waitingSince(Pledge pledge) {
		return pledge.editions().waitingSince().orElseGet(pledge::changedAt);
	}

	/**
	 * @param since which tells one time that it is carried there from the next
	 */
	private void carriedOver(MailContext context, PlacementReason reason, Placement placement, Instant since) {
		outbox.writeToEach(governments.members(context.government().id()), MailKind.CARRIED_OVER, context.reference(),
				member -> texts.carriedOver(context, reason, placement, member), context.occasion(), placement, since);
	}

	/**
	 * The report is closed without the pledges, because they wait for their governments,
	 * or for these to be confirmed.
	 */
	public void leftOut(List<PledgeReference> references, EditionYear year) {
		for (int from = 0; from < references.size(); from += AT_ONCE) {
			List<MailContext> told = contexts
				.all(references.subList(from, Math.min(references.size(), from + AT_ONCE)));
			Map<GovernmentId, List<Person>> members = governments
				.members(told.stream().map(context -> context.government().id()).toList());
			outbox.writeAll(told.stream()
				.flatMap(context -> members.getOrDefault(context.government().id(), List.of())
					.stream()
					.map(member -> Letter.to(member, MailKind.LEFT_OUT, context.reference(),
							texts.leftOut(context, year, member), context.occasion(), year)))
				.toList());
		}
	}

	/** Of each pledge in this portion of the published report: it stands in it. */
	public void included(EditionYear year, ReportPortion portion) {
		reports.each(year, portion, printed -> {
			ReportEntry entry = printed.entry();
			MailContext context = contexts.of(new PledgeReference(entry.reference()));
			outbox.writeToEach(governments.members(context.government().id()), MailKind.INCLUDED, context.reference(),
					member -> texts.included(context, printed, year, member), entry.revision(), year);
		});
	}

}
