package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.testing.AtOnce.allAtOnce;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.submitting.SubmitPledge;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The very first pledges of a new desk, on a database of its own: no edition has a row
 * yet.
 */
@DeskTest
class FirstSubmissionsAtOnceTests {

	private static final String URL = TestDatabase.urlOfAnEmptyOne();

	@Autowired
	Story story;

	@Autowired
	SubmitPledge submit;

	@Autowired
	JdbcClient jdbc;

	@DynamicPropertySource
	static void aDatabaseOfItsOwn(DynamicPropertyRegistry settings) {
		settings.add("spring.datasource.url", () -> URL);
	}

	@Test
	void all_ten_are_submitted_and_have_their_receipts() throws Exception {
		assertThat(jdbc.sql("select count(*) from edition").query(Long.class).single()).isZero();
		List<Callable<SubmitPledge.Result>> submissions = IntStream.range(0, 10).mapToObj(number -> {
			Person member = story.memberOf("City " + number);
			PledgeReference draft = story.aDraftBy(member);
			long version = story.pledge(draft).draftVersion();
			return (Callable<SubmitPledge.Result>) () -> submit.submit(draft, version, member);
		}).toList();

		assertThat(allAtOnce(submissions)).hasSize(10)
			.allSatisfy(result -> assertThat(result).isInstanceOf(SubmitPledge.Submitted.class));
		assertThat(jdbc.sql("select count(*) from edition").query(Long.class).single()).isZero();
	}

}
