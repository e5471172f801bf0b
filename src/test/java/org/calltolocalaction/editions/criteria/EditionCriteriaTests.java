package org.calltolocalaction.editions.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.testing.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A version of the criteria is what was committed as it, and is read once. */
@DeskTest
class EditionCriteriaTests {

	@Autowired
	private EditionCriteria criteria;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void criteria_whose_choice_was_undone_are_nobodys() {
		EditionYear year = notKnownYet();
		new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
			criteria.begin(year, Map.of(Criterion.CONCRETE, 5));
			assertThat(criteria.now(year).weights()).isEqualTo(Map.of(Criterion.CONCRETE, 5));
			transaction.setRollbackOnly();
		});

		criteria.begin(year, Map.of(Criterion.MEASURABLE, 2));

		assertThat(criteria.now(year).weights()).isEqualTo(Map.of(Criterion.MEASURABLE, 2));
	}

	@Test
	void criteria_that_were_read_while_they_were_chosen_are_known_from_then_on() {
		EditionYear year = notKnownYet();
		new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
			criteria.begin(year, Map.of(Criterion.CONCRETE, 5));
			criteria.now(year);
		});
		Criteria known = criteria.now(year);

		assertThat(criteria.now(year)).isSameAs(known);
		assertThat(known.weights()).isEqualTo(Map.of(Criterion.CONCRETE, 5));
	}

	private EditionYear notKnownYet() {
		return new EditionYear(jdbc
			.sql("""
					select greatest((select max(year) from edition), (select max(edition_year) from edition_criterion), 2040) + 1""")
			.query(Integer.class)
			.single());
	}

}
