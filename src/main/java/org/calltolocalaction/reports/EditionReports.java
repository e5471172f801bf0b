package org.calltolocalaction.reports;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.ReleaseReport;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeLifecycle;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compiles, freezes and publishes the report of an edition. Freezing and publishing are
 * called by the process.
 */
@Service
@Transactional
public class EditionReports {

	private static final int BATCH = 200;

	/**
	 * The hash of the entries' hashes, in the order of their references, each made anew
	 * from what it is of.
	 */
	static final String HASH = """
			select encode(sha256(convert_to(coalesce(string_agg(encode(sha256(convert_to(content::text, 'UTF8')), 'hex'), ''
			order by reference collate "C"), ''), 'UTF8')), 'hex')
			from report_entry where edition_year = ? and content is not null""";

	private final Inclusions inclusions;

	private final Pledges pledges;

	private final Revisions revisions;

	private final Governments governments;

	private final Editions editions;

	private final ReleaseReport release;

	private final PledgeLifecycle lifecycle;

	private final ReportEntries entries;

	private final PrintedEntries printed;

	private final ReportContents contents;

	private final EntityManager entityManager;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	EditionReports(Inclusions inclusions, Pledges pledges, Revisions revisions, Governments governments,
			Editions editions, ReleaseReport release, PledgeLifecycle lifecycle, ReportEntries entries,
			PrintedEntries printed, ReportContents contents, EntityManager entityManager, JdbcClient jdbc,
			JsonMapper json, Clock clock) {
		this.inclusions = inclusions;
		this.pledges = pledges;
		this.revisions = revisions;
		this.governments = governments;
		this.editions = editions;
		this.release = release;
		this.lifecycle = lifecycle;
		this.entries = entries;
		this.printed = printed;
		this.contents = contents;
		this.entityManager = entityManager;
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * In how many portions the lifecycles of the pledges end when the report is frozen,
	 * and their governments are told.
	 */
	@Transactional(readOnly = true)
	public int portions(EditionYear year) {
		return ReportPortion.countFor(jdbc.sql("select count(*) from inclusion where edition_year = ?")
			.param(year.value())
			.query(Long.class)
			.single());
	}

	/**
	 * Compiles the report from what is included now; from here on it does not change.
	 * Idempotent.
	 */
	public void freeze(EditionYear year) {
		if (editions.forChange(year).reportFrozen()) {
			return;
		}
		compile(year, clock.instant());
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
		compile(year, editions.edition(year).frozenAt().orElseThrow());
	}

	/**
	 * Whether every entry is what it was when the report was frozen, and none is missing
	 * or was added.
	 */
	@Transactional(readOnly = true)
	public boolean unaltered(EditionYear year) {
		Optional<String> frozen = jdbc.sql("select sha256 from frozen_report where edition_year = ?")
			.param(year.value())
			.query(String.class)
			.optional();
		return frozen.isEmpty() || frozen.get().equals(hash(year));
	}

	private void compile(EditionYear year, Instant frozenAt) {
		String after = "";
		List<Inclusion> batch;
		do {
			batch = inclusions.batch(year.value(), after, Limit.of(BATCH));
			write(year, batch);
			after = batch.isEmpty() ? after : batch.get(batch.size() - 1).reference().value();
		}
		while (batch.size() == BATCH);
		jdbc.sql(
				"""
						delete from report_entry where edition_year = ? and not exists (select from inclusion
						where inclusion.reference = report_entry.reference and inclusion.edition_year = report_entry.edition_year)""")
			.param(year.value())
			.update();
		jdbc.sql("""
				insert into frozen_report (edition_year, sha256, figures, frozen_at) values (?, ?, ?::jsonb, ?)
				on conflict (edition_year) do update set sha256 = excluded.sha256, figures = excluded.figures""")
			.params(year.value(), hash(year), json.writeValueAsString(contents.counted(year)),
					frozenAt.atOffset(ZoneOffset.UTC))
			.update();
	}

	private void write(EditionYear year, List<Inclusion> batch) {
		Map<PledgeReference, Pledge> pledgesByReference = pledges.all(batch.stream().map(Inclusion::reference).toList())
			.stream()
			.collect(Collectors.toMap(Pledge::reference, Function.identity()));
		Map<GovernmentId, Government> governmentsById = governments
			.all(pledgesByReference.values().stream().map(Pledge::government).toList());
		for (Inclusion inclusion : batch) {
			Revision revision = revisions.revision(inclusion.reference(), inclusion.revision());
			ReportEntry entry = printed.of(inclusion,
					governmentsById.get(pledgesByReference.get(inclusion.reference()).government()),
					revision.answers());
			entries.freeze(year, entry, printed.frozen(entry));
			// Ten thousand of them are not to be in memory until the report is whole;
			// nobody changes a revision.
			entityManager.detach(revision);
		}
	}

	private String hash(EditionYear year) {
		return jdbc.sql(HASH).param(year.value()).query(String.class).single();
	}

}
