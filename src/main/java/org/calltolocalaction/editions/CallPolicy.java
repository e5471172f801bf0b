package org.calltolocalaction.editions;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.calltolocalaction.editions.calendar.ReviewCalendar;
import org.calltolocalaction.editions.extension.Extension;
import org.calltolocalaction.editions.extension.Extensions;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.kernel.ReadTransactionCache;
import org.calltolocalaction.kernel.lock.LockSpace;
import org.calltolocalaction.kernel.lock.TransactionLocks;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says which edition's call a submission answers, and for which edition it counts: the
 * law of the deadline.
 */
@Service
public class CallPolicy {

	/**
	 * Review the editions until a coordinator sets other partners when opening one: who
	 * is added since is not asked before somebody says so.
	 */
	private static final Set<PartnerCode> FOUNDING_PARTNERS = Set.of(new PartnerCode("UCLG"), new PartnerCode("MMC"),
			new PartnerCode("IOM"));

	private final Editions editions;

	private final Extensions extensions;

	private final EntityManager entityManager;

	private final TransactionLocks locks;

	private final JdbcClient jdbc;

	private final Vocabulary vocabulary;

	private final Clock clock;

	CallPolicy(Editions editions, Extensions extensions, EntityManager entityManager, TransactionLocks locks,
			JdbcClient jdbc, Vocabulary vocabulary, Clock clock) {
		this.editions = editions;
		this.extensions = extensions;
		this.entityManager = entityManager;
		this.locks = locks;
		this.jdbc = jdbc;
		this.vocabulary = vocabulary;
		this.clock = clock;
	}

	/**
	 * The edition whose call a pledge answers that is submitted now: the one for which it
	 * has an extension, even where another call is open; else the open one; where none is
	 * open the last whose report is not frozen, for which it is then late. Else none: no
	 * call waits for anything.
	 * @param holders by whose extensions it can be on time
	 */
	@Transactional(readOnly = true)
	public Optional<Edition> answered(Set<Holder> holders) {
		return inOrder().extendedNow(holders, clock.instant())
			.map(editions::edition)
			.or(editions::open)
			.or(() -> editions.findFirstByStateInOrderByYearDesc(List.of(EditionState.CLOSED, EditionState.CONFIRMED)));
	}

	/**
	 * The same of whoever has no extension; where no call is answered, the edition that
	 * is expected next, as it would be planned.
	 */
	@Transactional(readOnly = true)
	public Edition answeredNow() {
		return answered(Set.of())
			.orElseGet(() -> edition(inOrder().place(new Submission(Optional.empty(), clock.instant()))));
	}

	/** What a submission at this moment would mean, for whoever has no extension. */
	@Transactional(readOnly = true)
	public CallStatus statusNow() {
		return statusNow(Set.of());
	}

	/**
	 * What a submission at this moment would mean.
	 * @param holders by whose extensions it can be on time
	 */
	@Transactional(readOnly = true)
	public CallStatus statusNow(Set<Holder> holders) {
		Instant now = clock.instant();
		PlacementPolicy known = inOrder();
		Optional<Edition> call = answered(holders);
		Submission submission = new Submission(call.map(Edition::year), now, holders);
		Placement placement = known.place(submission);
		return call.map(answered -> {
			Optional<Deadline> extended = known.extension(answered.year(), holders, now).map(Extension::until);
			return new CallStatus(answered.year(), extended.orElseGet(answered::deadline), known.timeliness(submission),
					placement, now, extended.map(until -> answered.deadline()));
		})
			.orElseGet(() -> new CallStatus(placement.year(), edition(placement).deadline(), Timeliness.BEFORE_CALL,
					placement, now, Optional.empty()));
	}

	/**
	 * All editions as the law of the deadline sees them at this moment. Read past
	 * whatever this transaction has read before: another one may have opened an edition
	 * since.
	 */
	@Transactional(readOnly = true)
	public PlacementPolicy inOrder() {
		return ReadTransactionCache.once(PlacementPolicy.class, this::read);
	}

	private PlacementPolicy read() {
		// What this transaction has changed so far belongs to it.
		entityManager.flush();
		return new PlacementPolicy(jdbc.sql("""
				select year, state, deadline_local, deadline_zone, deadline_offset, grace_minutes from edition""")
			.query(CallPolicy::known)
			.list(), extensions.all(), toCome());
	}

