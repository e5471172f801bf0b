package org.calltolocalaction.pledges.progress.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.coordination.Scene.by;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@DeskTest
class MyPledgesPageTests {

	@Autowired
	Story story;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	WebApplicationContext desk;

	@Test
	void a_government_with_many_pledges_has_them_page_by_page() throws Exception {
		story.aSharedCall();
		Person member = story.memberOf("Kampala");
		PledgeReference draft = story.aDraftBy(member);
		andFiftyOneOlder(draft);

		String first = page("/my", member);
		String second = page("/my?page=2", member);

		assertThat(first).contains(draft.value(), "CLA-2019-4051", "href=\"/my?page=2\"")
			.doesNotContain("CLA-2019-4002");
		assertThat(second).contains("CLA-2019-4002", "CLA-2019-4001", "href=\"/my?page=1\"")
			.doesNotContain("CLA-2019-4003", draft.value());
		assertThat(page("/my?page=99", member)).doesNotContain("CLA-2019-4", "has not begun a pledge yet");
		assertThat(page("/my?page=-1", member)).contains(draft.value());
	}

	/** Past the use cases: nobody begins so many. */
	private void andFiftyOneOlder(PledgeReference draft) {
		jdbc.sql(
				"""
						insert into pledge (reference, government_id, state, answers, draft_version, created_at, created_by, changed_at,
						changed_by, latest_revision, decision_note, version)
						select 'CLA-2019-' || number, government_id, state, answers, draft_version, created_at, created_by,
						changed_at - interval '1 day', changed_by, 0, '', 0
						from pledge, generate_series(4001, 4051) as number where reference = ?""")
			.param(draft.value())
			.update();
	}

	private String page(String address, Person reader) throws Exception {
		return MockMvcBuilders.webAppContextSetup(desk)
			.apply(springSecurity())
			.build()
			.perform(get(address).with(by(reader)))
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

}
