package org.calltolocalaction.coordination;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.AuditTrail;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything there is of an edition: where it stands, its pledges, and what can be done next. */
@Service
@Transactional(readOnly = true)
public class EditionFile {

	private final PledgeLines lines;

	private final Editions editions;

	private final AuditTrail trail;

	EditionFile(PledgeLines lines, Editions editions, AuditTrail trail) {
		this.lines = lines;
		this.editions = editions;
		this.trail = trail;
	}

	/**
	 * @param pledges whatever answered its call or counts for it
	 * @param partners who reviews its pledges, or reviewed them before the edition's partners changed
	 * @param missing pledges without an outcome over which the report cannot be closed
	 */
	public record Contents(Edition edition, List<PledgeLine> pledges, List<PartnerCode> partners,
			List<PledgeLine> missing, List<AuditTrail.Entry> trail) {

		/** Whether the deadline can still be moved. */
		public boolean deadlineMovable() {
			return edition.state() == EditionState.OPEN || edition.state() == EditionState.CLOSED;
		}

		/** Whether the coordinators are to confirm the contents, now or when the missing outcomes are there. */
		public boolean toConfirm() {
			return edition.state() == EditionState.CLOSED;
		}

		/** Whether the frozen report waits for the coordinators' approval. */
		public boolean toApprove() {
			return edition.state() == EditionState.FROZEN && edition.approvedAt().isEmpty();
		}

	}

	public Contents of(EditionYear year, Person by) {
		by.requireCoordinator();
		Edition edition = editions.edition(year);
		List<PledgeLine> pledges = lines.of(year);
		List<PartnerCode> partners = Stream
			.concat(edition.partners().stream(),
					pledges.stream().map(PledgeLine::reviews).flatMap(Collection::stream).map(Review::partner))
			.distinct()
			.sorted()
			.toList();
		return new Contents(edition, pledges, partners, pledges.stream().filter(line -> line.holdsUp(year)).toList(),
				trail.of(year.businessKey()));
	}

}
