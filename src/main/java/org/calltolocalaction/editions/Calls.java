package org.calltolocalaction.editions;

import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.calltolocalaction.kernel.AuditTrail;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says which edition's call a submission answers, and for which edition it counts: the law of the deadline. */
@Service
public class Calls {

	/** Reviews the editions until a coordinator sets other partners when opening one. */
	static final Set<PartnerCode> FOUNDING_PARTNERS = Set.of(new PartnerCode("UCLG"), new PartnerCode("MMC"),
			new PartnerCode("IOM"));

	private final Editions editions;

	private final AuditTrail audit;

	private final Clock clock;

	Calls(Editions editions, AuditTrail audit, Clock clock) {
		this.editions = editions;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * The edition whose call a pledge answers that is submitted now: the open one; where none is open the last whose
	 * report is not frozen, for which it is then late; else the one to come, as it would be planned.
	 */
	@Transactional(readOnly = true)
	public Edition answeredNow() {
		List<Edition> unfrozen = editions.newestFirst().stream().filter(edition -> !edition.reportFrozen()).toList();
		return unfrozen.stream()
			.filter(edition -> edition.state() == EditionState.OPEN)
			.findFirst()
			.or(() -> unfrozen.stream().filter(edition -> edition.state() != EditionState.PLANNED).findFirst())
			.or(() -> unfrozen.stream().min(Comparator.comparing(Edition::year)))
			.orElseGet(() -> edition(nextToCome()));
	}

	/** What a submission at this moment would mean. */
	@Transactional(readOnly = true)
	public CallStatus statusNow() {
		Instant now = clock.instant();
		Edition call = answeredNow();
		return new CallStatus(call.year(), call.deadline(), call.deadline().timelinessOf(now), countsFor(call, now),
				now);
	}

	/** The first edition after this one whose report is not frozen; it need not be planned yet. */
	@Transactional(readOnly = true)
	public EditionYear after(EditionYear year) {
		EditionYear next = year.next();
		return edition(next).reportFrozen() ? after(next) : next;
	}

	/** The edition for which a pledge counts that answered this call at that instant, as things stand now. */
	@Transactional(readOnly = true)
	public EditionYear countsFor(Edition call, Instant firstSubmittedAt) {
		boolean inTime = call.deadline().timelinessOf(firstSubmittedAt).countsAsInTime();
		return inTime && !call.reportFrozen() ? call.year() : after(call.year());
	}

	/** The edition of this year, or what it would be if it were planned now. */
	@Transactional(readOnly = true)
	public Edition edition(EditionYear year) {
		return editions.find(year).orElseGet(() -> Edition.planned(year, FOUNDING_PARTNERS));
	}

	/** The edition of this year, which comes into being as a planned one where it is not there yet. */
	@Transactional
	public Edition planned(EditionYear year) {
		return editions.find(year).orElseGet(() -> {
			// Ten who submit at once to an edition without a row: one makes it, and nine find it.
			editions.beforeMaking(year);
			return editions.find(year).orElseGet(() -> plan(year));
		});
	}

	private Edition plan(EditionYear year) {
		audit.record(year.businessKey(), "edition.planned", AuditTrail.THE_DESK, "");
		return editions.saveAndFlush(Edition.planned(year, FOUNDING_PARTNERS));
	}

	/** The edition whose 1 October comes next and whose report is not frozen already. */
	@Transactional(readOnly = true)
	public EditionYear nextToCome() {
		EditionYear thisYear = new EditionYear(Year.now(clock.withZone(Deadline.ANYWHERE_ON_EARTH)).getValue());
		boolean over = clock.instant().isAfter(Deadline.byDefault(thisYear).instant());
		EditionYear toCome = over ? thisYear.next() : thisYear;
		return edition(toCome).reportFrozen() ? after(toCome) : toCome;
	}

}
