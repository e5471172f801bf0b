package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.coordination.Scene.by;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.ReleaseReport;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FormDefinitions;
import org.calltolocalaction.forms.OtherAudience;
import org.calltolocalaction.forms.UploadedFile;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.drafting.SaveDraft;
import org.calltolocalaction.pledges.files.AttachFile;
import org.calltolocalaction.pledges.files.AttachFile.Attached;
import org.calltolocalaction.pledges.files.AttachFile.Upload;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.SampleFiles;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * Who reads an answer is said by the form as it is now, in every place in which the
 * answer could be read.
 */
@DeskTest
class AudienceNowTests {

	private static final String QUESTION = "attachments";

	private static final byte[] PLAN = SampleFiles.pdf("Plan");

	private static final byte[] KEPT_PLAN = SampleFiles.asKept(PLAN);

	private static final String FOR_BOTH = "partners, government";

	@Autowired
	private Story story;

	@Autowired
	private EngineJobs jobs;

	@Autowired
	private AttachFile attach;

	@Autowired
	private SaveDraft save;

	@Autowired
	private FormDefinitions forms;

	@Autowired
	private ReleaseReport release;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private WebApplicationContext desk;

	private MockMvc mvc;

	private Person member;

	private PledgeReference pledge;

	private UploadedFile file;

	private UploadedFile earlierFile;

	/**
	 * Words that stand nowhere else: in the title, in the summary and among the partners.
	 */
	private String title;

	private String summary;

	private String partner;

	private OtherAudience changed;

	@BeforeEach
	void a_pledge_with_files() {
		mvc = MockMvcBuilders.webAppContextSetup(desk).apply(springSecurity()).build();
		title = word();
		summary = word();
		partner = word();
	}

	@AfterEach
	void the_form_is_as_it_was() {
		if (changed != null) {
			changed.close();
			restart();
		}
	}

	@Test
	void what_is_for_partners_and_government_is_read_by_them_and_the_coordinators_and_nowhere_by_the_public()
			throws Exception {
		story.aSharedCall();
		changed = OtherAudience.in(forms, "pledge", Map.of("summary", FOR_BOTH, "partners", FOR_BOTH, "stage", FOR_BOTH,
				"mainGcmObjectives", FOR_BOTH, QUESTION, FOR_BOTH));
		Person reviewer = story.reviewer("IOM", "Rosa");
		submitted();
		assertThat(pageOf("/reviews/" + pledge, reviewer)).contains(summary, partner, "files/" + file.id());
		assertThat(pageOf("/reviews?tab=all&q=" + summary, reviewer)).contains(pledge.value());
		accepted();

		everybodyReads("/pledges/" + pledge, title);
		publicFinds(title);
		publicReadsNothingOf(summary, partner, file.id());
		assertThat(publicPage("/pledges?q=" + title + " stage:in-progress")).doesNotContain("/pledges/" + pledge);
		assertThat(publicPage("/pledges?q=" + title + " objective:GCM-15")).doesNotContain("/pledges/" + pledge);
		assertThat(publicPage("/pledges?q=" + title + " objective:GCR-2")).contains("/pledges/" + pledge);
		isNotFound(file("/pledges", file));
		isHandedOut(file("/reviews", file).with(by(reviewer)));
		isHandedOut(file("/my/pledges", file).with(by(member)));
		isHandedOut(file("/coordination/pledges", file).with(by(story.coordinator())));
		assertThat(pageOf("/my/pledges/" + pledge, member)).contains(summary, partner, "files/" + file.id());
		assertThat(pageOf("/coordination/pledges/" + pledge, story.coordinator())).contains(summary, partner);
	}

