package org.calltolocalaction.reports;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Writes the entries of a report from what is included, batch by batch, and seals it. */
@Component
class CompileReport {

	private static final int BATCH = 200;

	private final Inclusions inclusions;

	private final Pledges pledges;

	private final Revisions revisions;

	private final Governments governments;

	private final ReportEntries entries;

	private final PrintedEntries printed;

	private final ReportSeals seals;

	private final EntityManager entityManager;

	CompileReport(Inclusions inclusions, Pledges pledges, Revisions revisions, Governments governments,
			ReportEntries entries, PrintedEntries printed, ReportSeals seals, EntityManager entityManager) {
		this.inclusions = inclusions;
		this.pledges = pledges;
		this.revisions = revisions;
		this.governments = governments;
		this.entries = entries;
		this.printed = printed;
		this.seals = seals;
		this.entityManager = entityManager;
	}

	void compile(EditionYear year, Instant frozenAt) {
		String after = "";
		List<Inclusion> batch;
		do {
			batch = inclusions.batch(year.value(), after, Limit.of(BATCH));
			write(year, batch, frozenAt);
			after = batch.isEmpty() ? after : batch.get(batch.size() - 1).reference().value();
		}
		while (batch.size() == BATCH);
		entries.removeWhatIsNotIncluded(year);
		seals.seal(year, frozenAt);
	}

	private void write(EditionYear year, List<Inclusion> batch, Instant frozenAt) {
		Map<PledgeReference, Pledge> pledgesByReference = pledges.all(batch.stream().map(Inclusion::reference).toList())
			.stream()
			.collect(Collectors.toMap(Pledge::reference, Function.identity()));
		Map<GovernmentId, Government> governmentsById = governments
			.all(pledgesByReference.values().stream().map(Pledge::government).toList());
		for (Inclusion inclusion : batch) {
			Revision revision = revisions.revision(inclusion.reference(), inclusion.revision());
			Pledge pledge = Objects.requireNonNull(pledgesByReference.get(inclusion.reference()),
					"What is included is a pledge");
			Government government = Objects.requireNonNull(governmentsById.get(pledge.government()),
					"A pledge is a government's");
			ReportEntry entry = printed.of(inclusion, government, revision.answers(), frozenAt);
			entries.freeze(year, entry, printed.frozen(entry));
			// Ten thousand of them are not to be in memory until the report is whole;
			// nobody changes a revision.
			entityManager.detach(revision);
		}
	}

}
