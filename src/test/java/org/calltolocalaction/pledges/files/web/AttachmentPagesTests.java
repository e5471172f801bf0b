package org.calltolocalaction.pledges.files.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.coordination.Scene.by;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.forms.UploadedFile;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.drafting.SaveDraft;
import org.calltolocalaction.pledges.files.AttachFile;
import org.calltolocalaction.pledges.files.AttachFile.Attached;
import org.calltolocalaction.pledges.files.AttachFile.Upload;
import org.calltolocalaction.pledges.files.FileType;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.SampleFiles;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.security.authentication.ott.GenerateOneTimeTokenRequest;
import org.springframework.security.authentication.ott.OneTimeTokenService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * Files on the pages: how they come, what is said of those that are not taken, and who
 * gets them.
 */
@DeskTest
class AttachmentPagesTests {

	private static final String QUESTION = "attachments";

	private static final byte[] PLAN = SampleFiles.pdf("Plan");

	private static final byte[] KEPT_PLAN = SampleFiles.asKept(PLAN);

	@Autowired
	Story story;

	@Autowired
	EngineJobs jobs;

	@Autowired
	AttachFile attach;

	@Autowired
	SaveDraft save;

	@Autowired
	WithdrawPledge withdraw;

	@Autowired
	DeskProperties properties;

	@Autowired
	GreenMail mails;

	@Autowired
	OneTimeTokenService tokens;

	@Autowired
	WebApplicationContext desk;

	private MockMvc mvc;

	private Person member;

	private PledgeReference pledge;

	@BeforeEach
	void a_draft() {
		mvc = MockMvcBuilders.webAppContextSetup(desk).apply(springSecurity()).build();
		story.aSharedCall();
		member = story.memberOf("Kampala");
		pledge = story.aDraftBy(member);
	}

