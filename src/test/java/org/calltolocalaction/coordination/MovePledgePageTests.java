package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.OpenEdition;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reports.Inclusion;
import org.calltolocalaction.reports.Inclusions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Where a coordinator moves a pledge to another edition. */
@WithoutProcess
class MovePledgePageTests {

	@Autowired
	private Scene scene;

	@Autowired
	private OpenEdition openEdition;

	@Autowired
	private Inclusions inclusions;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvc mvc;

	private Person coordinator;

	private PledgeReference pledge;

	private String address;

	@BeforeEach
	void an_accepted_pledge() {
		scene.openCall(2034);
		coordinator = scene.coordinator();
		pledge = scene.included(scene.member("Kommune Oslo", "NO"), "The Oslo pledge", Map.of());
		address = "/coordination/pledges/" + pledge + "/move";
	}

	@Test
	void says_what_follows_and_asks_for_edition_and_reason() throws Exception {
		openEdition.plan(new EditionYear(2035), coordinator);
		mvc.perform(get("/coordination/pledges/" + pledge).with(Scene.by(coordinator)))
			.andExpect(content().string(containsString(address)));
		mvc.perform(get(address).with(Scene.by(coordinator)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("The pledge will leave the 2034 report at once")))
			.andExpect(content().string(containsString("2035 edition")));
		mvc.perform(post(address).with(Scene.by(coordinator)).with(csrf()).param("from", "2034"))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Select an edition")))
			.andExpect(content().string(containsString("Enter the reason")));

		mvc.perform(post(address).with(Scene.by(coordinator))
			.with(csrf())
			.param("from", "2034")
			.param("to", "2035")
			.param("reason", "It is for next year"))
			.andExpect(header().string("Location", "/coordination/pledges/" + pledge));

		assertThat(inclusions.find(pledge)).map(Inclusion::edition).contains(new EditionYear(2035));
	}

	@Test
	void says_where_there_is_no_choice() throws Exception {
		jdbc.sql("update edition set state = 'PUBLISHED' where year <> 2034").update();
		mvc.perform(get(address).with(Scene.by(coordinator)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("The pledge cannot be moved")));
	}

}
