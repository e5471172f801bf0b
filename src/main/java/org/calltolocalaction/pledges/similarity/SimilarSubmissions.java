package org.calltolocalaction.pledges.similarity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds submitted pledges that may be the same, for the reviewers of a pledge. Drafts are
 * left out: they are their governments' own.
 */
@Component
@Transactional(readOnly = true)
public class SimilarSubmissions {

	/** Titles on the same subject reach about 0.2, rewordings 0.4 and more. */
	private static final double ALIKE = 0.4;

	private static final int AT_MOST = 5;

	/**
	 * What each index proposes at most, so that titles of everyday words do not propose
	 * everything.
	 */
	private static final int PROPOSED = 30;

	// For the operator %, which asks the index only for as much likeness as is wanted in
	// the end.
	private static final String WANT_ALIKE = "select set_config('pg_trgm.similarity_threshold', ?, true)";

	// Three indexes propose, and only what they propose is compared. The title is a value
	// and not joined, so that the
	// planner knows it.
	private static final String FIND = """
			with proposed as (
			    (select reference from submitted_words where plain_title % :title
			        order by similarity(plain_title, :title) desc limit :proposed)
			    union (select reference from submitted_words where words @@ plainto_tsquery('simple', :title)
			        limit :proposed)
			    union (select reference from submitted_words where government_id = :government
			        order by reference desc limit :proposed)
			    union select reference from pledge where continues = :reference
			    union select :continues),
			compared as (
			    select other.reference, other.title, other.government_id, pledge.state, pledge.call_year,
			        extract(year from pledge.first_submitted_at)::integer as submitted_in,
			        pledge.continues is not distinct from :reference as later,
			        other.reference is not distinct from :continues as earlier,
			        other.government_id = :government as same_government,
			        similarity(plain_title, :title) as likeness,
			        coalesce(words @@ nullif(plainto_tsquery('simple', :title)::text, '')::tsquery, false) as same_words
			    from proposed join submitted_words other using (reference) join pledge using (reference)
			    where other.reference <> :reference)
			select *, likeness >= :alike as alike from compared
			where earlier or later or same_government or same_words or likeness >= :alike
			order by earlier or later desc, likeness >= :alike desc, same_government desc, likeness desc, reference desc
			limit :atMost""";

	private final JdbcClient jdbc;

	SimilarSubmissions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Why a pledge is proposed. */
	public enum Reason {

		/** The judged pledge says that it continues this one. */
		EARLIER,

		/** This one says that it continues the judged pledge. */
		LATER,

		SAME_GOVERNMENT, SIMILAR_TITLE,

		/** All words of the judged pledge's title stand in its title or summary. */
		SAME_WORDS

	}

	/**
	 * A submitted pledge that may be the same.
	 *
	 * @param call the edition whose call it answered; where none had been opened, the
	 * year in which it was submitted
	 */
	public record Similar(PledgeReference reference, String title, GovernmentId government, PledgeState state,
			EditionYear call, Set<Reason> reasons) {
	}

	/** Up to five, those with the best reasons first. */
	public List<Similar> to(Pledge pledge) {
		return jdbc.sql("select plain_title from submitted_words where reference = ?")
			.param(pledge.reference().value())
			.query(String.class)
			.optional()
			.map(title -> to(pledge, title))
			.orElse(List.of());
	}

	private List<Similar> to(Pledge pledge, String plainTitle) {
		jdbc.sql(WANT_ALIKE).param(Double.toString(ALIKE)).query(String.class).single();
		return jdbc.sql(FIND)
			.param("title", plainTitle)
			.param("reference", pledge.reference().value())
			.param("government", pledge.government().value())
			.param("continues", pledge.continues().map(PledgeReference::value).orElse(""))
			.param("proposed", PROPOSED)
			.param("alike", ALIKE)
			.param("atMost", AT_MOST)
			.query(SimilarSubmissions::similar)
			.list();
	}

	private static Similar similar(ResultSet row, int number) throws SQLException {
		return new Similar(new PledgeReference(row.getString("reference")), row.getString("title"),
				new GovernmentId(row.getObject("government_id", UUID.class)),
				PledgeState.valueOf(row.getString("state")),
				new EditionYear(row.getInt(row.getInt("call_year") == 0 ? "submitted_in" : "call_year")), reasons(row));
	}

	private static Set<Reason> reasons(ResultSet row) throws SQLException {
		Set<Reason> reasons = EnumSet.noneOf(Reason.class);
		for (Reason reason : Reason.values()) {
			if (row.getBoolean(column(reason))) {
				reasons.add(reason);
			}
		}
		return reasons;
	}

	private static String column(Reason reason) {
		return switch (reason) {
			case EARLIER -> "earlier";
			case LATER -> "later";
			case SAME_GOVERNMENT -> "same_government";
			case SIMILAR_TITLE -> "alike";
			case SAME_WORDS -> "same_words";
		};
	}

}
