package org.calltolocalaction.editions;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.EditionsChanged.Act;
import org.calltolocalaction.editions.calendar.ReminderDays;
import org.calltolocalaction.editions.calendar.ReviewCalendar;
import org.calltolocalaction.editions.calendar.ReviewCalendarSet;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * One year's call and its report: guards the order in which it is opened, closed,
 * confirmed, frozen and published. Whoever is to know of a change is told when it is
 * saved.
 */
@Entity
public class Edition extends AbstractAggregateRoot<Edition> {

	@Id
	private int year;

	@Enumerated(EnumType.STRING)
	private EditionState state;

	@Embedded
	private Forum forum;

	private LocalDateTime deadlineLocal;

	private String deadlineZone;

	private String deadlineOffset;

	private int graceMinutes;

	@Embedded
	private ReviewCalendar reviewCalendar;

	@Enumerated(EnumType.STRING)
	private SignOffRule signOffRule = SignOffRule.OFF;

	private int[] reminderDays = stored(ReminderDays.USUAL);

	@ElementCollection(fetch = FetchType.EAGER)
	@CollectionTable(name = "edition_partner", joinColumns = @JoinColumn(name = "edition_year"))
	@Column(name = "partner")
	@BatchSize(size = 32)
	private Collection<String> partners = new TreeSet<>();

	private @Nullable Instant openedAt;

	private @Nullable Instant closedAt;

	private @Nullable Instant confirmedAt;

	private @Nullable Instant frozenAt;

	private @Nullable Instant approvedAt;

	private @Nullable Instant publishedAt;

	private int datesRevision;

	private @Nullable Instant datesChangedAt;

	@Version
	private @Nullable Long version;

	protected Edition() {
	}

	private Edition(EditionYear year, EditionState state, Forum forum, Collection<PartnerCode> partners) {
		this.year = year.value();
		this.state = state;
		this.forum = forum;
		this.partners = partners.stream().map(PartnerCode::value).collect(Collectors.toCollection(TreeSet::new));
		this.reviewCalendar = ReviewCalendar.usual();
		decree(Deadline.byDefault(year));
	}

	static Edition planned(EditionYear year, Collection<PartnerCode> partners) {
		return new Edition(year, EditionState.PLANNED, Forum.NOT_KNOWN_YET, partners);
	}

	/** An edition that ran before this system existed: its report was published then. */
	static Edition beforeThisSystem(EditionYear year, Forum forum, Instant publishedAt) {
		Edition edition = new Edition(year, EditionState.PUBLISHED, forum, java.util.Set.of());
		edition.frozenAt = publishedAt;
		edition.publishedAt = publishedAt;
		return edition;
	}

	public EditionYear year() {
		return new EditionYear(year);
	}

	public EditionState state() {
		return state;
	}

	/** Where the report is presented. */
	public Forum forum() {
		return forum;
	}

	public Deadline deadline() {
		ZoneId zone = ZoneId.of(deadlineZone);
		Duration grace = Duration.ofMinutes(graceMinutes);
		return deadlineOffset == null ? new Deadline(deadlineLocal, zone, grace)
				: new Deadline(deadlineLocal, zone, grace, ZoneOffset.of(deadlineOffset));
	}

	/**
	 * The organisations that review this edition's pledges, in the order of their codes.
	 */
	public SortedSet<PartnerCode> partners() {
		return partners.stream().map(PartnerCode::new).collect(Collectors.toCollection(TreeSet::new));
	}

	/** By which days its pledges are reviewed. */
	public ReviewCalendar reviewCalendar() {
		return reviewCalendar;
	}

	/**
	 * Whether what is submitted to its call has to be approved by a head of government.
	 */
	public SignOffRule signOffRule() {
		return signOffRule;
	}

	/** How many days before the deadline people are reminded of it. */
	public ReminderDays reminders() {
		return ReminderDays.of(Arrays.stream(reminderDays).boxed().toList());
	}

	/**
	 * How often the dates that everybody may know were set anew; none was before the call
	 * was opened.
	 */
	public int datesRevision() {
		return datesRevision;
	}

	/** When they were set last. */
	public Optional<Instant> datesChangedAt() {
		return Optional.ofNullable(datesChangedAt);
	}

	/** After this instant nobody waits for a review any more. */
	public Instant reviewCutOff() {
		return reviewCalendar.cutOff(deadline());
	}

	/** The day on which the contents of its report are to be confirmed. */
	public LocalDate contentsPlanned() {
		return reviewCalendar.contents(deadline());
	}

	public boolean reportFrozen() {
		return state.reportFrozen();
	}

	public Optional<Instant> frozenAt() {
		return Optional.ofNullable(frozenAt);
	}

	public Optional<Instant> publishedAt() {
		return Optional.ofNullable(publishedAt);
	}

	public Optional<Instant> openedAt() {
		return Optional.ofNullable(openedAt);
	}

	public Optional<Instant> confirmedAt() {
		return Optional.ofNullable(confirmedAt);
	}

	/**
	 * Whether it was published before this system existed: then it was never opened here.
	 */
	public boolean beforeThisSystem() {
		return state == EditionState.PUBLISHED && openedAt == null;
	}

