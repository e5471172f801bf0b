package org.calltolocalaction.editions;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.calltolocalaction.editions.extension.Extension;
import org.calltolocalaction.editions.extension.Holder;

/**
 * The law of the deadline: for which edition a pledge counts. A value, so that what an
 * act would change can be said before it is done, from the same law by which it is then
 * applied.
 *
 * <p>
 * A pledge counts for the first edition, from the one whose call it answered on, in which
 * it is in time, by the deadline or by an extension, and whose report is not frozen. An
 * edition that is only planned has no deadline that anybody decreed, and takes all. Where
 * there is none, the pledge waits for the next that a coordinator opens or plans,
 * whichever year that is.
 */
public final class PlacementPolicy {

	/** The facts of an edition that the law needs. */
	public record Known(EditionYear year, EditionState state, Deadline deadline) {
	}

	private final NavigableMap<EditionYear, Known> editions;

	private final List<Extension> extensions;

	private final EditionYear toCome;

	/**
	 * @param toCome the year whose 1 October comes next
	 */
	public PlacementPolicy(Collection<Known> editions, Collection<Extension> extensions, EditionYear toCome) {
		this(byYear(editions), List.copyOf(extensions), toCome);
	}

	private PlacementPolicy(NavigableMap<EditionYear, Known> editions, List<Extension> extensions, EditionYear toCome) {
		this.editions = Collections.unmodifiableNavigableMap(editions);
		this.extensions = extensions;
		this.toCome = toCome;
	}

	/** Where a pledge stands that is in no report yet. */
	public Placement place(Submission submission) {
		return submission.call()
			.map(from -> editions.tailMap(from, true))
			.orElse(editions)
			.values()
			.stream()
			.filter(edition -> takes(edition, submission))
			.findFirst()
			.map(edition -> Placement.in(edition.year()))
			.orElseGet(() -> submission.call().map(this::nextAfter).orElseGet(() -> Placement.next(expected())));
	}

	/** Whether this can still count for the edition. */
	private boolean takes(Known edition, Submission submission) {
		return switch (edition.state()) {
			case SET_ASIDE, FROZEN, PUBLISHED -> false;
			case PLANNED -> true;
			case OPEN, CLOSED, CONFIRMED -> timeliness(edition, submission).countsAsInTime();
		};
	}

	private Timeliness timeliness(Known edition, Submission submission) {
		Timeliness byDeadline = edition.deadline().timelinessOf(submission.firstSubmittedAt());
		return byDeadline == Timeliness.LATE && extensions(edition.year(), submission.holders())
			.anyMatch(extension -> extension.covers(submission.firstSubmittedAt())) ? Timeliness.EXTENDED : byDeadline;
	}

	private Stream<Extension> extensions(EditionYear year, Set<Holder> holders) {
		return extensions.stream()
			.filter(extension -> extension.edition().equals(year) && holders.contains(extension.holder()));
	}

	/**
	 * The longest extension that one of these has of this edition at that instant, if it
	 * gives more time than everybody has.
	 */
	public Optional<Extension> extension(EditionYear year, Set<Holder> holders, Instant now) {
		return find(year).flatMap(edition -> extensions(year, holders)
			.filter(extension -> extension.runs(now)
					&& extension.until().instant().isAfter(edition.deadline().endOfGrace()))
			.max(Comparator.comparing(extension -> extension.until().instant())));
	}

	/**
	 * The edition to whose call one of these can submit by an extension at that instant;
	 * of several the first.
	 */
	public Optional<EditionYear> extendedNow(Set<Holder> holders, Instant now) {
		return editions.values()
			.stream()
			.filter(edition -> edition.state().takesExtensions())
			.map(Known::year)
			.filter(year -> extension(year, holders, now).isPresent())
			.findFirst();
	}

	/**
	 * For which edition a submitted pledge counts: the one in whose report it stands,
	 * whatever the law would say of it now, else the one where the law places it.
	 * @param report the edition in whose report it stands; none while it stands in none
	 */
	public Placement countsFor(Optional<EditionYear> report, Submission submission) {
		return report.map(Placement::in).orElseGet(() -> place(submission));
	}

