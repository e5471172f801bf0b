package org.calltolocalaction.coordination;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Map;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.Forum;
import org.calltolocalaction.editions.ReleaseReport;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.RegisterGovernment;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.lock.LockSpace;
import org.calltolocalaction.kernel.lock.TransactionLocks;
import org.calltolocalaction.pledges.submitting.ImportPledge;
import org.calltolocalaction.reports.EditionReports;
import org.calltolocalaction.reports.IncludePledge;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds to the editions that ended before this system existed. Each step is a transaction
 * of its own, so that a row that is refused takes no other one with it, and waits for the
 * same step of any other import.
 */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class EarlierEditions {

	private static final Map<Integer, Forum> FORUMS = Map.of(2022,
			new Forum("International Migration Review Forum", "Foro de Examen de la Migración Internacional",
					"Forum d’examen des migrations internationales"),
			2023,
			new Forum("Global Refugee Forum", "Foro Mundial sobre los Refugiados", "Forum mondial sur les réfugiés"));

	private final RegisterGovernment register;

	private final Editions editions;

	private final CallPolicy callPolicy;

	private final ReleaseReport release;

	private final ImportPledge importPledge;

	private final IncludePledge include;

	private final EditionReports reports;

	private final TransactionLocks locks;

	EarlierEditions(RegisterGovernment register, Editions editions, CallPolicy callPolicy, ReleaseReport release,
			ImportPledge importPledge, IncludePledge include, EditionReports reports, TransactionLocks locks) {
		this.register = register;
		this.editions = editions;
		this.callPolicy = callPolicy;
		this.release = release;
		this.importPledge = importPledge;
		this.include = include;
		this.reports = reports;
		this.locks = locks;
	}

	/**
	 * Takes the pledge into its edition's report; says false, and changes nothing, where
	 * it is there already.
	 */
	boolean take(EarlierPledge pledge, Person by) {
		// Two coordinators with the same file must not take the same pledge twice.
		locks.take(LockSpace.IMPORT_OF_EARLIER_PLEDGES);
		requireEarlier(pledge.edition());
		Edition edition = release.importEarlier(pledge.edition(),
				FORUMS.getOrDefault(pledge.edition().value(), Forum.NOT_KNOWN_YET),
				LocalDate.of(pledge.edition().value(), Month.DECEMBER, 31)
					.atTime(LocalTime.of(23, 59, 59))
					.toInstant(ZoneOffset.UTC),
				by);
		Government government = register.registerEarlier(by, pledge.government());
		if (importPledge.known(government, edition.year(), pledge.title())) {
			return false;
		}
		include.inEarlierEdition(importPledge.take(government, edition.year(), pledge.answers(), by));
		return true;
	}

	/** Makes the edition's report anew of all that was taken into it. */
	void compile(EditionYear year) {
		locks.take(LockSpace.IMPORT_OF_EARLIER_PLEDGES);
		reports.compileEarlier(year);
	}

	private void requireEarlier(EditionYear year) {
		EditionYear present = editions.open().map(Edition::year).orElseGet(callPolicy::nextToCome);
		if (year.compareTo(present) >= 0) {
			throw new Refused("coordination.import.row.edition-not-earlier", year.businessKey(), present.businessKey());
		}
		if (editions.find(year).filter(edition -> !edition.beforeThisSystem()).isPresent()) {
			throw new Refused("coordination.import.row.edition-run-here", year.businessKey());
		}
	}

}
