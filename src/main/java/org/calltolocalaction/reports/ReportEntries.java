package org.calltolocalaction.reports;

import java.util.List;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentCorrected;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.merging.GovernmentMerged;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeContent;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.Revisions;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the rows of reports in step with what is included, until they are frozen. */
@Component
class ReportEntries {

	private final Pledges pledges;

	private final Revisions revisions;

	private final Governments governments;

	private final Errata errata;

	private final JdbcClient jdbc;

	ReportEntries(Pledges pledges, Revisions revisions, Governments governments, Errata errata, JdbcClient jdbc) {
		this.pledges = pledges;
		this.revisions = revisions;
		this.governments = governments;
		this.errata = errata;
		this.jdbc = jdbc;
	}

	/**
	 * It stands in this edition's report and in no other; a report that is frozen stays
	 * as it is.
	 */
	void put(Inclusion inclusion, Pledge pledge) {
		remove(inclusion.reference());
		errata.follow(inclusion.reference(), inclusion.edition());
		Government government = governments.government(pledge.government());
		PledgeContent content = revisions.revision(inclusion.reference(), inclusion.revision()).content();
		jdbc.sql(
				"""
						insert into report_entry (edition_year, reference, revision, government_name, government_type, country,
						region, published, objectives)
						select :year, :reference, :revision, :name, :type, :country, :region, :published, string_to_array(:objectives, ' ')
						where not exists (select from frozen_report where edition_year = :year)""")
			.param("year", inclusion.edition().value())
			.param("reference", inclusion.reference().value())
			.param("revision", inclusion.revision())
			.param("name", government.name())
			.param("type", government.type())
			.param("country", government.country())
			.param("region", government.region())
			.param("published", content.mayBePublished() && errata.open(inclusion.reference()).isEmpty())
			.param("objectives", String.join(" ", content.objectives()))
			.update();
	}

	/** It stands in no report that still grows. */
	void remove(PledgeReference reference) {
		jdbc.sql("delete from report_entry where reference = ? and content is null").param(reference.value()).update();
	}

	/** Leaves no entry of what was included once and is not any more. */
	void removeWhatIsNotIncluded(EditionYear year) {
		jdbc.sql(
				"""
						delete from report_entry where edition_year = ? and not exists (select from inclusion
						where inclusion.reference = report_entry.reference and inclusion.edition_year = report_entry.edition_year)""")
			.param(year.value())
			.update();
	}

	/** Keeps the entry as it is printed from now on. */
	void freeze(EditionYear year, ReportEntry entry, String content) {
		jdbc.sql("""
				insert into report_entry (edition_year, reference, revision, government_name, government_type, country,
				region, published, objectives, content, sha256)
				select :year, :reference, :revision, :name, :type, :country, :region, :published,
				string_to_array(:objectives, ' '), entry, encode(sha256(convert_to(entry::text, 'UTF8')), 'hex')
				from (select :content::jsonb as entry) as frozen
				on conflict (edition_year, reference) do update set revision = excluded.revision,
				government_name = excluded.government_name, government_type = excluded.government_type,
				country = excluded.country, region = excluded.region, published = excluded.published,
				objectives = excluded.objectives, content = excluded.content, sha256 = excluded.sha256""")
			.param("year", year.value())
			.param("reference", entry.reference())
			.param("revision", entry.revision())
			.param("name", entry.governmentName())
			.param("type", entry.governmentType())
			.param("country", entry.country())
			.param("region", entry.region())
			.param("published", entry.published())
			.param("objectives", String.join(" ", entry.objectives()))
			.param("content", content)
			.update();
	}

	@EventListener
	@Transactional
	public void on(GovernmentCorrected corrected) {
		follow(corrected.government());
	}

	/** After the pledges, which are the other's by then. */
	@EventListener
	@Order(Ordered.LOWEST_PRECEDENCE)
	@Transactional
	public void on(GovernmentMerged merged) {
		follow(merged.intoId());
	}

	private void follow(GovernmentId id) {
		Government government = governments.government(id);
		List<String> references = pledges.of(id).stream().map(Pledge::reference).map(PledgeReference::value).toList();
		if (!references.isEmpty()) {
			jdbc.sql("""
					update report_entry set government_name = :name, government_type = :type, country = :country,
					region = :region where reference in (:references) and content is null""")
				.param("name", government.name())
				.param("type", government.type())
				.param("country", government.country())
				.param("region", government.region())
				.param("references", references)
				.update();
		}
	}

}
