package org.calltolocalaction.pledges.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.coordination.Scene.by;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.UploadedFile;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Receipt;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.pledges.drafting.SaveDraft;
import org.calltolocalaction.pledges.files.AttachFile;
import org.calltolocalaction.pledges.files.AttachFile.Attached;
import org.calltolocalaction.pledges.files.AttachFile.Upload;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.PaperReader;
import org.calltolocalaction.testing.SampleFiles;
import org.calltolocalaction.testing.SamplePledge;
import org.calltolocalaction.testing.Story;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * A member takes home what a mayor reads, signs or hangs up: the receipt, the pledge as
 * it was submitted, and the draft as it is.
 */
@DeskTest
class PledgePapersTests {

	private static final String ATTACHMENTS = "attachments";

	@Autowired
	private Story story;

	@Autowired
	private EngineJobs jobs;

	@Autowired
	private AttachFile attach;

	@Autowired
	private SaveDraft save;

	@Autowired
	private Revisions revisions;

	@Autowired
	private PledgeDocument documents;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private WebApplicationContext desk;

	private MockMvc mvc;

	private Person member;

	private PledgeReference pledge;

	@BeforeEach
	void a_draft() {
		mvc = MockMvcBuilders.webAppContextSetup(desk).apply(springSecurity()).build();
		story.aSharedCall();
		member = story.memberOf("Kampala", Locale.ENGLISH, ZoneId.of("Africa/Kampala"));
		pledge = story.aDraftBy(member);
	}

	@ParameterizedTest
	@CsvSource({ "en, Receipt for a pledge, East Africa Time",
			"es, Acuse de recibo de un compromiso, hora de África oriental",
			"fr, Accusé de réception d’un engagement, heure normale d’Afrique de l’Est" })
	void a_receipt_says_all_that_its_page_says_in_the_language_of_its_reader(String language, String heading,
			String zone) throws Exception {
		story.submit(pledge, member);
		Receipt receipt = revisions.revision(pledge, 1).receipt();

		MockHttpServletResponse answer = asked("/revisions/1/receipt.pdf?lang=" + language, member);

		PaperReader read = PaperReader.of(answer.getContentAsByteArray()).keepsTheStandards().hasItsFontsInside();
		assertThat(read.language()).isEqualTo(language);
		assertThat(read.title()).contains(pledge.value());
		assertThat(read.text().toLowerCase(Locale.ROOT))
			.contains(lower(heading), lower(pledge.value()), lower(story.nameOfGovernmentOf(member)),
					lower(member.name()), "a welcome desk in every district", "(utc)", receipt.sha256(),
					"/my/pledges/" + lower(pledge.value()) + "/revisions/1.json")
			.contains(lower(zone));
		assertThat(read.enclosed()).as("the receipt is for the wall, the contact data are not").isEmpty();
		assertThat(read.text()).doesNotContain(SamplePledge.CONTACT_EMAIL);
	}

	@Test
	void a_receipt_is_the_same_whenever_it_is_asked_for_and_named_by_what_it_is() throws Exception {
		story.submit(pledge, member);

		MockHttpServletResponse first = asked("/revisions/1/receipt.pdf", member);

		assertThat(first.getContentType()).isEqualTo("application/pdf");
		assertThat(first.getHeader("Content-Disposition")).startsWith("attachment").contains(pledge + "-1-receipt.pdf");
		assertThat(asked("/revisions/1/receipt.pdf", member).getContentAsByteArray())
			.isEqualTo(first.getContentAsByteArray());
	}

	@Test
	void each_version_keeps_the_receipt_that_it_had() throws Exception {
		story.submit(pledge, member);
		jobs.run(pledge);
		story.allJudge(pledge, "REQUEST_CHANGES");
		saved(Story.completeAnswers().with("title", "Another title"), "title");
		story.submit(pledge, member);

		assertThat(text("/revisions/1/receipt.pdf")).contains("A welcome desk",
				revisions.revision(pledge, 1).receipt().sha256());
		assertThat(text("/revisions/2/receipt.pdf")).contains("Another title",
				revisions.revision(pledge, 2).receipt().sha256());
		mvc.perform(get(address("/status")).with(by(member)))
			.andExpect(content().string(Matchers.allOf(Matchers.containsString(address("/revisions/1/receipt.pdf")),
					Matchers.containsString(address("/revisions/2/receipt.pdf")),
					Matchers.containsString(address("/revisions/2.pdf")))));
		mvc.perform(get(address("/receipt")).with(by(member)))
			.andExpect(content().string(Matchers.containsString(address("/revisions/2/receipt.pdf"))));
	}

	@Test
	void a_draft_says_so_on_each_of_its_pages() throws Exception {
		saved(Story.completeAnswers().with("expectedImpact", "A line of it.\n".repeat(100)), "expectedImpact");

		PaperReader read = PaperReader.of(asked("/draft.pdf", member).getContentAsByteArray()).keepsTheStandards();

		assertThat(read.pages()).hasSizeGreaterThan(1)
			.allSatisfy(page -> assertThat(page).contains("Draft of version 1, as of", pledge.value(),
					"A welcome desk in every district"));
		assertThat(read.text()).contains("It has not been submitted", SamplePledge.CONTACT_EMAIL,
				"1 / " + read.pages().size());
		mvc.perform(get(address("/check")).with(by(member)))
			.andExpect(content().string(Matchers.containsString(address("/draft.pdf"))));
	}

	@Test
	void a_draft_that_is_not_complete_is_a_document_too() throws Exception {
		saved(Answers.empty(), "title", "summary");

		assertThat(text("/draft.pdf")).contains(pledge.value(), "Draft of version 1");
	}