	/**
	 * Waits for whoever opens an edition, takes an opening back or moves a deadline at
	 * this moment, and has others of them wait until this transaction ends: a pledge is
	 * placed by the editions before or after, and never stranded between. After the
	 * pledge's row and before any edition's.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void holdStill() {
		locks.share(LockSpace.ORDER_OF_EDITIONS);
	}

	/**
	 * The other side of {@link #holdStill()}, for whoever changes what pledges are placed
	 * by, relies on nothing being submitted meanwhile, or shows what follows and then
	 * does it; before any edition's row.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void change() {
		locks.take(LockSpace.ORDER_OF_EDITIONS);
	}

	/**
	 * Where a pledge is placed now, in an edition whose report is not frozen before this
	 * transaction ends. For whoever holds still already.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Placement placeToTake(Submission submission) {
		Placement placement = inOrder().place(submission);
		placement.edition().ifPresent(editions::forChange);
		Placement locked = inOrder().place(submission);
		return locked.equals(placement) ? placement : placeToTake(submission);
	}

	/**
	 * The edition for which something counts; where it is still to be opened, what it
	 * would be if it were planned now.
	 */
	@Transactional(readOnly = true)
	public Edition edition(Placement placement) {
		return edition(placement.year());
	}

	/** The edition of this year, or what it would be if it were planned now. */
	@Transactional(readOnly = true)
	public Edition edition(EditionYear year) {
		return editions.find(year).orElseGet(() -> Edition.planned(year, usualPartners()));
	}

	/**
	 * The edition of this year, which comes into being as one that nothing counts for
	 * where it is not there yet.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	Edition begun(EditionYear year) {
		locks.take(LockSpace.EDITION, year);
		Deadline deadline = Deadline.byDefault(year);
		ReviewCalendar calendar = ReviewCalendar.usual();
		int made = jdbc.sql("""
				insert into edition (year, state, forum, deadline_local, deadline_zone, deadline_offset, grace_minutes,
				review_days, review_cut_off_days, version) values (?, 'SET_ASIDE', '', ?, ?, ?, ?, ?, ?, 0)
				on conflict (year) do nothing""")
			.params(year.value(), deadline.local(), deadline.zone().getId(), deadline.offset().getId(),
					deadline.grace().toMinutes(), calendar.days(), calendar.cutOffDays())
			.update();
		if (made == 1) {
			usualPartners()
				.forEach(partner -> jdbc.sql("insert into edition_partner (edition_year, partner) values (?, ?)")
					.params(year.value(), partner.value())
					.update());
		}
		return editions.forChange(year);
	}

	/** The founding partners that are not closed; where all are, whoever is there. */
	private SortedSet<PartnerCode> usualPartners() {
		SortedSet<PartnerCode> active = new TreeSet<>(vocabulary.activePartners());
		SortedSet<PartnerCode> usual = new TreeSet<>(FOUNDING_PARTNERS);
		usual.retainAll(active);
		return usual.isEmpty() ? active : usual;
	}

	/** The year whose 1 October comes next and whose report is not frozen already. */
	@Transactional(readOnly = true)
	public EditionYear nextToCome() {
		PlacementPolicy known = inOrder();
		EditionYear year = toCome();
		while (known.frozen(year)) {
			year = year.next();
		}
		return year;
	}

	private EditionYear toCome() {
		EditionYear thisYear = new EditionYear(Year.now(clock.withZone(Deadline.ANYWHERE_ON_EARTH)).getValue());
		boolean over = clock.instant().isAfter(Deadline.byDefault(thisYear).instant());
		return over ? thisYear.next() : thisYear;
	}

	private static PlacementPolicy.Known known(ResultSet row, int number) throws SQLException {
		LocalDateTime local = row.getObject("deadline_local", LocalDateTime.class);
		ZoneId zone = ZoneId.of(row.getString("deadline_zone"));
		Duration grace = Duration.ofMinutes(row.getLong("grace_minutes"));
		String offset = row.getString("deadline_offset");
		return new PlacementPolicy.Known(new EditionYear(row.getInt("year")),
				EditionState.valueOf(row.getString("state")), offset == null ? new Deadline(local, zone, grace)
						: new Deadline(local, zone, grace, ZoneOffset.of(offset)));
	}

}
