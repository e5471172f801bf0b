package org.calltolocalaction.reviews.judging.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.coordination.Scene.by;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.UUID;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.UpdateProfile;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.submitting.ImportPledge;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * What stands beside a pledge on the pages of reviewers and coordinators, and on nobody
 * else's.
 */
@DeskTest
class ReviewSidebarPageTests {

	@Autowired
	Story story;

	@Autowired
	UpdateProfile profiles;

	@Autowired
	ImportPledge importPledge;

	@Autowired
	Governments governments;

	@Autowired
	WebApplicationContext desk;

	private MockMvc mvc;

	private Person rosa;

	private Person member;

	private PledgeReference reference;

	@BeforeEach
	void a_pledge_before_the_partners() {
		mvc = MockMvcBuilders.webAppContextSetup(desk).apply(springSecurity()).build();
		story.aSharedCall();
		rosa = story.reviewer("UCLG", "Rosa");
		member = story.memberOf("Kampala");
		reference = story.aPledgeUnderReviewBy(member);
	}

	@Test
	void what_is_said_stands_on_the_pages_of_reviewers_and_coordinators() throws Exception {
		sends(rosa, "/reviews/" + reference + "/discussion", "text", "Is the <b>budget</b> real?");
		sends(story.coordinator(), "/coordination/pledges/" + reference + "/discussion", "text", "It is.");

		assertThat(page(rosa, "/reviews/" + reference)).contains("Is the &lt;b&gt;budget&lt;/b&gt; real?", "It is.",
				"coordinator</span>");
		assertThat(page(story.coordinator(), "/coordination/pledges/" + reference)).contains("It is.",
				"Message sent in the internal discussion");
		assertThat(page(member, "/my/pledges/" + reference)).doesNotContain("It is.");
	}

	@Test
	void what_cannot_be_sent_is_shown_again_with_the_reason() throws Exception {
		String chosen = story.reviewer("MMC", "Mia").id().toString();
		String page = sends(rosa, "/reviews/" + reference + "/discussion", "text", "y".repeat(4001), "mentioned",
				chosen);

		assertThat(page)
			.contains("Your message must be 4,000 characters or fewer", "yyyy",
					"aria-describedby=\"remark-hint " + "remark-error\"")
			.containsPattern("value=\"" + chosen + "\"\\s+checked");
	}

	@Test
	void the_others_judgements_come_after_ones_own() throws Exception {
		story.judges("MMC", reference, "DECLINE");
		assertThat(page(rosa, "/reviews/" + reference)).contains("You can read the other reviews after")
			.doesNotContain("A secret of MMC", "Decline: read the review");

		story.judges("UCLG", reference, "APPROVE");
		assertThat(page(rosa, "/reviews/" + reference)).contains("Decline: read the review", "A secret of MMC",
				"A comment of MMC");
	}

	@ParameterizedTest
	@CsvSource({ "en,Rosa declared a conflict of interest: former mayor,Internal discussion",
			"es,Rosa declaró un conflicto de intereses: former mayor,Conversación interna",
			"fr,Rosa a déclaré un lien d’intérêts\u00a0: former mayor,Discussion interne" })
	void a_declared_interest_is_on_record_and_leaves_no_form(String language, String record, String discussion)
			throws Exception {
		profiles.introduce(rosa, "Rosa", Locale.forLanguageTag(language), rosa.zone());
		assertThat(page(rosa, "/reviews/" + reference)).contains(discussion, "name=\"reason\"",
				"name=\"recommendation\"");

		sends(rosa, "/reviews/" + reference + "/interest", "reason", "former mayor");

		assertThat(page(rosa, "/reviews/" + reference)).contains(record, "/no-interest\"")
			.doesNotContain(discussion, "name=\"recommendation\"", "/take\"");
		assertThat(page(story.coordinator(), "/coordination/pledges/" + reference)).contains("former mayor");
	}

	@Test
	void without_a_reason_nothing_is_declared() throws Exception {
		assertThat(sends(rosa, "/reviews/" + reference + "/interest", "reason", ""))
			.contains("Enter the reason for your conflict of interest", "name=\"recommendation\"");
	}

	@Test
	void similar_pledges_lead_to_where_the_reviewer_may_read_them() throws Exception {
		PledgeReference other = story.aPledgeUnderReviewBy(member);
		PledgeReference nowhere = importPledge
			.take(governments.own(member), story.pledge(other).call().orElseThrow(), Story.completeAnswers(),
					story.coordinator())
			.reference();

		assertThat(page(rosa, "/reviews/" + reference + "/similar"))
			.contains(nowhere.value(), "same government · similar title", "href=\"/reviews/" + other + "\"")
			.doesNotContain("/pledges/" + nowhere, "href=\"/reviews/" + nowhere);
		assertThat(page(rosa, "/reviews/" + reference)).contains("hx-get=\"/reviews/" + reference + "/similar\"");
		String part = mvc.perform(get("/reviews/" + reference + "/similar").with(by(rosa)).header("HX-Request", "true"))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(part).contains("href=\"/reviews/" + other + "\"").doesNotContain("<h1");
	}

	@Test
	void reviews_are_taken_along_and_handed_in_on_one_page() throws Exception {
		assertThat(page(rosa, "/reviews?tab=all&q=round:1")).contains("/reviews/offline?tab=all&amp;q=round:1");
		assertThat(page(rosa, "/reviews/offline?tab=mine")).contains("Download my reviews");
		mvc.perform(get("/reviews/offline/reviews.xlsx?tab=all&q=" + reference).with(by(rosa)))
			.andExpect(status().isOk())
			.andExpect(header().string("Content-Disposition", containsString("open-reviews.xlsx")));
		String refused = mvc
			.perform(multipart("/reviews/offline").file("file", new byte[] { 1, 2, 3 }).with(by(rosa)).with(csrf()))
			.andExpect(status().isUnprocessableContent())
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(refused).contains("The file cannot be read as a spreadsheet", "aria-describedby=\"file-error\"");
	}

	/** Sends a form and opens the page to which its answer leads. */
	private String sends(Person person, String address, String... fields) throws Exception {
		MockHttpSession session = new MockHttpSession();
		var form = post(address).with(by(person))
			.with(csrf())
			.session(session)
			.param("pageKey", UUID.randomUUID().toString());
		for (int field = 0; field < fields.length; field += 2) {
			form.param(fields[field], fields[field + 1]);
		}
		MvcResult sent = mvc.perform(form).andExpect(status().is3xxRedirection()).andReturn();
		String next = sent.getResponse().getRedirectedUrl().replaceFirst("#.*", "");
		return mvc.perform(get(next).with(by(person)).session(session))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	private String page(Person person, String address) throws Exception {
		return mvc.perform(get(address).with(by(person)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

}