	/**
	 * How a first submission stands to the call that it answered, as that one's deadline
	 * and extensions are now.
	 */
	public Timeliness timeliness(Submission submission) {
		return submission.call()
			.flatMap(this::find)
			.filter(edition -> !edition.state().toOpen())
			.map(edition -> timeliness(edition, submission))
			.orElse(Timeliness.BEFORE_CALL);
	}

	/** How a first submission stands to this edition's call, whichever it answered. */
	public Timeliness timelinessFor(EditionYear year, Submission submission) {
		return timeliness(known(year), submission);
	}

	/**
	 * The year in which the next edition is expected: none whose 1 October is over, and
	 * none that has an edition.
	 */
	public EditionYear expected() {
		return expected(toCome);
	}

	private EditionYear expected(EditionYear from) {
		EditionYear year = from;
		while (find(year).filter(edition -> edition.state() != EditionState.SET_ASIDE).isPresent()) {
			year = year.next();
		}
		return year;
	}

	/** The next edition after this one, for what waited for it. */
	public Placement nextAfter(EditionYear year) {
		return Placement.next(expected(year.next().compareTo(toCome) > 0 ? year.next() : toCome));
	}

	/** Whether this edition's report holds a pledge for good. */
	public boolean frozen(EditionYear year) {
		return Optional.ofNullable(editions.get(year)).filter(edition -> edition.state().reportFrozen()).isPresent();
	}

	/** Whether nothing counts for this edition any more. */
	public boolean setAside(EditionYear year) {
		return find(year).filter(edition -> edition.state() == EditionState.SET_ASIDE).isPresent();
	}

	public Optional<Known> find(EditionYear year) {
		return Optional.ofNullable(editions.get(year));
	}

	/**
	 * Planned editions that are passed over where this one is opened: nobody opens them
	 * any more.
	 */
	public Collection<Known> passedBy(EditionYear opened) {
		return editions.headMap(opened, false)
			.values()
			.stream()
			.filter(edition -> edition.state() == EditionState.PLANNED)
			.toList();
	}

	/** As it will be once this edition is open. */
	public PlacementPolicy opened(EditionYear year, Deadline deadline) {
		PlacementPolicy without = this;
		for (Known passed : passedBy(year)) {
			without = without.with(new Known(passed.year(), EditionState.SET_ASIDE, passed.deadline()));
		}
		return without.with(new Known(year, EditionState.OPEN, deadline));
	}

	/** As it will be once this edition is planned, whose call is not open yet. */
	public PlacementPolicy planned(EditionYear year) {
		return with(new Known(year, EditionState.PLANNED, Deadline.byDefault(year)));
	}

	/** As it will be once the opening of this edition is taken back. */
	public PlacementPolicy takenBack(EditionYear year) {
		return with(new Known(year, EditionState.SET_ASIDE, known(year).deadline()));
	}

	/** As it will be once this edition's deadline is another. */
	public PlacementPolicy moved(EditionYear year, Deadline to) {
		return with(new Known(year, known(year).state(), to));
	}

	/** As it will be once this edition's report is frozen. */
	public PlacementPolicy frozenReport(EditionYear year) {
		return with(new Known(year, EditionState.FROZEN, known(year).deadline()));
	}

	/** As it will be once this extension is granted. */
	public PlacementPolicy extended(Extension granted) {
		return extended(List.of(granted));
	}

	/** As it will be once all of these are granted. */
	public PlacementPolicy extended(Collection<Extension> granted) {
		return new PlacementPolicy(editions, Stream.concat(extensions.stream(), granted.stream()).toList(), toCome);
	}

	private Known known(EditionYear year) {
		return find(year).orElseThrow(() -> new IllegalArgumentException("There is no edition " + year));
	}

	private static NavigableMap<EditionYear, Known> byYear(Collection<Known> editions) {
		NavigableMap<EditionYear, Known> byYear = new TreeMap<>();
		editions.forEach(edition -> byYear.put(edition.year(), edition));
		return byYear;
	}

	private PlacementPolicy with(Known edition) {
		NavigableMap<EditionYear, Known> changed = new TreeMap<>(editions);
		changed.put(edition.year(), edition);
		return new PlacementPolicy(changed, extensions, toCome);
	}

}
