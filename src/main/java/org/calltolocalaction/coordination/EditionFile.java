package org.calltolocalaction.coordination;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.calltolocalaction.editions.EaseSignOff;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything there is of an edition: where it stands, its pledges, and what can be done
 * next.
 */
@Service
@Transactional(readOnly = true)
public class EditionFile {

	/** How many pledges a page lists, and how many of those that are missing. */
	static final int PAGE_SIZE = 100;

	private final Standings standings;

	private final PledgeRows lines;

	private final TakeBackCall takeBackCall;

	private final Editions editions;

	private final ReadTrail trail;

	EditionFile(Standings standings, PledgeRows lines, TakeBackCall takeBackCall, Editions editions, ReadTrail trail) {
		this.standings = standings;
		this.lines = lines;
		this.takeBackCall = takeBackCall;
		this.editions = editions;
		this.trail = trail;
	}

	/**
	 * @param pledges one page of whatever answered its call or counts for it
	 * @param total how many there are on all pages
	 * @param partners who reviews these pledges, or reviewed them before the edition's
	 * partners changed
	 * @param missing pledges without an outcome over which the report cannot be closed,
	 * the first of them
	 * @param missingInAll how many there are
	 * @param openingUndoable whether that it was opened can be taken back
	 */
	public record Contents(Edition edition, List<PledgeRow> pledges, int total, int page, List<PartnerCode> partners,
			List<PledgeRow> missing, int missingInAll, boolean openingUndoable, Trail trail) {

		/** How many pages there are; one even where there is no pledge. */
		public int pages() {
			return Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
		}

		/** The address of another page. */
		public String onPage(int other) {
			return "/coordination/editions/" + edition.year() + (other == 1 ? "" : "?page=" + other);
		}

		/** Whether the deadline can still be moved. */
		public boolean deadlineMovable() {
			return edition.state() == EditionState.OPEN || edition.state() == EditionState.CLOSED;
		}

		/** Whether less can still be asked of those who submit to its call. */
		public boolean signOffEasable() {
			return EaseSignOff.possible(edition);
		}

		/**
		 * Whether the coordinators are to confirm the contents, now or when the missing
		 * outcomes are there.
		 */
		public boolean toConfirm() {
			return edition.state() == EditionState.CLOSED;
		}

		/** Whether the frozen report waits for the coordinators' approval. */
		public boolean toApprove() {
			return edition.state() == EditionState.FROZEN && edition.approvedAt().isEmpty();
		}

	}

	/**
	 * @param page from 1; beyond the last one it is the last one
	 */
	public Contents of(EditionYear year, int page, Person by) {
		by.requireCoordinator();
		Edition edition = editions.edition(year);
		List<Standing> all = standings.of(year);
		List<Standing> missing = all.stream().filter(pledge -> pledge.holdsUp(year)).toList();
		int shown = Math.min(page, Math.max(1, (all.size() + PAGE_SIZE - 1) / PAGE_SIZE));
		List<PledgeRow> pledges = lines(all.stream().skip((shown - 1L) * PAGE_SIZE));
		List<PartnerCode> partners = Stream
			.concat(edition.partners().stream(),
					pledges.stream().map(PledgeRow::reviews).flatMap(Collection::stream).map(Review::partner))
			.distinct()
			.sorted()
			.toList();
		return new Contents(edition, pledges, all.size(), shown, partners, lines(missing.stream()), missing.size(),
				takeBackCall.possible(edition), trail.of(year));
	}

	private List<PledgeRow> lines(Stream<Standing> first) {
		return lines.of(first.limit(PAGE_SIZE).map(Standing::reference).toList());
	}

}
