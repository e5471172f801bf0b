package org.calltolocalaction.pledges.submitting.web;

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
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.submitting.RevivePledge;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What a member finds on the page of a withdrawn pledge. */
@DeskTest
class RevivalPageTests {

	@Autowired
	Story story;

	@Autowired
	EngineJobs jobs;

	@Autowired
	WithdrawPledge withdraw;

	@Autowired
	RevivePledge revive;

	@Autowired
	WebApplicationContext desk;

	private MockMvc mvc;

	private EditionYear year;

	@BeforeEach
	void a_call_is_open() {
		mvc = MockMvcBuilders.webAppContextSetup(desk).apply(springSecurity()).build();
		year = story.aSharedCall();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					en | You can restore this pledge until the %s report is final. | Restore the pledge | then restored it
					es | Puede restablecer este compromiso hasta que se cierre el informe de %s. | Restablecer el compromiso | después lo restableció
					fr | Vous pouvez rétablir cet engagement tant que le contenu du rapport %s n’est pas arrêté. | Rétablir l’engagement | puis l’a rétabli
					""")
	void it_says_until_when_it_can_be_revived_and_afterwards_what_is_next(String language, String until, String button,
			String afterwards) throws Exception {
		Person member = story.memberOf("Sfax", Locale.forLanguageTag(language), ZoneId.of("Africa/Tunis"));
		PledgeReference reference = aWithdrawnPledgeBy(member);
		assertThat(page(reference, member)).contains(until.formatted(year), button);

		mvc.perform(post("/my/pledges/" + reference + "/revive").with(by(member)).with(csrf()))
			.andExpect(redirectedUrl("/my/pledges/" + reference))
			.andExpect(flash().attribute("message", "pledges.revived"));

		assertThat(page(reference, member)).contains(afterwards).doesNotContain(until.formatted(year));
	}

	@Test
	void when_the_report_is_frozen_it_offers_to_begin_a_new_pledge_from_it() throws Exception {
		year = story.anOpenEdition();
		Person member = story.memberOf("Sfax");
		PledgeReference reference = aWithdrawnPledgeBy(member);
		story.reportFreezes(year);

		assertThat(page(reference, member))
			.contains("This pledge can no longer be restored", "Begin a new pledge with these answers")
			.doesNotContain("/revive\"");

		mvc.perform(post("/my/pledges").param("continues", reference.value()).with(by(member)).with(csrf()))
			.andExpect(status().is3xxRedirection());
		mvc.perform(post("/my/pledges/" + reference + "/revive").with(by(member)).with(csrf()))
			.andExpect(status().isConflict());
		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.WITHDRAWN);
	}

	@Test
	void on_its_second_way_the_picture_shows_that_one_and_the_list_both() throws Exception {
		Person member = story.memberOf("Sfax");
		PledgeReference reference = aWithdrawnPledgeBy(member);
		assertThat(page(reference, member)).contains("data-step=\"End_Withdrawn\"");
		revive.revive(reference, member);
		story.submit(reference, member);
		jobs.run(reference);

		assertThat(page(reference, member)).doesNotContain("data-step=\"End_Withdrawn\"")
			.contains("<strong>Withdrawn</strong>");
	}

	@Test
	void somebody_elses_pledge_is_not_there_to_be_revived() throws Exception {
		PledgeReference reference = aWithdrawnPledgeBy(story.memberOf("Sfax"));

		mvc.perform(post("/my/pledges/" + reference + "/revive").with(by(story.memberOf("Sousse"))).with(csrf()))
			.andExpect(status().isNotFound());
	}

	private PledgeReference aWithdrawnPledgeBy(Person member) {
		PledgeReference reference = story.aSubmittedPledgeBy(member);
		withdraw.withdraw(reference, "", member);
		return reference;
	}

	private String page(PledgeReference reference, Person member) throws Exception {
		return mvc.perform(get("/my/pledges/" + reference).with(by(member)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

}
