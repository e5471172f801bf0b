package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.coordination.Scene.by;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.calltolocalaction.coordination.governments.DecideAsForeseen;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentStanding;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.letters.Letters;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.testing.SampleFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** Where coordinators confirm, ask and refuse governments, and members answer. */
@WithoutProcess
class StandingPageTests {

	@Autowired
	private Scene scene;

	@Autowired
	private Governments governments;

	@Autowired
	private DecideAsForeseen decide;

	@Autowired
	private Letters letters;

	@Autowired
	private MockMvc mvc;

	private Person coordinator;

	private Person member;

	private Government government;

	private String address;

	@BeforeEach
	void a_government_that_nobody_confirmed() {
		scene.openCall(2034);
		coordinator = scene.coordinator();
		scene.member("Rosario de la Frontera", "AR");
		member = scene.unconfirmedMember("Rosario de la Frontera Sur", "AR");
		government = governments.actedForBy(member.id()).orElseThrow();
		address = "/coordination/governments/" + government.id() + "/standing";
	}

	@Test
	void it_is_listed_counted_and_shown_with_what_speaks_for_it() throws Exception {
		assertThat(page("/coordination", coordinator)).contains("Governments waiting to be confirmed");
		assertThat(page("/coordination/governments/unconfirmed?standing=unconfirmed&page=1", coordinator))
			.contains("Waiting for the coordinators:");
		assertThat(page(address, coordinator)).contains("Rosario de la Frontera Sur", ">Rosario de la Frontera<",
				"There is no website or colleague", "no accepted pledge is waiting", "You cannot undo a confirmation");
		assertThat(page("/my", member)).contains("have not confirmed your government yet");
		assertThat(page("/my/government", member)).contains("Send a letter or an explanation");
	}

	@Test
	void a_decision_needs_words_and_is_done_once() throws Exception {
		mvc.perform(post(address).with(by(coordinator)).with(csrf()).param("act", "CONFIRM").param("words", " "))
			.andExpect(status().isOk());
		assertThat(standing()).isEqualTo(GovernmentStanding.UNCONFIRMED);

		decided("CONFIRM", "Known from the forum");

		assertThat(standing()).isEqualTo(GovernmentStanding.CONFIRMED);
		assertThat(page(address, coordinator)).contains("Known from the forum").doesNotContain("name=\"act\"");
		assertThat(page("/my", member)).doesNotContain("have not confirmed your government yet");
	}

	@Test
	void whoever_is_asked_answers_with_a_letter_that_only_they_and_coordinators_get() throws Exception {
		decided("ASK", "Who signed for the city?");
		assertThat(page("/my/government/registration", member)).contains("Who signed for the city?");

		mvc.perform(multipart("/my/government/registration")
			.file(new MockMultipartFile("letter", "letter.pdf", "application/pdf", "no pdf".getBytes()))
			// A browser says how much it sends.
			.content(new byte[] { 1 })
			.param("words", "")
			.with(by(member))
			.with(csrf())).andExpect(status().isOk());
		assertThat(standing()).isEqualTo(GovernmentStanding.ASKED);
		mvc.perform(multipart("/my/government/registration")
			.file(new MockMultipartFile("letter", "letter.pdf", "application/pdf", SampleFiles.pdf("The mayor signs")))
			.content(new byte[] { 1 })
			.param("words", "The mayor did")
			.with(by(member))
			.with(csrf())).andExpect(redirectedUrl("/my/government/registration"));

		assertThat(standing()).isEqualTo(GovernmentStanding.UNCONFIRMED);
		String letter = letters.of(government.id(), 5).get(0).id().toString();
		assertThat(page(address, coordinator)).contains("Who signed for the city?", "The mayor did", letter);
		mvc.perform(get("/coordination/governments/" + government.id() + "/letters/" + letter).with(by(coordinator)))
			.andExpect(status().isOk())
			.andExpect(header().string("X-Content-Type-Options", "nosniff"));
		mvc.perform(get("/my/government/letters/" + letter).with(by(member))).andExpect(status().isOk());
		mvc.perform(get("/my/government/letters/" + letter).with(by(scene.member("Quilmes", "AR"))))
			.andExpect(status().isNotFound());
	}

	@Test
	void whoever_is_refused_reads_why() throws Exception {
		decided("REFUSE", "Nobody there knows you");

		assertThat(page("/my/government/registration", member)).contains("Nobody there knows you")
			.doesNotContain("type=\"file\"");
		assertThat(page("/my", member)).contains("did not confirm your government");
	}

	private void decided(String act, String words) throws Exception {
		mvc.perform(post(address).with(by(coordinator))
			.with(csrf())
			.param("act", act)
			.param("words", words)
			.param("foreseen", decide.forecast(government.id(), coordinator).fingerprint()))
			.andExpect(redirectedUrl(address));
	}

	private GovernmentStanding standing() {
		return governments.government(government.id()).standing();
	}

	private String page(String at, Person reader) throws Exception {
		return mvc.perform(get(at).with(by(reader)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

}
