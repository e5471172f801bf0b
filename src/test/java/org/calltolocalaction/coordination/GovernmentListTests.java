package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.coordination.Scene.by;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.membership.LeaveGovernment;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.testing.Foreseen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Where coordinators find governments, correct, merge and close them. */
@WithoutProcess
class GovernmentListTests {

	private static final String LIST = "/coordination/governments";

	@Autowired
	private Scene scene;

	@Autowired
	private Governments governments;

	@Autowired
	private LeaveGovernment leave;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvc mvc;

	private Person coordinator;

	private Person member;

	private Government government;

	private String name;

	@BeforeEach
	void a_government_with_an_own_name() {
		scene.openCall(2034);
		coordinator = scene.coordinator();
		name = "Villa " + UUID.randomUUID().toString().substring(0, 8);
		member = scene.member(name, "AR");
		government = governments.actedForBy(member.id()).orElseThrow();
	}

	@Test
	void it_is_found_by_each_condition_and_by_part_of_its_name() throws Exception {
		scene.underReview(member, "Water", Map.of());

		for (String condition : new String[] { "country:AR", "section:EUROPE", "type:MUNICIPALITY", "members:1",
				"pledges:>0", "drafts:0", "endorsed:yes", "standing:confirmed", "state:open",
				"registered:>=2034-01-01" }) {
			assertThat(listed(name.substring(2) + " " + condition)).as(condition).contains(name);
		}
		for (String condition : new String[] { "country:CL", "members:0", "pledges:0", "drafts:>0", "endorsed:no",
				"standing:refused", "state:closed", "-country:AR" }) {
			assertThat(listed(name + " " + condition)).as(condition).doesNotContain(name + "</a>");
		}
	}

	@Test
	void in_every_order_with_every_column_and_as_files() throws Exception {
		for (String order : new String[] { "name", "country", "registered", "members", "pledges", "waiting" }) {
			assertThat(page(LIST + "?q=" + name.replace(' ', '+') + "&sort=" + order
					+ "&column=type&column=country&column=section&column=standing&column=endorsed&column=members"
					+ "&column=pledges&column=drafts&column=registered"))
				.contains(name, "Europe", "Confirmed");
		}
		assertThat(page(LIST + ".csv?q=" + name.replace(' ', '+'))).contains(name, government.id().toString());
		mvc.perform(get(LIST + ".xlsx").param("q", name).with(by(coordinator))).andExpect(status().isOk());
		assertThat(page(LIST + "/search-help")).contains("members:0");
		mvc.perform(get(LIST).with(by(member))).andExpect(status().isForbidden());
	}

	@Test
	void counts_follow_who_leaves_and_what_is_submitted() throws Exception {
		leave.leave(member);

		assertThat(listed(name + " members:0")).contains(name);
		assertThat(page(LIST + "/" + government.id())).contains("Ended by the person", "Nobody represents");
	}

	@Test
	void a_coordinator_corrects_a_profile_and_members_are_told() throws Exception {
		String address = LIST + "/" + government.id() + "/profile";
		assertThat(page(address)).contains(name);
		mvc.perform(post(address).with(by(coordinator))
			.with(csrf())
			.param("name", name + " del Sur")
			.param("type", government.type())
			.param("country", "AR")
			.param("region", "EUROPE")
			.param("website", "")).andExpect(redirectedUrl(LIST + "/" + government.id()));

		assertThat(governments.government(government.id()).name()).isEqualTo(name + " del Sur");
		assertThat(mails("GOVERNMENT_CORRECTED")).isEqualTo(1);
		mvc.perform(post(address).with(by(coordinator)).with(csrf()).param("name", "")).andExpect(status().isOk());
		mvc.perform(post(address).with(by(member)).with(csrf()).param("name", "X")).andExpect(status().isForbidden());
	}

	@Test
	void two_are_merged_as_was_read_and_old_addresses_lead_on() throws Exception {
		Person other = scene.member(name + " bis", "AR");
		Government into = governments.actedForBy(other.id()).orElseThrow();
		assertThat(page(LIST + "/" + government.id() + "/merge?q=" + name.replace(' ', '+'))).contains(name + " bis",
				"Keep this one");
		String address = LIST + "/" + government.id() + "/merge/" + into.id();
		String foreseen = Foreseen.on(page(address));
		mvc.perform(post(address).with(by(coordinator)).with(csrf()).param("foreseen", foreseen))
			.andExpect(status().isOk());
		mvc.perform(post(address).with(by(coordinator))
			.with(csrf())
			.param("foreseen", "another")
			.param("reason", "The same")).andExpect(status().isOk());
		mvc.perform(post(address).with(by(coordinator))
			.with(csrf())
			.param("foreseen", foreseen)
			.param("reason", "The same city")).andExpect(redirectedUrl(LIST + "/" + into.id()));

		for (String old : new String[] { "", "/standing" }) {
			mvc.perform(get(LIST + "/" + government.id() + old).with(by(coordinator)))
				.andExpect(redirectedUrl(LIST + "/" + into.id() + old));
		}
		assertThat(page(LIST + "/" + into.id())).contains("Also registered as: " + name, "The same city",
				"Two governments merged");
		assertThat(listed(name)).contains(name + " bis</a>").doesNotContain(name + "</a>");
		mvc.perform(get(address).with(by(coordinator))).andExpect(status().isConflict());
	}

	@Test
	void one_is_closed_with_a_reason_and_opened_again() throws Exception {
		String address = LIST + "/" + government.id() + "/close";
		changed(address, "Dissolved");

		assertThat(page(LIST + "/" + government.id())).contains("Dissolved", "Open this government again");
		assertThat(listed(name + " state:closed")).contains(name);
		assertThat(mvc.perform(get("/my").with(by(member))).andReturn().getResponse().getContentAsString())
			.contains("closed your government");

		changed(address, "They go on");
		assertThat(listed(name + " state:open")).contains(name);
		assertThat(mails("GOVERNMENT_REOPENED")).isEqualTo(1);
	}

	private void changed(String address, String reason) throws Exception {
		mvc.perform(post(address).with(by(coordinator))
			.with(csrf())
			.param("reason", reason)
			.param("foreseen", Foreseen.on(page(address)))).andExpect(redirectedUrl(LIST + "/" + government.id()));
	}

	private int mails(String kind) {
		return jdbc.sql("select count(*) from mail where kind = ? and about = ?")
			.params(kind, government.id().toString())
			.query(Integer.class)
			.single();
	}

	private String listed(String search) throws Exception {
		return mvc.perform(get(LIST).param("q", search).locale(Locale.ENGLISH).with(by(coordinator)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	private String page(String at) throws Exception {
		return mvc.perform(get(at).with(by(coordinator)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

}