	@Test
	void what_is_made_less_public_vanishes_from_what_was_published_already() throws Exception {
		story.aSharedCall();
		submitted();
		accepted();
		everybodyReads("/pledges/" + pledge, summary);
		publicFinds(partner);
		isHandedOut(file("/pledges", file));

		changed = OtherAudience.in(forms, "pledge", Map.of("title", FOR_BOTH, "summary", "government", "partners",
				FOR_BOTH, "stage", FOR_BOTH, QUESTION, FOR_BOTH));
		publicReadsNothingOf(title, summary, partner, file.id());
		isNotFound(file("/pledges", file));

		restart();
		publicReadsNothingOf(title, summary, partner, file.id());
		assertThat(publicPage("/pledges?q=" + pledge)).as("by what is public still")
			.contains("/pledges/" + pledge, ">" + pledge + "</a>");
		everybodyReads("/pledges/" + pledge, "People arrive well.");
		assertThat(
				jdbc.sql("select title || summary || stage || search::text from published_pledge where reference = ?")
					.param(pledge.value())
					.query(String.class)
					.single())
			.doesNotContain(title, summary, partner, "IN_PROGRESS");

		changed.close();
		changed = null;
		restart();
		publicFinds(partner);
		everybodyReads("/pledges/" + pledge, title);
	}

	@Test
	void what_is_for_the_government_alone_reaches_no_reviewer_by_page_list_search_file_or_what_is_similar()
			throws Exception {
		story.aSharedCall();
		Person reviewer = story.reviewer("IOM", "Rosa");
		submitted();
		assertThat(pageOf("/reviews?tab=all&q=" + title, reviewer)).contains(pledge.value());

		changed = OtherAudience.in(forms, "pledge",
				Map.of("title", "government", "summary", "government", QUESTION, "government"));
		restart();

		assertThat(pageOf("/reviews/" + pledge, reviewer)).doesNotContain(title, summary, file.id()).contains(partner);
		for (String word : List.of(title, summary)) {
			assertThat(pageOf("/reviews?tab=all&q=" + word, reviewer)).doesNotContain("/reviews/" + pledge);
		}
		assertThat(pageOf("/reviews?tab=all&q=" + pledge, reviewer)).contains("/reviews/" + pledge)
			.doesNotContain(title);
		isNotFound(file("/reviews", file).with(by(reviewer)));
		isHandedOut(file("/my/pledges", file).with(by(member)));
		isHandedOut(file("/coordination/pledges", file).with(by(story.coordinator())));
		assertThat(jdbc.sql("select title || plain_title || words::text from submitted_words where reference = ?")
			.param(pledge.value())
			.query(String.class)
			.single()).doesNotContain(title, summary);
		assertThat(pageOf("/my/pledges/" + pledge, member)).contains(title, summary);
		assertThat(pageOf("/coordination/pledges/" + pledge, story.coordinator())).contains(title, summary);
	}

	@Test
	void a_file_of_an_earlier_revision_follows_its_question_too() throws Exception {
		story.aSharedCall();
		Person reviewer = story.reviewer("IOM", "Rosa");
		submitted();
		earlierFile = file;
		story.allJudge(pledge, "REQUEST_CHANGES");
		save(Story.completeAnswers(), List.of(QUESTION));
		file = attached();
		story.submit(pledge, member);
		jobs.run(pledge);
		isHandedOut(file("/coordination/pledges", earlierFile).with(by(story.coordinator())));
		isHandedOut(file("/reviews", file).with(by(reviewer)));

		changed = OtherAudience.in(forms, "pledge", Map.of(QUESTION, "government"));

		for (UploadedFile one : List.of(earlierFile, file)) {
			isNotFound(file("/reviews", one).with(by(reviewer)));
			isNotFound(file("/pledges", one));
			isHandedOut(file("/my/pledges", one).with(by(member)));
			isHandedOut(file("/coordination/pledges", one).with(by(story.coordinator())));
		}
	}

	@Test
	void what_partners_wrote_to_the_government_follows_the_form_of_a_review() throws Exception {
		story.aSharedCall();
		submitted();
		String comment = word();
		story.judges("MMC", pledge,
				Story.review("MMC", "REQUEST_CHANGES")
					.with("commentToCity", comment)
					.with("answerComments", List.of(Map.of("answer", "title", "comment", partner + comment),
							Map.of("answer", "title", "comment", "internal" + comment, "internal", true))));
		story.judges("UCLG", pledge, "APPROVE");
		story.judges("IOM", pledge, "APPROVE");
		jobs.run(pledge);
		assertThat(pageOf("/my/pledges/" + pledge, member)).contains(comment, partner + comment)
			.doesNotContain("internal" + comment);

		changed = OtherAudience.in(forms, "partner-review",
				Map.of("commentToCity", "partners", "answerCommentText", "partners"));

		assertThat(pageOf("/my/pledges/" + pledge, member)).doesNotContain(comment);
		assertThat(pageOf("/coordination/pledges/" + pledge, story.coordinator())).contains(comment,
				"internal" + comment);
	}

