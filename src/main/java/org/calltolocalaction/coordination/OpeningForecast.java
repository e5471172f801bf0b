package org.calltolocalaction.coordination;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.calltolocalaction.coordination.DeadlinePreview.Drafts;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.PlacementPolicy;
import org.calltolocalaction.editions.PlacementPolicy.Known;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.placement.PlacementChanges;
import org.calltolocalaction.pledges.placement.PlacementChanges.Change;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says what follows for pledges that wait for the next edition, or count for a planned
 * one, where a call is opened.
 */
@Service
@Transactional(readOnly = true)
public class OpeningForecast {

	/** How many pledges a forecast lists. */
	static final int MOST_LISTED = 100;

	private final PlacementChanges changes;

	private final Placements placements;

	private final PledgeRows lines;

	private final OpenDrafts drafts;

	private final CallPolicy callPolicy;

	OpeningForecast(PlacementChanges changes, Placements placements, PledgeRows lines, OpenDrafts drafts,
			CallPolicy callPolicy) {
		this.changes = changes;
		this.placements = placements;
		this.lines = lines;
		this.drafts = drafts;
		this.callPolicy = callPolicy;
	}

	/**
	 * @param expected the year for which the next edition was expected until now
	 * @param passed planned editions of earlier years, which are given up
	 * @param first of the pledges that count for the opened edition then, and did not
	 * before
	 * @param total how many they are
	 * @param drafts that can be submitted to it
	 * @param fingerprint tells this forecast from another one: what was shown has to be
	 * what is done. Drafts come and go and are no part of it
	 */
	public record Forecast(EditionYear year, EditionYear expected, List<EditionYear> passed, List<PledgeRow> first,
			int total, Drafts drafts, String fingerprint) {

		/**
		 * Whether it goes past a year for which pledges were told to wait, or past a
		 * planned edition.
		 */
		public boolean skips() {
			return !passed.isEmpty() || total > 0 && year.compareTo(expected) > 0;
		}

	}

	public Forecast of(EditionYear year, Deadline deadline, Person by) {
		by.requireCoordinator();
		PlacementPolicy before = callPolicy.inOrder();
		List<Change> changed = changes.between(before, before.opened(year, deadline));
		List<EditionYear> passed = before.passedBy(year).stream().map(Known::year).toList();
		return new Forecast(year, before.expected(), passed,
				lines.of(changed.stream().limit(MOST_LISTED).map(Change::reference).toList()), changed.size(),
				drafts.count(), fingerprint(deadline, before.expected(), passed, changed));
	}

	private static String fingerprint(Deadline deadline, EditionYear expected, List<EditionYear> passed,
			List<Change> changed) {
		String all = deadline.zoned() + " " + expected + " " + passed
				+ changed.stream().map(Change::reference).map(PledgeReference::value).collect(Collectors.joining(" "));
		return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
	}

	/** How many pledges wait for the next edition. */
	public long waiting(Person by) {
		by.requireCoordinator();
		PlacementPolicy now = callPolicy.inOrder();
		return placements.movable().stream().filter(pledge -> !now.place(pledge.submission()).known()).count();
	}

}
