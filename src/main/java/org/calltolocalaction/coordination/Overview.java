package org.calltolocalaction.coordination;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.AuditTrail;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is late and who has to move, at this moment. */
@Service
@Transactional(readOnly = true)
public class Overview {

	private final PledgeLines lines;

	private final Pledges pledges;

	private final Reviews reviews;

	private final Editions editions;

	private final AuditTrail trail;

	private final Clock clock;

	Overview(PledgeLines lines, Pledges pledges, Reviews reviews, Editions editions, AuditTrail trail, Clock clock) {
		this.lines = lines;
		this.pledges = pledges;
		this.reviews = reviews;
		this.editions = editions;
		this.trail = trail;
		this.clock = clock;
	}

	/**
	 * @param running editions whose call was opened here and whose report is not published, newest first
	 * @param drafts begun and not submitted, of all governments
	 * @param decisions disagreements that wait for a coordinator, longest first
	 * @param partners who has open reviews, the latest first
	 * @param corrections pledges that wait for their government, longest first
	 */
	public record Glance(List<Progress> running, List<Edition> editions, long drafts, List<Waiting> decisions,
			List<PartnerWork> partners, List<Waiting> corrections) {

		/** The call of which another one cannot be opened beside. */
		public boolean callOpen() {
			return running.stream().anyMatch(progress -> progress.edition().state() == EditionState.OPEN);
		}

	}

	/** How far an edition is. */
	public record Progress(Edition edition, Map<PledgeState, Long> states, long pledges, long missing) {
	}

	/** A pledge and since when somebody is asked to move. */
	public record Waiting(PledgeLine line, Instant since) {
	}

	/** A partner's open reviews, the oldest due first. */
	public record PartnerWork(PartnerCode partner, List<Review> open, List<Review> overdue) {
	}

	public Glance of(Person by) {
		by.requireCoordinator();
		List<Edition> all = editions.newestFirst();
		List<Edition> unpublished = all.stream()
			.filter(edition -> edition.state() != EditionState.PLANNED && edition.state() != EditionState.PUBLISHED)
			.toList();
		Map<EditionYear, List<PledgeLine>> pledgesOf = lines.of(unpublished.stream().map(Edition::year).toList());
		List<Progress> running = unpublished.stream()
			.map(edition -> progress(edition, pledgesOf.get(edition.year())))
			.toList();
		return new Glance(running, all, pledges.countByState(PledgeState.DRAFT),
				waiting(PledgeState.DISAGREEMENT, "pledge.disagreement"), work(),
				waiting(PledgeState.CHANGES_REQUESTED, "pledge.changes-requested"));
	}

	private static Progress progress(Edition edition, List<PledgeLine> lines) {
		List<PledgeLine> counting = lines.stream()
			.filter(line -> line.countsFor().equals(edition.year()))
			.toList();
		Map<PledgeState, Long> states = counting.stream()
			.collect(Collectors.groupingBy(PledgeLine::state, TreeMap::new, Collectors.counting()));
		return new Progress(edition, states, counting.size(),
				counting.stream().filter(line -> line.holdsUp(edition.year())).count());
	}

	private List<PartnerWork> work() {
		Instant now = clock.instant();
		Map<PartnerCode, List<Review>> byPartner = reviews.open()
			.stream()
			.collect(Collectors.groupingBy(Review::partner, TreeMap::new, Collectors.toList()));
		return byPartner.entrySet()
			.stream()
			.map(work -> new PartnerWork(work.getKey(), work.getValue(),
					work.getValue().stream().filter(review -> review.dueAt().isBefore(now)).toList()))
			.sorted(Comparator.comparing((PartnerWork work) -> work.overdue().size()).reversed())
			.toList();
	}

	// The trail knows when the pledge came to where it waits now; its last such entry is the present one.
	private List<Waiting> waiting(PledgeState state, String act) {
		List<PledgeLine> waiting = lines.in(state);
		Map<String, Instant> since = trail.latest(act, waiting.stream().map(line -> line.reference().value()).toList());
		return waiting.stream()
			.map(line -> new Waiting(line, since.getOrDefault(line.reference().value(), line.pledge().changedAt())))
			.sorted(Comparator.comparing(Waiting::since))
			.toList();
	}

}