	@Test
	void a_frozen_report_shows_of_its_pledges_what_is_public_now() throws Exception {
		EditionYear year = story.anOpenEdition();
		submitted();
		accepted();
		story.reportFreezes(year);
		release.approve(year, "It was read", story.coordinator());
		jobs.run(year);
		everybodyReads("/reports/" + year, title);
		everybodyReads("/reports/" + year, "In progress");

		changed = OtherAudience.in(forms, "pledge",
				Map.of("title", FOR_BOTH, "stage", FOR_BOTH, "mainGcmObjectives", FOR_BOTH, "gcrObjectives", FOR_BOTH));

		assertThat(publicPage("/reports/" + year)).contains(">" + pledge + "</a>")
			.doesNotContain(title, "In progress", "desk-bars", "desk-chips");
		assertThat(jdbc.sql("select string_agg(content::text, '') from report_entry where edition_year = ?")
			.param(year.value())
			.query(String.class)
			.single()).as("as it was frozen").contains(title);
	}

	private void submitted() {
		member = story.memberOf("Kampala");
		pledge = story.aDraftBy(member);
		save(Story.completeAnswers()
			.with("title", title)
			.with("summary", summary + " " + "What the city does. ".repeat(20))
			.with("partners", partner), List.of("title", "summary", "partners"));
		file = attached();
		story.submit(pledge, member);
		jobs.run(pledge);
	}

	private void accepted() {
		story.allJudge(pledge, "APPROVE");
		jobs.run(pledge);
	}

	private void save(Answers answers, List<String> places) {
		save.save(pledge, new SaveDraft.Change(story.pledge(pledge).draftVersion(), UUID.randomUUID(), answers, places),
				member);
	}

	private UploadedFile attached() {
		return ((Attached) attach.attach(pledge, QUESTION,
				new Upload("plan.pdf", PLAN.length, new ByteArrayResource(PLAN)), UUID.randomUUID(), member))
			.file();
	}

	/** What the desk does before it serves its first page. */
	private void restart() {
		desk.getBeansOfType(SmartInitializingSingleton.class)
			.values()
			.stream()
			.filter(bean -> bean.getClass().getPackageName().startsWith("org.calltolocalaction"))
			.forEach(SmartInitializingSingleton::afterSingletonsInstantiated);
	}

	private void publicReadsNothingOf(String... words) throws Exception {
		for (String word : words) {
			for (String address : List.of("/pledges/" + pledge, "/pledges?q=" + pledge, "/pledges")) {
				assertThat(publicPage(address)).as(address).doesNotContain(word);
			}
			mvc.perform(get("/pledges?q=" + word))
				.andExpect(content().string(not(containsString("/pledges/" + pledge))));
			mvc.perform(get("/pledges?q=-" + word)).andExpect(status().isOk());
		}
	}

	private void publicFinds(String word) throws Exception {
		assertThat(publicPage("/pledges?q=" + word)).contains("/pledges/" + pledge);
	}

	private void everybodyReads(String address, String words) throws Exception {
		assertThat(publicPage(address)).contains(words);
	}

	private String publicPage(String address) throws Exception {
		return page(get(address));
	}

	private String pageOf(String address, Person reader) throws Exception {
		return page(get(address).with(by(reader)));
	}

	private String page(MockHttpServletRequestBuilder request) throws Exception {
		return mvc.perform(request.locale(Locale.ENGLISH))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	private MockHttpServletRequestBuilder file(String area, UploadedFile one) {
		return get(area + "/" + pledge + "/files/" + one.id());
	}

	private void isHandedOut(MockHttpServletRequestBuilder request) throws Exception {
		mvc.perform(request).andExpect(status().isOk()).andExpect(content().bytes(KEPT_PLAN));
	}

	private void isNotFound(MockHttpServletRequestBuilder request) throws Exception {
		mvc.perform(request).andExpect(status().isNotFound());
	}

	private static String word() {
		return "q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "").concat("abcdefabcdef").substring(0, 12) + "x"
				+ Long.toString(System.nanoTime(), 36);
	}

}
