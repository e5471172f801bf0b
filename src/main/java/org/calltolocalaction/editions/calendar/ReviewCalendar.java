package org.calltolocalaction.editions.calendar;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** By which days an edition's pledges are reviewed. A value: it is set as a whole. */
@Embeddable
public class ReviewCalendar {

	public static final int MOST_DAYS = 120;

	public static final int MOST_CUT_OFF_DAYS = 365;

	private static final int USUAL_DAYS = 15;

	private static final int USUAL_CUT_OFF_DAYS = 45;

	/**
	 * The report's contents are confirmed two weeks after the cut-off, in which the
	 * coordinators decide what is left.
	 */
	private static final int USUAL_CONTENTS_DAYS = USUAL_CUT_OFF_DAYS + 15;

	@Column(name = "review_days")
	private int days;

	@Column(name = "review_cut_off_days")
	private int cutOffDays;

	private @Nullable LocalDate contentsPlanned;

	// In batches: whoever reads all editions to find the present one must not pay a query
	// for each.
	@BatchSize(size = 32)
	@ElementCollection(fetch = FetchType.EAGER)
	@CollectionTable(name = "edition_day_off", joinColumns = @JoinColumn(name = "edition_year"))
	@Column(name = "day")
	private Set<LocalDate> daysOff = new TreeSet<>();

	protected ReviewCalendar() {
	}

	/**
	 * @param days working days that a partner has for a review
	 * @param cutOffDays days after the deadline from which nobody waits for a review any
	 * more
	 * @param contentsPlanned when the contents are to be confirmed
	 * @param daysOff on which nobody works, beside the weekends
	 */
	public ReviewCalendar(int days, int cutOffDays, @Nullable LocalDate contentsPlanned,
			Collection<LocalDate> daysOff) {
		if (days < 1 || days > MOST_DAYS || cutOffDays < 1 || cutOffDays > MOST_CUT_OFF_DAYS) {
			throw new IllegalArgumentException(
					"Reviews take 1 to %d days and end 1 to %d days after the deadline, not %d and %d"
						.formatted(MOST_DAYS, MOST_CUT_OFF_DAYS, days, cutOffDays));
		}
		this.days = days;
		this.cutOffDays = cutOffDays;
		this.contentsPlanned = contentsPlanned;
		this.daysOff.addAll(daysOff);
	}

	/** How many days after the deadline the contents are confirmed until a day is set. */
	public static int usualContentsDays() {
		return USUAL_CONTENTS_DAYS;
	}

	public static ReviewCalendar usual() {
		return new ReviewCalendar(USUAL_DAYS, USUAL_CUT_OFF_DAYS, null, Set.of());
	}

	/** How many working days a partner has for a review. */
	public int days() {
		return days;
	}

	public int cutOffDays() {
		return cutOffDays;
	}

	/** The day that was set for confirming the contents, if one was. */
	public Optional<LocalDate> contentsSet() {
		return Optional.ofNullable(contentsPlanned);
	}

	public SortedSet<LocalDate> daysOff() {
		return new TreeSet<>(daysOff);
	}

	/**
	 * After this instant nobody waits for a review any more: the coordinators decide with
	 * those that are there.
	 */
	public Instant cutOff(Deadline deadline) {
		return deadline.instant().plus(Duration.ofDays(cutOffDays));
	}

	/**
	 * The day on which the contents of the report are to be confirmed; some time after
	 * the deadline until one is set.
	 */
	public LocalDate contents(Deadline deadline) {
		return Optional.ofNullable(contentsPlanned).orElseGet(() -> deadline.lastDay().plusDays(USUAL_CONTENTS_DAYS));
	}

	/** Whether the contents would be confirmed while reviews are still waited for. */
	public boolean contradicts(Deadline deadline) {
		return contents(deadline).isBefore(LocalDate.ofInstant(cutOff(deadline), deadline.zone()));
	}

	/**
	 * An entry for each thing that another calendar says otherwise, for the audit trail;
	 * who sets it, and why, is the caller's to say.
	 */
	public List<AuditEntry> changesTo(ReviewCalendar to, EditionYear year, Deadline deadline) {
		return Stream
			.of(change(AuditEntry.of("edition.review-days-set", year), days(), to.days()),
					change(AuditEntry.of("edition.cut-off-moved", year), cutOff(deadline).atZone(deadline.zone()),
							to.cutOff(deadline).atZone(deadline.zone())),
					change(AuditEntry.of("edition.contents-planned", year), contents(deadline), to.contents(deadline)),
					change(AuditEntry.of("edition.days-off-set", year), daysOff(), to.daysOff()))
			.flatMap(Optional::stream)
			.toList();
	}

	private static Optional<AuditEntry> change(AuditEntry entry, Object from, Object to) {
		return from.equals(to) ? Optional.empty() : Optional.of(entry.with("from", from).with("to", to));
	}

}
