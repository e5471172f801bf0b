package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.calltolocalaction.coordination.Scene.by;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.calltolocalaction.governments.CorrectProfile;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentProfile;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.WishedProfile;
import org.calltolocalaction.governments.standing.DecideChange;
import org.calltolocalaction.governments.standing.ListStandings;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A confirmed government is called otherwise only when coordinators accept that. */
@WithoutProcess
class AskedChangeTests {

	@Autowired
	private Scene scene;

	@Autowired
	private Governments governments;

	@Autowired
	private CorrectProfile correct;

	@Autowired
	private DecideChange decide;

	@Autowired
	private ListStandings standings;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvc mvc;

	private final String mark = UUID.randomUUID().toString().substring(0, 8);

	private Person coordinator;

	private Person member;

	private String name;

	private String address;

	@BeforeEach
	void a_confirmed_government() {
		coordinator = scene.coordinator();
		name = "Smallville " + mark;
		member = scene.member(name, "AR");
		address = "/coordination/governments/" + own().id() + "/change";
	}

	@Test
	void another_name_waits_and_all_else_is_saved_at_once() throws Exception {
		long before = standings.countChanges(coordinator);

		mvc.perform(post("/my/government/profile").with(by(member))
			.with(csrf())
			.param("name", "Capital City " + mark)
			.param("type", own().type())
			.param("country", "AR")
			.param("region", own().region())
			.param("website", "https://new.example.org")
			.param("reason", "A new law")).andExpect(redirectedUrl("/my/government"));

		assertThat(own().name()).isEqualTo(name);
		assertThat(own().website()).isEqualTo("https://new.example.org");
		assertThat(wish().name()).isEqualTo("Capital City " + mark);
		assertThat(wish().reason()).isEqualTo("A new law");
		assertThat(standings.countChanges(coordinator)).isEqualTo(before + 1);
		assertThat(page("/my/government", member)).contains(">" + name, "Capital City " + mark,
				"waiting for the coordinators");
		assertThat(page("/my/government/profile", member)).contains("value=\"Capital City " + mark + "\"", "A new law");
		assertThat(mails("GOVERNMENT_CORRECTED")).isZero();
	}

	@Test
	void coordinators_read_old_and_new_beside_each_other_with_who_is_called_alike_and_accept_it() throws Exception {
		scene.member("Capital City of " + mark, "AR");
		ask("Capital City " + mark);
		assertThat(page("/coordination/governments/unconfirmed?standing=changes", coordinator))
			.contains("asking for another name");
		assertThat(page(address, coordinator)).contains(name, "Capital City " + mark, ">Capital City of " + mark + "<",
				"A new law");

		decided("ACCEPT", wish().at()).andExpect(redirectedUrl("/coordination/governments/" + own().id()));

		assertThat(own().name()).isEqualTo("Capital City " + mark);
		assertThat(own().confirmed()).isTrue();
		assertThat(own().wished()).isEmpty();
		assertThat(mails("GOVERNMENT_CORRECTED")).isOne();
		mvc.perform(get(address).with(by(coordinator)))
			.andExpect(redirectedUrl("/coordination/governments/" + own().id()));
	}

	@Test
	void what_is_refused_changes_nothing_and_members_read_why() throws Exception {
		ask("Capital City " + mark);

		decided("REFUSE", wish().at()).andExpect(redirectedUrl("/coordination/governments/" + own().id()));

		assertThat(own().name()).isEqualTo(name);
		assertThat(own().wished()).isEmpty();
		assertThat(mails("GOVERNMENT_CHANGE_REFUSED")).isOne();
	}

	@Test
	void only_what_was_read_is_accepted() throws Exception {
		ask("Capital City " + mark);
		Instant read = wish().at();
		ask("Another City " + mark);

		assertThatThrownBy(() -> decide.accept(own().id(), read.minusSeconds(1), "Known", coordinator))
			.isInstanceOf(Refused.class);
		decided("ACCEPT", read.minusSeconds(1)).andExpect(status().isOk());

		assertThat(own().name()).isEqualTo(name);
		assertThat(wish().name()).isEqualTo("Another City " + mark);
	}

	@Test
	void a_name_that_another_bears_is_not_asked_for_and_what_was_confirmed_takes_the_request_back() {
		scene.member("Taken City " + mark, "AR");
		assertThatThrownBy(() -> ask("Taken City " + mark)).isInstanceOf(Refused.class);
		ask("Capital City " + mark);

		assertThat(correct.correct(member, own().profile(), "")).isFalse();

		assertThat(own().wished()).isEmpty();
		assertThat(entries()).containsSubsequence("government.change-asked", "government.change-taken-back");
	}

	@Test
	void nobody_but_coordinators_decides() {
		ask("Capital City " + mark);

		assertThatThrownBy(() -> decide.accept(own().id(), wish().at(), "Mine", member)).isNotInstanceOf(Refused.class);
		assertThat(own().wished()).isPresent();
	}

	private void ask(String other) {
		GovernmentProfile now = own().profile();
		assertThat(correct.correct(member,
				new GovernmentProfile(other, now.type(), now.country(), now.region(), now.website()), "A new law"))
			.isTrue();
	}

	private ResultActions decided(String act, Instant asked) throws Exception {
		return mvc.perform(post(address).with(by(coordinator))
			.with(csrf())
			.param("act", act)
			.param("words", "Found in the law gazette")
			.param("asked", asked.toString()));
	}

	private Government own() {
		return governments.own(member);
	}

	private WishedProfile wish() {
		return own().wished().orElseThrow();
	}

	private long mails(String kind) {
		return jdbc.sql("select count(*) from mail where kind = ? and about = ?")
			.params(kind, own().id().toString())
			.query(Long.class)
			.single();
	}

	private List<String> entries() {
		return jdbc.sql("select kind from audit_entry where about = ? order by id")
			.param(own().id().toString())
			.query(String.class)
			.list();
	}

	private String page(String at, Person reader) throws Exception {
		return mvc.perform(get(at).with(by(reader)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

}
