package org.calltolocalaction.coordination;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.DisagreementReason;
import org.calltolocalaction.pledges.Outcome;
import org.calltolocalaction.pledges.PledgeLifecycle;
import org.calltolocalaction.pledges.PledgeReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A coordinator reads a pledge and decides where the partners do not agree. */
@WithoutProcess
class CoordinatedPledgePageTests {

	@Autowired
	private Scene scene;

	@Autowired
	private PledgeLifecycle lifecycle;

	@Autowired
	private MockMvc mvc;

	private Person coordinator;

	private Person oslo;

	@BeforeEach
	void an_open_call() {
		scene.openCall(2033);
		coordinator = scene.coordinator();
		oslo = scene.member("Kommune Oslo", "NO");
	}

	@Test
	void everything_of_a_pledge_is_shown_to_a_coordinator() throws Exception {
		PledgeReference disputed = disagreement();
		mvc.perform(get("/coordination/pledges/" + disputed).with(Scene.by(coordinator)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("A comment by UCLG")))
			.andExpect(content().string(containsString("Not for the city")))
			.andExpect(content().string(containsString("confidential@example.org")))
			.andExpect(content().string(containsString("the reviewing partners do not agree")))
			.andExpect(content().string(containsString("SHA-256")));
	}

	@Test
	void a_disagreement_is_decided_with_a_reason() throws Exception {
		PledgeReference disputed = disagreement();
		mvc.perform(decision(disputed, "DECLINED", " "))
			.andExpect(content().string(containsString("Enter the reason")));
		mvc.perform(decision(disputed, "DISAGREEMENT", "Because"))
			.andExpect(content().string(containsString("Select your decision")));
		verify(lifecycle, never()).disagreementDecided(any(), any());
		mvc.perform(decision(disputed, "ACCEPTED", "It is concrete enough")).andExpect(status().is3xxRedirection());
		verify(lifecycle).disagreementDecided(disputed, Outcome.ACCEPTED);
	}

	@Test
	void a_coordinator_who_was_too_late_is_told_so_and_keeps_what_they_wrote() throws Exception {
		PledgeReference disputed = disagreement();
		scene.decide().accept(disputed);
		mvc.perform(decision(disputed, "DECLINED", "A long and thoughtful reason"))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Somebody else has already decided")))
			.andExpect(content().string(containsString("A long and thoughtful reason")));
		verify(lifecycle, never()).disagreementDecided(any(), any());
	}

	@Test
	void a_draft_is_its_government_s_own() throws Exception {
		PledgeReference draft = scene.begin()
			.begin(org.calltolocalaction.forms.Answers.of(Map.of("title", "Not yet")), oslo);
		mvc.perform(get("/coordination/pledges/" + draft).with(Scene.by(coordinator))).andExpect(status().isNotFound());
	}

	private PledgeReference disagreement() {
		PledgeReference reference = scene.underReview(oslo, "A disputed pledge", Map.of());
		scene.review(reference, "UCLG", "APPROVE", "Not for the city");
		scene.review(reference, "MMC", "APPROVE", "");
		scene.review(reference, "IOM", "DECLINE", "");
		scene.decide().referToCoordinators(reference, DisagreementReason.CONFLICTING);
		return reference;
	}

	private MockHttpServletRequestBuilder decision(PledgeReference reference, String outcome, String reason) {
		return post("/coordination/pledges/" + reference + "/decision").with(csrf())
			.with(Scene.by(coordinator))
			.param("outcome", outcome)
			.param("reason", reason);
	}

}
