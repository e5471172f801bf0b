package org.calltolocalaction.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.pledges.PledgeQuestion;
import org.calltolocalaction.kernel.Gone;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reports.Errata;
import org.calltolocalaction.registry.PublishedPledge.Codes;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SqlCondition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds what is public. */
@Component
@Transactional(readOnly = true)
public class PublishedPledges {

	/** How many pledges one page of the list shows. */
	public static final int PAGE_SIZE = 20;

	/** How many are read at once where all of them are taken along. */
	public static final int BATCH = 200;

	private final JdbcClient jdbc;

	private final WhatIsShown shown;

	private final Errata errata;

	PublishedPledges(JdbcClient jdbc, WhatIsShown shown, Errata errata) {
		this.jdbc = jdbc;
		this.shown = shown;
		this.errata = errata;
	}

	/** One page of what was found, and how many there are in all. */
	public record Found(List<PublishedPledge> pledges, long total, int page) {

		public boolean hasNext() {
			return page < pages();
		}

		/** How many pages there are; one even where nothing was found. */
		public int pages() {
			return Math.toIntExact(Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE));
		}

	}

	/**
	 * Every word must begin a word of the pledge, in any order, whatever the accents or
	 * capitals, and every condition hold.
	 * @param query what was typed; empty finds everything
	 * @param edition the edition looked at, or all
	 * @param page from 1; beyond the last one it is the last one
	 */
	public Found search(SearchQuery query, Optional<EditionYear> edition, int page) {
		SqlCondition all = asked(query, edition);
		String where = " where " + all.sql();
		List<Object> parameters = new ArrayList<>(all.parameters());
		long total = jdbc.sql("select count(*) from published_pledge" + where)
			.params(parameters)
			.query(Long.class)
			.single();
		int wanted = Math.min(Math.max(page, 1), new Found(List.of(), total, 1).pages());
		parameters.add(PAGE_SIZE);
		parameters.add((wanted - 1) * PAGE_SIZE);
		List<PublishedPledge> found = jdbc
			.sql("select * from published_pledge" + where
					+ " order by edition_year desc, government, reference limit ? offset ?")
			.params(parameters)
			.query(this::read)
			.list();
		return new Found(found, total, wanted);
	}

	/**
	 * All that was found, some at a time and in the order of the list, however many there
	 * are: those of one edition that come after another.
	 * @param after the last one of the edition that was read already; none at first
	 * @return at most {@link #BATCH}; where there are fewer, they are the last
	 */
	public List<PublishedPledge> next(SearchQuery query, EditionYear edition, Optional<PublishedPledge> after) {
		List<SqlCondition> conditions = new ArrayList<>(List.of(asked(query, Optional.of(edition))));
		after.ifPresent(last -> conditions
			.add(SqlCondition.of("(government, reference) > (?, ?)", last.government(), last.reference().value())));
		SqlCondition all = SqlCondition.all(conditions);
		return jdbc
			.sql("select * from published_pledge where " + all.sql() + " order by government, reference limit " + BATCH)
			.params(all.parameters())
			.query(this::read)
			.list();
	}

	private SqlCondition asked(SearchQuery query, Optional<EditionYear> edition) {
		List<SqlCondition> conditions = new ArrayList<>(PublishedSearch.conditions(query));
		conditions.add(SqlCondition.of("true"));
		if (conditions.size() > 1) {
			// A search would tell what it finds: a row is asked only where it is made of
			// what everybody may read now.
			conditions.add(SqlCondition.of("shows = ?", shown.ofRows()));
		}
		edition.ifPresent(year -> conditions.add(SqlCondition.of("edition_year = ?", year.value())));
		return SqlCondition.all(conditions);
	}

	/**
	 * A pledge that everybody may read.
	 * @throws Gone where everybody could and may not any more
	 * @throws NotFound where there is none, or none that everybody could ever read
	 */
	public PublishedPledge pledge(PledgeReference reference) {
		return find(reference).orElseThrow(() -> errata.first(reference)
			.<RuntimeException>map(erratum -> new Gone("reports.gone." + erratum.kind(), reference.value()))
			.orElseGet(() -> new NotFound("Pledge " + reference)));
	}

	public Optional<PublishedPledge> find(PledgeReference reference) {
		return jdbc.sql("select * from published_pledge where reference = ?")
			.param(reference.value())
			.query(this::read)
			.optional();
	}

	/** The editions of which something is public, newest first. */
	public List<EditionYear> editions() {
		return jdbc.sql("select distinct edition_year from published_pledge order by edition_year desc")
			.query(Integer.class)
			.list()
			.stream()
			.map(EditionYear::new)
			.toList();
	}

	private PublishedPledge read(ResultSet row, int number) throws SQLException {
		PledgeReference reference = new PledgeReference(row.getString("reference"));
		String title = shown.text(PledgeQuestion.TITLE, row.getString("title"), "");
		return new PublishedPledge(reference, new EditionYear(row.getInt("edition_year")), row.getInt("revision"),
				title.isBlank() ? reference.value() : title,
				shown.text(PledgeQuestion.SUMMARY, row.getString("summary"), ""),
				shown.text(PledgeQuestion.LANGUAGE, row.getString("language"), ""), row.getString("government"),
				row.getString("government_type"), row.getString("country"), row.getString("region"),
				shown.text(PledgeQuestion.STAGE, row.getString("stage"), ""),
				new Codes(codes(row, "objectives", PledgeQuestion.OBJECTIVES),
						codes(row, "sdgs", List.of(PledgeQuestion.SDGS)),
						codes(row, "beneficiaries", List.of(PledgeQuestion.BENEFICIARIES))));
	}

	private List<String> codes(ResultSet row, String column, List<PledgeQuestion> questions) throws SQLException {
		return shown.codes(questions, List.of((String[]) row.getArray(column).getArray()));
	}

}
