package org.calltolocalaction.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.similarity.SimilarSubmissions;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The pledges like one among ten thousand, whose titles are made of everyday words: the
 * densest case there is.
 */
@DeskTest
class SimilarPledgesBenchmark {

	private static final int REQUESTS = 100;

	private static final List<String> WORDS = List.of("welcome", "desk", "district", "language", "courses", "migrants",
			"refugees", "housing", "health", "school", "children", "women", "work", "training", "inclusion", "city",
			"network", "support", "legal", "advice", "centre", "reception", "community", "dialogue", "climate",
			"displacement", "documents", "access", "services", "local", "plan", "youth", "remittances", "return",
			"families", "rights", "participation", "council");

	@Autowired
	private Story story;

	@Autowired
	private SimilarSubmissions similar;

	@Autowired
	private JdbcClient jdbc;

	@AfterEach
	void what_was_written_goes() {
		jdbc.sql("delete from submitted_words where reference like 'CLA-2998-%'").update();
		jdbc.sql("delete from pledge where reference like 'CLA-2998-%'").update();
	}

	@Test
	void looking_for_what_may_be_the_same() {
		int edition = story.anOpenEdition().value();
		Person member = story.memberOf("Kampala");
		Pledge judged = story.pledge(story.aSubmittedPledgeBy(member));
		write(edition, member);
		Crowd.Work looks = (person, time) -> assertThat(similar.to(judged)).hasSizeLessThanOrEqualTo(5);
		Crowd.measures(1, REQUESTS, looks);
		Crowd.measures(1, REQUESTS, looks).print("similar pledges among 10,000", "none, fetched apart from the page");
		jdbc.sql("""
				explain (analyze, costs off, summary off)
				select reference from submitted_words where plain_title % 'a welcome desk in every district'
				order by similarity(plain_title, 'a welcome desk in every district') desc limit 30""")
			.query(String.class)
			.list()
			.forEach(System.out::println);
	}

	private void write(int edition, Person author) {
		jdbc.sql(
				"""
						insert into pledge (reference, government_id, state, answers, draft_version, created_at, created_by, changed_at,
						changed_by, call_year, first_submitted_at, latest_revision, decision_note, version)
						select 'CLA-2998-' || lpad(number::text, 6, '0'), membership.government, 'UNDER_REVIEW', '{}', 1, now(),
						membership.account, now(), membership.account, :edition, now(), 1, '', 0
						from generate_series(1, 10000) as number, membership where membership.account = :author""")
			.param("edition", edition)
			.param("author", author.id().value())
			.update();
		jdbc.sql(
				"""
						insert into submitted_words (reference, government_id, title, plain_title, words)
						select reference, government_id, title, title, to_tsvector('simple', title)
						from (select reference, government_id, (select string_agg(words[1 + floor(random() * cardinality(words))], ' ')
						from generate_series(1, 7), string_to_array(:words, ' ') as words where pledge.reference is not null) as title
						from pledge where reference like 'CLA-2998-%') as generated""")
			.param("words", String.join(" ", WORDS))
			.update();
		jdbc.sql("vacuum analyze submitted_words").update();
	}

}
