package org.calltolocalaction.reports;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which pledges were taken out of what everybody reads. A frozen report stays as it is
 * with its hash, and shows the erratum in the place of the entry; one that still grows
 * does not print the pledge.
 */
@Component
@Transactional
public class Errata {

	/** As many as a report lists; it says how many there are. */
	public static final int LISTED = 50;

	private static final String OPEN = "select * from erratum where reference = ? and put_back_at is null order by id";

	/**
	 * What happened to a report after its contents were final, of what readers saw: what
	 * the report prints or was shown since is taken out; what it does not print is shown
	 * once nothing keeps it back any more.
	 */
	private static final String SINCE_FROZEN = """
			 from erratum join frozen_report using (edition_year)
			left join (select distinct reference as kept_back from erratum where put_back_at is null) still
			on kept_back = erratum.reference
			where edition_year = ? and (taken_out_at >= frozen_at and (exists (select from report_entry
			where report_entry.edition_year = erratum.edition_year and report_entry.reference = erratum.reference
			and published and content is not null) or exists (select from erratum earlier
			where earlier.reference = erratum.reference and earlier.id < erratum.id and earlier.put_back_at >= frozen_at))
			or taken_out_at < frozen_at and put_back_at >= frozen_at and kept_back is null)""";

	private static final int BATCH = 200;

	private final JdbcClient jdbc;

	private final Clock clock;

	Errata(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Whatever keeps it from the public now, the first of it first. */
	@Transactional(readOnly = true)
	public List<Erratum> open(PledgeReference reference) {
		return jdbc.sql(OPEN).param(reference.value()).query(Erratum::read).list();
	}

	/** Those of these that their report does not print, or will not. */
	@Transactional(readOnly = true)
	public List<PledgeReference> unprinted(Collection<PledgeReference> references) {
		return jdbc
			.sql("""
					select distinct reference from erratum left join frozen_report using (edition_year)
					where reference = any (?) and put_back_at is null and (frozen_at is null or taken_out_at < frozen_at)""")
			.param(references.stream().map(PledgeReference::value).toArray(String[]::new))
			.query((row, number) -> new PledgeReference(row.getString("reference")))
			.list();
	}

	/** The first of what keeps it from the public now. */
	@Transactional(readOnly = true)
	public Optional<Erratum> first(PledgeReference reference) {
		return open(reference).stream().findFirst();
	}

	/** Those of a frozen report that its readers are told, newest first. */
	@Transactional(readOnly = true)
	public List<Erratum> of(EditionYear year) {
		return jdbc
			.sql("select erratum.id, erratum.reference, edition_year, erratum.kind, taken_out_at, "
					+ "case when kept_back is null then put_back_at end as put_back_at" + SINCE_FROZEN
					+ " order by erratum.id desc limit ?")
			.params(year.value(), LISTED)
			.query(Erratum::read)
			.list();
	}

	/**
	 * What stands in the place of entries of a frozen report now, in the order of their
	 * references, some at a time.
	 * @param after the last reference that was read; empty at first
	 */
	@Transactional(readOnly = true)
	public List<Erratum> inPlaceOfEntries(EditionYear year, String after) {
		return jdbc.sql("""
				select distinct on (reference) * from erratum where edition_year = :year and reference > :after
				and put_back_at is null and exists (select from report_entry where report_entry.edition_year = :year
				and report_entry.reference = erratum.reference and published and content is not null)
				order by reference, id limit :most""")
			.param("year", year.value())
			.param("after", after)
			.param("most", BATCH)
			.query(Erratum::read)
			.list();
	}

	/** How many a frozen report's readers are told of. */
	@Transactional(readOnly = true)
	public long count(EditionYear year) {
		return jdbc.sql("select count(*)" + SINCE_FROZEN).param(year.value()).query(Long.class).single();
	}

	/** The pledge is not for everybody from now on. */
	public void takeOut(PledgeReference reference, EditionYear edition, StopKind kind) {
		jdbc.sql("insert into erratum (reference, edition_year, kind, taken_out_at) values (?, ?, ?, ?)")
			.params(reference.value(), edition.value(), kind.name(), clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		print(reference, false);
	}

	/**
	 * What kept it from the public for that reason does so no longer.
	 * @param published whether everybody may read it now
	 */
	public void putBack(PledgeReference reference, StopKind kind, boolean published) {
		jdbc.sql("update erratum set put_back_at = ? where reference = ? and kind = ? and put_back_at is null")
			.params(clock.instant().atOffset(ZoneOffset.UTC), reference.value(), kind.name())
			.update();
		print(reference, published);
	}

	/** It stands in another report than before. */
	void follow(PledgeReference reference, EditionYear edition) {
		jdbc.sql("update erratum set edition_year = ? where reference = ? and put_back_at is null")
			.params(edition.value(), reference.value())
			.update();
	}

	private void print(PledgeReference reference, boolean published) {
		jdbc.sql("update report_entry set published = ? where reference = ? and content is null")
			.params(published, reference.value())
			.update();
	}

}