	public Optional<Instant> closedAt() {
		return Optional.ofNullable(closedAt);
	}

	/**
	 * @param before by which pledges were placed until now
	 */
	void open(EditionSetup setup, PlacementPolicy before, Instant now) {
		if (setup.partners().isEmpty()) {
			throw new IllegalArgumentException("Edition " + year + " needs at least one reviewing partner");
		}
		happens(EditionTransition.OPEN);
		this.forum = setup.forum();
		this.partners.clear();
		setup.partners().forEach(partner -> this.partners.add(partner.value()));
		this.signOffRule = setup.signOff();
		this.reminderDays = stored(setup.reminders());
		this.reviewCalendar = setup.reviewCalendar();
		decree(setup.deadline());
		datesSet(now);
		this.openedAt = now;
		registerEvent(new EditionsChanged(year(), Act.OPENED, before, before.opened(year(), setup.deadline())));
	}

	/** Its call asks for less than before. */
	void easeSignOff(SignOffRule rule) {
		happens(EditionTransition.EASE_SIGN_OFF);
		this.signOffRule = rule;
	}

	/**
	 * Pledges can count for it, and its call is opened later.
	 * @param before by which pledges were placed until now
	 */
	void plan(PlacementPolicy before) {
		happens(EditionTransition.PLAN);
		registerEvent(new EditionsChanged(year(), Act.PLANNED, before, before.planned(year())));
	}

	/** Nothing counts for it any more: a later one was opened past it. */
	void passOver() {
		happens(EditionTransition.PASS_OVER);
	}

	/**
	 * It is as if it had never been opened.
	 * @param before by which pledges were placed until now
	 */
	void takeBackOpening(PlacementPolicy before, Instant now) {
		happens(EditionTransition.TAKE_BACK_OPENING);
		datesSet(now);
		this.openedAt = null;
		this.closedAt = null;
		this.reviewCalendar = ReviewCalendar.usual();
		this.signOffRule = SignOffRule.OFF;
		this.reminderDays = stored(ReminderDays.USUAL);
		decree(Deadline.byDefault(year()));
		registerEvent(new EditionsChanged(year(), Act.TAKEN_BACK, before, before.takenBack(year())));
	}

	/**
	 * A deadline that moves into the future opens a closed call again.
	 * @param before by which pledges were placed until now
	 */
	void moveDeadline(Deadline deadline, PlacementPolicy before, Instant now) {
		happens(EditionTransition.MOVE_DEADLINE);
		registerEvent(new DeadlineMoved(year(), deadline(), deadline, before, before.moved(year(), deadline)));
		decree(deadline);
		datesSet(now);
		if (state == EditionState.CLOSED && deadline.endOfGrace().isAfter(now)) {
			happens(EditionTransition.OPEN_AGAIN);
			closedAt = null;
		}
	}

	/**
	 * Its open reviews follow.
	 * @param reason for the record of each of them
	 */
	public void reviewBy(ReviewCalendar calendar, String reason, Person by, Instant now) {
		happens(EditionTransition.SET_REVIEW_CALENDAR);
		LocalDate planned = contentsPlanned();
		this.reviewCalendar = calendar;
		if (!contentsPlanned().equals(planned)) {
			datesSet(now);
		}
		registerEvent(new ReviewCalendarSet(year(), reason, by));
	}

	/** It reviews what is before the partners and what comes. */
	public void addPartner(PartnerCode partner) {
		happens(EditionTransition.CHANGE_PARTNERS);
		partners.add(partner.value());
	}

	/** It is asked for nothing any more. */
	public void releasePartner(PartnerCode partner) {
		happens(EditionTransition.CHANGE_PARTNERS);
		if (partners.size() == 1) {
			throw new IllegalArgumentException("Edition " + year + " needs at least one reviewing partner");
		}
		partners.remove(partner.value());
	}

	void close(Instant now) {
		happens(EditionTransition.CLOSE);
		closedAt = now;
	}

	void confirmContents(Instant now) {
		happens(EditionTransition.CONFIRM_CONTENTS);
		confirmedAt = now;
	}

	void freeze(Instant now) {
		happens(EditionTransition.FREEZE);
		frozenAt = now;
	}

	/** Says whether this was the first approval: a double click is not a second one. */
	boolean approve(Instant now) {
		happens(EditionTransition.APPROVE);
		boolean first = approvedAt == null;
		if (first) {
			approvedAt = now;
		}
		return first;
	}

	public Optional<Instant> approvedAt() {
		return Optional.ofNullable(approvedAt);
	}

	void publish(Instant now) {
		happens(EditionTransition.PUBLISH);
		publishedAt = now;
	}

	private void datesSet(Instant now) {
		datesRevision++;
		datesChangedAt = now;
	}

	private static int[] stored(ReminderDays reminders) {
		return reminders.days().stream().mapToInt(Integer::intValue).toArray();
	}

	private void decree(Deadline deadline) {
		this.deadlineLocal = deadline.local();
		this.deadlineZone = deadline.zone().getId();
		this.deadlineOffset = deadline.offset().getId();
		this.graceMinutes = Math.toIntExact(deadline.grace().toMinutes());
	}

	private void happens(EditionTransition transition) {
		state = transition.pass("Edition " + year(), state);
	}

}
