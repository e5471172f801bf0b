package org.calltolocalaction.coordination.governments;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.governments.MergeForecast.Shift;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.editions.PlacementPolicy;
import org.calltolocalaction.editions.Submission;
import org.calltolocalaction.editions.extension.Extension;
import org.calltolocalaction.editions.extension.Extensions;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.merging.Holdings;
import org.calltolocalaction.governments.merging.MergeGovernments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.merging.PledgesOfMerged;
import org.calltolocalaction.pledges.placement.PlacementChanges.Change;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator merges two governments that are the same and has read before what
 * follows; where something else would follow by now, nothing is done.
 */
@Service
public class MergeAsForeseen {

	private final Governments governments;

	private final MergeGovernments merge;

	private final Holdings holdings;

	private final PledgesOfMerged pledges;

	private final Extensions extensions;

	private final CallPolicy callPolicy;

	private final JdbcClient jdbc;

	MergeAsForeseen(Governments governments, MergeGovernments merge, Holdings holdings, PledgesOfMerged pledges,
			Extensions extensions, CallPolicy callPolicy, JdbcClient jdbc) {
		this.governments = governments;
		this.merge = merge;
		this.holdings = holdings;
		this.pledges = pledges;
		this.extensions = extensions;
		this.callPolicy = callPolicy;
		this.jdbc = jdbc;
	}

	/**
	 * What follows now.
	 * @throws Refused where it cannot be done
	 */
	@Transactional(readOnly = true)
	public MergeForecast forecast(GovernmentId from, GovernmentId into, Person by) {
		by.requireOversight();
		Government gone = governments.government(from);
		Government stays = governments.government(into);
		if (!gone.id().equals(from) || !stays.id().equals(into)) {
			throw new Refused("parties.refused.merged-already");
		}
		if (from.equals(into)) {
			throw new Refused("parties.refused.same");
		}
		if (gone.closed() || stays.closed()) {
			throw new Refused("parties.refused.merge-closed");
		}
		List<Change> changes = pledges.changes(from, into);
		List<PledgeReference> placed = gone.confirmed() == stays.confirmed() ? List.of()
				: accepted(gone.confirmed() ? into : from);
		List<EditionYear> own = years(from);
		return new MergeForecast(from, into, holdings.of(from), holdings.invitedByBoth(from, into), pledgesOf(from),
				own.size(), years(into).stream().filter(own::contains).map(EditionYear::value).distinct().toList(),
				stays.endorsement().isEmpty() && gone.endorsement().isPresent(), gone.confirmed() && !stays.confirmed(),
				placed,
				changes.stream()
					.map(change -> new Shift(change.reference(), said(change.from()), said(change.to())))
					.toList(),
				pledgesOf(from).drafts() + pledgesOf(into).drafts(),
				governments.members(from).size() + governments.members(into).size());
	}

	/**
	 * Refused where it cannot be done, where the reason is missing, or where a report is
	 * compiled at this moment of which a pledge would be, or not be any more.
	 * @param foreseen the fingerprint of the forecast that the coordinator has read
	 * @return whether it was done; not where something else would follow than was read
	 */
	@Transactional
	public boolean merge(GovernmentId from, GovernmentId into, String reason, String foreseen, Person by) {
		by.requireCoordinator();
		merge.holdStill();
		pledges.hold(from, into);
		merge.hold(from, into);
		MergeForecast forecast = forecast(from, into, by);
		if (!forecast.fingerprint().equals(foreseen)) {
			return false;
		}
		requireNoReportInTheMaking(forecast, from, into);
		merge.merge(from, into, reason, by);
		return true;
	}

	private void requireNoReportInTheMaking(MergeForecast forecast, GovernmentId from, GovernmentId into) {
		PlacementPolicy law = callPolicy.inOrder();
		Stream<EditionYear> touched = Stream.concat(
				pledges.changes(from, into)
					.stream()
					.flatMap(change -> Stream.of(change.from(), change.to()))
					.flatMap(place -> place.edition().stream()),
				forecast.placed().stream().flatMap(reference -> place(reference, law).edition().stream()));
		touched.filter(year -> law.find(year).filter(edition -> edition.state() == EditionState.CONFIRMED).isPresent())
			.findFirst()
			.ifPresent(year -> {
				throw new Refused("parties.refused.report-in-the-making", year);
			});
	}

	private Placement place(PledgeReference reference, PlacementPolicy law) {
		return jdbc.sql("""
				select government_id, call_year, first_submitted_at from pledge_standing where reference = ?""")
			.param(reference.value())
			.query((row,
					number) -> law.place(new Submission(
							Optional.of(row.getInt("call_year")).filter(year -> year != 0).map(EditionYear::new),
							row.getTimestamp("first_submitted_at").toInstant(),
							Set.of(Holder.government(row.getObject("government_id", UUID.class)),
									Holder.pledge(reference.value())))))
			.single();
	}

	private List<EditionYear> years(GovernmentId government) {
		return extensions.of(Holder.government(government.value())).stream().map(Extension::edition).toList();
	}

	private List<PledgeReference> accepted(GovernmentId government) {
		return jdbc
			.sql("""
					select reference from pledge_standing where government_id = ? and state = 'ACCEPTED' order by reference""")
			.param(government.value())
			.query((row, number) -> new PledgeReference(row.getString("reference")))
			.list();
	}

	private MergeForecast.Pledges pledgesOf(GovernmentId government) {
		return jdbc.sql("""
				select count(*) filter (where first_submitted_at is not null) as submitted,
				count(*) filter (where state = 'DRAFT') as drafts, count(place.reference) as published
				from pledge_standing left join pledge_place place using (reference) where government_id = ?""")
			.param(government.value())
			.query((row, number) -> new MergeForecast.Pledges(row.getLong("submitted"), row.getLong("drafts"),
					row.getLong("published")))
			.single();
	}

	private static String said(Placement placement) {
		return placement.edition().map(EditionYear::toString).orElse("NEXT");
	}

}