	@Test
	void files_that_are_taken_and_what_was_typed_are_kept_although_others_are_refused() {
		Visitor visitor = signedIn();
		Visitor.Page page = visitor.opens(part());
		assertThat(page.text()).contains("enctype=\"multipart/form-data\"", "Up to 5 files, each up to 10\u00a0MB",
				"accept=\"" + Stream.of(FileType.values())
					.flatMap(type -> type.extensions().stream())
					.map(extension -> "." + extension)
					.collect(Collectors.joining(",")) + "\"");

		page = visitor.uploads(part(), fields("_upload", QUESTION), QUESTION,
				files("Plan <1>.pdf", PLAN, "evil.pdf", "<html>".getBytes(StandardCharsets.UTF_8), "empty.pdf",
						new byte[0], "big.pdf", SampleFiles.pdf("Big", (int) AttachFile.LARGEST.toBytes() + 1)));

		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text()).containsSubsequence("govuk-error-summary",
				"<a href=\"#attachments\">evil.pdf must be a PDF, DOCX, ODT, PNG or JPEG file</a>",
				"empty.pdf must not be empty: select another file", "big.pdf must be 10\u00a0MB or smaller",
				"id=\"attachments-error\"", "evil.pdf must be a PDF",
				"empty.pdf must not be empty: select another file", "big.pdf must be 10\u00a0MB or smaller",
				"<bdi>Plan _1_.pdf</bdi>", "(PDF, 1\u00a0KB)");
		assertThat(page.text()).contains("value=\"A million\"");
		assertThat(story.pledge(pledge).answers().text("budget")).isEqualTo("A million");
		assertThat(files()).extracting(UploadedFile::name).containsExactly("Plan _1_.pdf");
	}

	@Test
	void each_button_does_what_it_says_and_keeps_what_is_typed() {
		Visitor visitor = signedIn();
		visitor.opens(part());

		assertThat(visitor.uploads(part(), fields("_upload", QUESTION), QUESTION, Map.of()).text())
			.contains("Select a file before you select “Upload files”");
		Visitor.Page uploaded = visitor.uploads(part(), fields("_upload", QUESTION), QUESTION, files("plan.pdf", PLAN));
		assertThat(uploaded.path()).isEqualTo(part());
		assertThat(uploaded.text()).contains("/my/pledges/" + pledge + "/files/" + files().get(0).id(),
				"value=\"A million\"");
		Visitor.Page removed = visitor.uploads(part(), fields("_removeFile", files().get(0).id()), QUESTION, Map.of());
		assertThat(removed.path()).isEqualTo(part());
		assertThat(files()).isEmpty();
		Visitor.Page next = visitor.uploads(part(), fields("action", "continue"), QUESTION, files("plan.pdf", PLAN));
		assertThat(next.path()).endsWith("/sections/contact");
		assertThat(files()).hasSize(1);
	}

	@Test
	void what_is_too_large_altogether_is_answered_with_a_sentence() {
		Visitor visitor = signedIn();
		visitor.opens(part());

		Visitor.Page page = visitor.uploads(part(), fields("_upload", QUESTION), QUESTION,
				files("film.pdf", SampleFiles.pdf("Film", 65 * 1024 * 1024)));

		assertThat(page.status()).isEqualTo(413);
		assertThat(page.text()).contains("This site cannot accept so much at once");
	}

	@Test
	void whoever_is_not_signed_in_any_more_is_told_so_and_nothing_of_their_file_is_read() {
		Visitor stranger = new Visitor(properties.publicAddress(), mails);

		Visitor.Page page = stranger.uploads(part(), fields("_upload", QUESTION), QUESTION,
				files("plan.pdf", SampleFiles.pdf("Plan", 3_000_000)));

		assertThat(page.status()).isEqualTo(403);
		assertThat(page.text()).contains("This page has expired");
		assertThat(files()).isEmpty();
	}

	@Test
	void nobody_forges_a_file_by_a_post() throws Exception {
		UploadedFile file = attached("plan.pdf");

		mvc.perform(post(part() + "/autosave").param("version", "1")
			.param("page", UUID.randomUUID().toString())
			.param(QUESTION, "")
			.param(QUESTION + ".0.id", "forged")
			.param("budget", "A million")
			.with(by(member))
			.with(csrf())).andExpect(status().isOk());

		assertThat(files()).containsExactly(file);
		assertThat(story.pledge(pledge).answers().text("budget")).isEqualTo("A million");
	}

	@Test
	void a_file_is_handed_out_to_be_kept_and_not_to_be_shown() throws Exception {
		UploadedFile file = attached("Árbol \"خطة\".pdf");

		mvc.perform(get("/my/pledges/" + pledge + "/files/" + file.id()).with(by(member)))
			.andExpect(status().isOk())
			.andExpect(content().bytes(KEPT_PLAN))
			.andExpect(header().string("Content-Type", "application/pdf"))
			.andExpect(header().longValue("Content-Length", KEPT_PLAN.length))
			.andExpect(header().string("X-Content-Type-Options", "nosniff"))
			.andExpect(header().string("Content-Disposition", allOf(startsWith("attachment; filename="),
					endsWith("filename*=UTF-8''%C3%81rbol%20_%D8%AE%D8%B7%D8%A9_.pdf"))));
	}

	@Test
	void before_its_publication_a_file_is_for_the_government_its_reviewers_and_the_coordinators() throws Exception {
		UploadedFile file = attached("plan.pdf");
		Person reviewer = story.reviewer("IOM", "Rosa");
		Person stranger = story.memberOf("Nairobi");

		assertNotFound(reading("/reviews", file).with(by(reviewer)));
		assertNotFound(reading("/coordination/pledges", file).with(by(story.coordinator())));
		story.submit(pledge, member);
		jobs.run(pledge);

		assertHandedOut(reading("/my/pledges", file).with(by(member)));
		assertHandedOut(reading("/reviews", file).with(by(reviewer)));
		assertHandedOut(reading("/coordination/pledges", file).with(by(story.coordinator())));
		assertNotFound(reading("/my/pledges", file).with(by(stranger)));
		assertNotFound(reading("/pledges", file));
		mvc.perform(reading("/reviews", file).with(by(stranger))).andExpect(status().isForbidden());
		assertNotFound(get("/reviews/" + pledge + "/files/nonsense").with(by(reviewer)));
	}

	@Test
	void reviewers_and_coordinators_do_not_see_a_file_that_was_not_submitted_yet() throws Exception {
		story.submit(pledge, member);
		jobs.run(pledge);
		story.allJudge(pledge, "REQUEST_CHANGES");
		UploadedFile file = attached("plan.pdf");

		assertNotFound(reading("/reviews", file).with(by(story.reviewer("IOM", "Rosa"))));
		assertNotFound(reading("/coordination/pledges", file).with(by(story.coordinator())));
	}

	@Test
	void with_consent_a_file_is_public_from_its_publication_until_the_pledge_is_withdrawn() throws Exception {
		UploadedFile file = attached("plan.pdf");
		publish();

		assertHandedOut(reading("/pledges", file));
		mvc.perform(get("/pledges/" + pledge))
			.andExpect(content().string(containsString("/pledges/" + pledge + "/files/" + file.id())));
		withdraw.withdraw(pledge, "", member);

		assertNotFound(reading("/pledges", file));
		assertHandedOut(reading("/my/pledges", file).with(by(member)));
	}

	@Test
	void without_consent_a_file_is_never_public() throws Exception {
		UploadedFile file = attached("plan.pdf");
		save.save(pledge, new SaveDraft.Change(story.pledge(pledge).draftVersion(), UUID.randomUUID(),
				Story.completeAnswers().with("consent", "NO"), List.of("consent")), member);
		publish();

		assertNotFound(reading("/pledges", file));
	}

	private void publish() {
		story.submit(pledge, member);
		jobs.run(pledge);
		story.allJudge(pledge, "APPROVE");
		jobs.run(pledge);
	}

	private MockHttpServletRequestBuilder reading(String area, UploadedFile file) {
		return get(area + "/" + pledge + "/files/" + file.id());
	}

	private void assertHandedOut(RequestBuilder request) throws Exception {
		mvc.perform(request).andExpect(status().isOk()).andExpect(content().bytes(KEPT_PLAN));
	}

	private void assertNotFound(RequestBuilder request) throws Exception {
		mvc.perform(request).andExpect(status().isNotFound());
	}

	private UploadedFile attached(String name) {
		return ((Attached) attach.attach(pledge, QUESTION, new Upload(name, PLAN.length, new ByteArrayResource(PLAN)),
				UUID.randomUUID(), member))
			.file();
	}

	private List<UploadedFile> files() {
		return story.pledge(pledge).answers().files(QUESTION);
	}

	private String part() {
		return "/my/pledges/" + pledge + "/sections/means";
	}

	private Map<String, String> fields(String button, String value) {
		return Map.of("version", String.valueOf(story.pledge(pledge).draftVersion()), "page",
				UUID.randomUUID().toString(), "budget", "A million", button, value);
	}

	private static Map<String, byte[]> files(Object... namesAndContents) {
		Map<String, byte[]> files = new LinkedHashMap<>();
		for (int index = 0; index < namesAndContents.length; index += 2) {
			files.put((String) namesAndContents[index], (byte[]) namesAndContents[index + 1]);
		}
		return files;
	}

	private Visitor signedIn() {
		Visitor visitor = new Visitor(properties.publicAddress(), mails);
		String token = tokens.generate(new GenerateOneTimeTokenRequest(member.email(), Duration.ofMinutes(5)))
			.getTokenValue();
		visitor.opens("/sign-in/link?token=" + token);
		visitor.followsOpenedLink();
		return visitor;
	}

}
