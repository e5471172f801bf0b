package org.calltolocalaction.reports;

import java.time.Clock;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.ReleaseReport;
import org.calltolocalaction.pledges.PledgeLifecycle;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compiles, freezes and publishes the report of an edition. Freezing and publishing are
 * called by the process.
 */
@Service
@Transactional
public class EditionReports {

	private final Inclusions inclusions;

	private final Editions editions;

	private final ReleaseReport release;

	private final PledgeLifecycle lifecycle;

	private final CompileReport compile;

	private final ReportSeals seals;

	private final Clock clock;

	EditionReports(Inclusions inclusions, Editions editions, ReleaseReport release, PledgeLifecycle lifecycle,
			CompileReport compile, ReportSeals seals, Clock clock) {
		this.inclusions = inclusions;
		this.editions = editions;
		this.release = release;
		this.lifecycle = lifecycle;
		this.compile = compile;
		this.seals = seals;
		this.clock = clock;
	}

	/**
	 * In how many portions the lifecycles of the pledges end when the report is frozen,
	 * and their governments are told.
	 */
	@Transactional(readOnly = true)
	public int portions(EditionYear year) {
		return ReportPortion.countFor(inclusions.countByEditionYear(year.value()));
	}

	/**
	 * Compiles the report from what is included now; from here on it does not change.
	 * Idempotent.
	 */
	public void freeze(EditionYear year) {
		if (editions.forChange(year).reportFrozen()) {
			return;
		}
		compile.compile(year, clock.instant());
		release.frozen(year);
	}

	/**
	 * Freezes the report unless it is, and ends the lifecycles of these pledges in it.
	 */
	public void freeze(EditionYear year, ReportPortion portion) {
		freeze(year);
		lifecycle.frozen(inclusions.references(year.value(), portion.number(), portion.of())
			.stream()
			.map(PledgeReference::new)
			.toList());
	}

	/**
	 * Makes the frozen report public. Idempotent.
	 * @throws IllegalStateException where what was frozen is not what is there now:
	 * somebody wrote past the desk
	 */
	public void publish(EditionYear year) {
		if (!unaltered(year)) {
			throw new IllegalStateException(
					"The report of " + year + " is not what was frozen: its hash is another one");
		}
		release.published(year);
	}

	/**
	 * The report of an edition that was published before this system existed, made anew
	 * after each import.
	 */
	public void compileEarlier(EditionYear year) {
		compile.compile(year, editions.edition(year).frozenAt().orElseThrow());
	}

	/**
	 * Whether every entry is what it was when the report was frozen, and none is missing
	 * or was added.
	 */
	@Transactional(readOnly = true)
	public boolean unaltered(EditionYear year) {
		return seals.unbroken(year);
	}

}