	@Test
	void what_was_submitted_is_no_draft_and_the_other_way_round() throws Exception {
		assertThat(statusOf("/revisions/1.pdf", member)).isEqualTo(404);
		story.submit(pledge, member);

		assertThat(statusOf("/draft.pdf", member)).isEqualTo(404);
		assertThat(text("/revisions/1.pdf")).contains("Version 1, submitted", "A welcome desk").doesNotContain("Draft");
		assertThat(statusOf("/revisions/2.pdf", member)).isEqualTo(404);
		assertThat(statusOf("/revisions/2/receipt.pdf", member)).isEqualTo(404);
	}

	@Test
	void a_pledge_shows_its_pictures_and_holds_its_files() throws Exception {
		attached("plan.pdf", SampleFiles.pdf("Plan"));
		attached("square.png", SampleFiles.picture("png"));
		attached("photo.jpg", SampleFiles.picture("jpeg"));

		PaperReader read = PaperReader.of(asked("/draft.pdf", member).getContentAsByteArray()).keepsTheStandards();

		assertThat(read.enclosed()).containsOnlyKeys("plan.pdf", "square.png", "photo.jpg");
		assertThat(read.enclosed().get("plan.pdf")).isEqualTo(SampleFiles.asKept(SampleFiles.pdf("Plan")));
		assertThat(read.pictures()).isEqualTo(2);
		assertThat(read.text()).contains("Attached files", "plan.pdf (PDF, 1 KB)");
	}

	@Test
	void a_file_that_was_kept_as_it_was_sent_is_handed_on_as_others_get_it() throws Exception {
		UploadedFile file = attached("plan.pdf", SampleFiles.pdf("Plan"));
		jdbc.sql("update attachment set kept = 'AS_SENT' where id = ?").param(UUID.fromString(file.id())).update();

		assertThat(PaperReader.of(asked("/draft.pdf", member).getContentAsByteArray()).enclosed())
			.containsOnlyKeys("Cleaned copy – plan.pdf");
	}

	@Test
	void a_file_of_which_no_clean_copy_can_be_made_is_named_and_stays_here() throws Exception {
		UploadedFile file = attached("plan.pdf", SampleFiles.pdf("Plan"));
		jdbc.sql("update attachment set kept = 'AS_SENT' where id = ?").param(UUID.fromString(file.id())).update();
		jdbc.sql("update attachment_chunk set content = ? where attachment = ?")
			.params("%PDF- broken".getBytes(StandardCharsets.UTF_8), UUID.fromString(file.id()))
			.update();

		PaperReader read = PaperReader.of(asked("/draft.pdf", member).getContentAsByteArray());

		assertThat(read.enclosed()).isEmpty();
		assertThat(read.text()).contains("plan.pdf", "This file is not inside the PDF");
	}

	@Test
	void titles_of_all_kinds_are_set_and_never_read_as_markup() throws Exception {
		for (String title : List.of("التزام المدينة بالمهاجرين واللاجئين", "<script>alert(1)</script> & \"more\"",
				"W".repeat(150), "[[${1+1}]] __${1+1}__ %s {0}")) {
			saved(Story.completeAnswers().with("title", title), "title");

			PaperReader read = PaperReader.of(asked("/draft.pdf", member).getContentAsByteArray()).keepsTheStandards();

			assertThat(read.title()).isEqualTo(pledge + ": " + title);
			if (title.startsWith("<") || title.startsWith("[")) {
				assertThat(read.text()).contains(title);
			}
		}
	}

	@Test
	void nobody_else_gets_any_of_them() throws Exception {
		story.submit(pledge, member);
		jobs.run(pledge);
		Person stranger = story.memberOf("Nairobi");
		Person colleague = story.colleagueOf(member);

		for (String paper : List.of("/revisions/1.pdf", "/revisions/1/receipt.pdf", "/draft.pdf")) {
			assertThat(statusOf(paper, stranger)).as(paper).isEqualTo(404);
			assertThat(statusOf(paper, story.reviewer("IOM", "Rosa"))).as(paper).isIn(403, 404);
			assertThat(mvc.perform(get(address(paper))).andReturn().getResponse().getStatus()).as(paper).isIn(302, 401);
		}
		assertThat(statusOf("/revisions/1.pdf", colleague)).isEqualTo(200);
	}

	@Test
	void who_has_no_account_is_made_the_same_draft_in_their_language() throws Exception {
		try (var paper = documents.draft(pledge, Locale.FRENCH, ZoneId.of("Europe/Paris"))) {
			ByteArrayOutputStream pdf = new ByteArrayOutputStream();
			paper.writeTo(pdf);

			assertThat(paper.size()).isEqualTo(pdf.size());
			assertThat(PaperReader.of(pdf.toByteArray()).text()).contains("Brouillon de la version 1",
					"Europe centrale");
		}
	}

	private String text(String paper) throws Exception {
		return PaperReader.of(asked(paper, member).getContentAsByteArray()).text();
	}

	private MockHttpServletResponse asked(String paper, Person by) throws Exception {
		return mvc.perform(get(address(paper)).with(by(by))).andExpect(status().isOk()).andReturn().getResponse();
	}

	private int statusOf(String paper, Person by) throws Exception {
		return mvc.perform(get(address(paper)).with(by(by))).andReturn().getResponse().getStatus();
	}

	private String address(String paper) {
		return "/my/pledges/" + pledge + paper;
	}

	private UploadedFile attached(String name, byte[] content) {
		return ((Attached) attach.attach(pledge, ATTACHMENTS,
				new Upload(name, content.length, new ByteArrayResource(content)), UUID.randomUUID(), member))
			.file();
	}

	private void saved(Answers answers, String... questions) {
		save.save(pledge, new SaveDraft.Change(story.pledge(pledge).draftVersion(), UUID.randomUUID(), answers,
				List.of(questions)), member);
	}

	private static String lower(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

}
