package org.calltolocalaction.coordination.figures;

import java.time.Clock;
import java.util.List;
import org.calltolocalaction.coordination.ReadTrail;
import org.calltolocalaction.coordination.TakeBackCall;
import org.calltolocalaction.coordination.Trail;
import org.calltolocalaction.coordination.lists.ListOrder;
import org.calltolocalaction.coordination.lists.ListPledges;
import org.calltolocalaction.coordination.lists.PledgeLine;
import org.calltolocalaction.coordination.lists.Step;
import org.calltolocalaction.editions.EaseSignOff;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.extension.Extensions;
import org.calltolocalaction.editions.extension.GrantedExtension;
import org.calltolocalaction.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An edition at a glance: where it stands, its figures, and what can be done next. */
@Service
@Transactional(readOnly = true)
public class EditionFile {

	/** How many of the pledges are named over which the report cannot be closed. */
	static final int MOST_NAMED = 20;

	private final ReadEditionFigures figures;

	private final ListPledges pledges;

	private final TakeBackCall takeBackCall;

	private final Editions editions;

	private final Extensions extensions;

	private final ReadTrail trail;

	private final Clock clock;

	EditionFile(ReadEditionFigures figures, ListPledges pledges, TakeBackCall takeBackCall, Editions editions,
			Extensions extensions, ReadTrail trail, Clock clock) {
		this.figures = figures;
		this.pledges = pledges;
		this.takeBackCall = takeBackCall;
		this.editions = editions;
		this.extensions = extensions;
		this.trail = trail;
		this.clock = clock;
	}

	/**
	 * @param blocking pledges without an outcome over which the report cannot be closed,
	 * those that wait longest; none where it is not to be closed now
	 * @param openingUndoable whether that it was opened can be taken back
	 * @param extensions that run now, the longest first
	 */
	public record Contents(Edition edition, EditionFigures figures, List<PledgeLine> blocking, boolean openingUndoable,
			List<GrantedExtension> extensions, Trail trail) {

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

	public Contents of(EditionYear year, Person by) {
		by.requireOversight();
		Edition edition = editions.edition(year);
		List<PledgeLine> blocking = edition.state() == EditionState.CLOSED
				? pledges.first(year, Step::blocks, ListOrder.WAITING, MOST_NAMED, by) : List.of();
		return new Contents(edition, figures.of(edition, by), blocking, takeBackCall.possible(edition),
				extensions.running(year, clock.instant()), trail.of(year));
	}

}
