package org.calltolocalaction.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.coordination.Scene.by;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import java.util.UUID;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.drafting.RenewPledge;
import org.calltolocalaction.pledges.drafting.SaveDraft;
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
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Who reads a pledge finds what became of it, and what it goes on with. */
@DeskTest
class ContinuedPledgeTests {

	@Autowired
	Story story;

	@Autowired
	EngineJobs jobs;

	@Autowired
	RenewPledge renew;

	@Autowired
	SaveDraft save;

	@Autowired
	WithdrawPledge withdraw;

	@Autowired
	WebApplicationContext desk;

	private MockMvc mvc;

	private Person member;

	private PledgeReference earlier;

	@BeforeEach
	void a_published_pledge_is_renewed() {
		mvc = MockMvcBuilders.webAppContextSetup(desk).apply(springSecurity()).build();
		story.aSharedCall();
		member = story.memberOf("Tangier");
		earlier = story.aPledgeUnderReviewBy(member);
		story.allJudge(earlier, "APPROVE");
	}

	@ParameterizedTest
	@CsvSource({ "en, Continues pledge, Continued by pledge",
			"es, Continúa el compromiso, Continuado por el compromiso",
			"fr, Prolonge l’engagement, Prolongé par l’engagement" })
	void both_public_pages_lead_to_each_other(String language, String continues, String continuedBy) throws Exception {
		PledgeReference later = published(renew.renew(earlier, member));

		assertThat(publicPage(later, language)).contains("<dt>" + continues + "</dt>",
				"href=\"/pledges/" + earlier + "\"");
		assertThat(publicPage(earlier, language)).contains("<dt>" + continuedBy + "</dt>",
				"href=\"/pledges/" + later + "\"");
	}

	@Test
	void a_pledge_that_is_not_public_is_not_named() throws Exception {
		PledgeReference draft = renew.renew(earlier, member);
		assertThat(publicPage(earlier, "en")).doesNotContain(draft.value(), "Continued by pledge");

		published(draft);
		withdraw.withdraw(earlier, "", member);

		assertThat(publicPage(draft, "en")).doesNotContain(earlier.value(), "Continues pledge");
	}

	@Test
	void members_see_it_from_the_first_draft_on() throws Exception {
		PledgeReference draft = renew.renew(earlier, member);

		assertThat(page(get("/my/pledges/" + earlier).with(by(member))))
			.contains("Pledge " + draft + " continues this pledge");
	}

	private PledgeReference published(PledgeReference draft) {
		save.save(draft, new SaveDraft.Change(story.pledge(draft).draftVersion(), UUID.randomUUID(),
				Answers.empty().with("consent", "YES"), Set.of("consent")), member);
		story.submit(draft, member);
		jobs.run(draft);
		story.allJudge(draft, "APPROVE");
		return draft;
	}

	private String publicPage(PledgeReference reference, String language) throws Exception {
		return page(get("/pledges/" + reference).header("Accept-Language", language));
	}

	private String page(MockHttpServletRequestBuilder request) throws Exception {
		return mvc.perform(request).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
	}

}
