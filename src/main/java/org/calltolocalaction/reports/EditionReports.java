package org.calltolocalaction.reports;

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
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeLifecycle;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.Revisions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Compiles, freezes and publishes the report of an edition. Freezing and publishing are called by the process. */
@Service
@Transactional
public class EditionReports {

	private static final TypeReference<List<ReportEntry>> ENTRIES = new TypeReference<>() {
	};

	private final Inclusions inclusions;

	private final Pledges pledges;

	private final Revisions revisions;

	private final Governments governments;

	private final Editions editions;

	private final ReleaseReport release;

	private final PledgeForm form;

	private final PledgeLifecycle lifecycle;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	EditionReports(Inclusions inclusions, Pledges pledges, Revisions revisions, Governments governments,
			Editions editions, ReleaseReport release, PledgeForm form, PledgeLifecycle lifecycle, JdbcClient jdbc,
			JsonMapper json, Clock clock) {
		this.inclusions = inclusions;
		this.pledges = pledges;
		this.revisions = revisions;
		this.governments = governments;
		this.editions = editions;
		this.release = release;
		this.form = form;
		this.lifecycle = lifecycle;
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/** The report as it was frozen, as far as everybody may read it now, or as it would be if it were frozen now. */
	@Transactional(readOnly = true)
	public EditionReport report(EditionYear year) {
		return frozen(year).orElseGet(() -> new EditionReport(year, Optional.empty(), compile(year)));
	}

	/**
	 * Compiles the report from what is included now; from here on it does not change. Idempotent.
	 */
	public void freeze(EditionYear year) {
		if (editions.forChange(year).reportFrozen()) {
			return;
		}
		write(year, clock.instant());
		release.frozen(year);
		lifecycle.frozen(inclusions.in(year).stream().map(Inclusion::reference).toList());
	}

	/** Makes the frozen report public. Idempotent. */
	public void publish(EditionYear year) {
		release.published(year);
	}

	/** The report of an edition that was published before this system existed, made anew after each import. */
	public void compileEarlier(EditionYear year) {
		write(year, editions.edition(year).frozenAt().orElseThrow());
	}

	private void write(EditionYear year, Instant frozenAt) {
		jdbc.sql("""
				insert into frozen_report (edition_year, content, frozen_at) values (?, ?::jsonb, ?)
				on conflict (edition_year) do update set content = excluded.content""")
			.params(year.value(), json.writeValueAsString(compile(year)), frozenAt.atOffset(ZoneOffset.UTC))
			.update();
	}

	private Optional<EditionReport> frozen(EditionYear year) {
		return jdbc.sql("select content, frozen_at from frozen_report where edition_year = ?")
			.param(year.value())
			.query((row, number) -> new EditionReport(year, Optional.of(row.getTimestamp("frozen_at").toInstant()),
					json.readValue(row.getString("content"), ENTRIES).stream().map(entry -> entry.asPublicNow(form)).toList()))
			.optional();
	}

	private List<ReportEntry> compile(EditionYear year) {
		List<Inclusion> included = inclusions.in(year);
		Map<PledgeReference, Pledge> pledgesByReference = pledges
			.all(included.stream().map(Inclusion::reference).toList())
			.stream()
			.collect(Collectors.toMap(Pledge::reference, Function.identity()));
		Map<GovernmentId, Government> governmentsById = governments
			.all(pledgesByReference.values().stream().map(Pledge::government).toList());
		return included.stream().map(inclusion -> {
			Pledge pledge = pledgesByReference.get(inclusion.reference());
			return entry(inclusion, governmentsById.get(pledge.government()));
		}).toList();
	}

	private ReportEntry entry(Inclusion inclusion, Government government) {
		Answers answers = revisions.revision(inclusion.reference(), inclusion.revision()).answers();
		return new ReportEntry(inclusion.reference().value(), inclusion.revision(), government.name(),
				government.type(), government.country(), government.region(), form.mayBePublished(answers),
				form.publicAnswers(answers).asMap());
	}

}
