package org.calltolocalaction.pledges.drafting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.coordination.Scene.by;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.drafting.DiscardDraft;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Where a member gets rid of a draft, and finds it again. */
@DeskTest
class DiscardPageTests {

	@Autowired
	Story story;

	@Autowired
	DiscardDraft discard;

	@Autowired
	WebApplicationContext desk;

	private MockMvc mvc;

	@BeforeEach
	void a_call_is_open() {
		mvc = MockMvcBuilders.webAppContextSetup(desk).apply(springSecurity()).build();
		story.aSharedCall();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en | Discard this draft | 1 discarded draft | Discarded by
			es | Descartar este borrador | 1 borrador descartado | Descartado por
			fr | Abandonner ce brouillon | 1 brouillon abandonné | Abandonné par
			""")
	void a_discarded_draft_is_folded_at_the_end_of_the_list_and_brought_back_from_there(String language, String button,
			String folded, String who) throws Exception {
		Person member = story.memberOf("Quito", Locale.forLanguageTag(language), ZoneId.of("America/Guayaquil"));
		PledgeReference draft = story.aDraftBy(member);
		assertThat(page("/my/pledges/" + draft, member)).contains(button);
		assertThat(page("/my", member)).doesNotContain(folded);

		mvc.perform(post("/my/pledges/" + draft + "/discard").with(by(member)).with(csrf()))
			.andExpect(redirectedUrl("/my"))
			.andExpect(flash().attribute("message", "pledges.discarded"));
		assertThat(page("/my", member)).contains(folded, "/my/pledges/" + draft + "/bring-back");
		assertThat(page("/my/pledges/" + draft, member)).contains(who + " " + member.email());

		mvc.perform(post("/my/pledges/" + draft + "/bring-back").with(by(member)).with(csrf()))
			.andExpect(redirectedUrl("/my/pledges/" + draft));
		assertThat(page("/my/pledges/" + draft, member)).contains(button);
	}

	@Test
	void a_page_that_saves_itself_is_told_that_a_colleague_has_discarded_the_draft() throws Exception {
		Person member = story.memberOf("Quito");
		PledgeReference draft = story.aDraftBy(member);
		discard.discard(draft, member);

		String answer = mvc
			.perform(post("/my/pledges/" + draft + "/sections/action/autosave").param("version", "1")
				.param("page", UUID.randomUUID().toString())
				.param("title", "Typed all the same")
				.with(by(member))
				.with(csrf()))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();

		assertThat(answer).contains("\"saved\":true", "A colleague has discarded this draft");
		mvc.perform(get("/my/pledges/" + draft + "/sections/action").with(by(member)))
			.andExpect(redirectedUrl("/my/pledges/" + draft));
	}

	@Test
	void a_submitted_pledge_cannot_be_discarded_and_its_page_does_not_offer_it() throws Exception {
		Person member = story.memberOf("Quito");
		PledgeReference submitted = story.aSubmittedPledgeBy(member);

		assertThat(page("/my/pledges/" + submitted, member)).doesNotContain("/discard");
		mvc.perform(post("/my/pledges/" + submitted + "/discard").with(by(member)).with(csrf()))
			.andExpect(status().isConflict());
	}

	private String page(String address, Person member) throws Exception {
		return mvc.perform(get(address).with(by(member)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

}
