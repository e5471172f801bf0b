package org.calltolocalaction.pledges.signoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.webAppContextSetup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.paper.PaperFile;
import org.calltolocalaction.pledges.files.AttachFile;
import org.calltolocalaction.pledges.paper.MyPapers;
import org.calltolocalaction.pledges.paper.ReadingPapers;
import org.calltolocalaction.testing.PaperReader;
import org.calltolocalaction.testing.SampleFiles;
import org.calltolocalaction.testing.SamplePledge;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.web.context.WebApplicationContext;

/** The head of a government reads and signs on paper. */
class SignedPapersTests extends SignOffTest {

	@Autowired
	private ReadingPapers papers;

	@Autowired
	private MyPapers mine;

	@Autowired
	private AttachFile attach;

	@Autowired
	private WebApplicationContext desk;

	@Test
	void a_link_opens_the_draft_as_a_document_without_contact_details() throws Exception {
		ReadingToken token = link();

		PaperReader read = PaperReader.of(bytes(papers.draft(token, Locale.FRENCH))).keepsTheStandards();

		assertThat(read.language()).isEqualTo("fr");
		assertThat(read.text()).contains("A welcome desk in every district", draft.value())
			.doesNotContain(SamplePledge.CONTACT_EMAIL, member.email());
		webAppContextSetup(desk).build()
			.perform(get(token.path() + "/draft.pdf"))
			.andExpect(status().isOk())
			.andExpect(header().string("Cache-Control", "no-store"))
			.andExpect(header().string("Referrer-Policy", "no-referrer"));
	}

	@Test
	void a_link_that_is_over_opens_no_document() {
		ReadingToken token = link();
		submit();

		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> papers.draft(token, Locale.ENGLISH));
	}

	@Test
	void a_receipt_on_paper_says_who_approved_the_text() throws Exception {
		approve(link());
		submit();

		assertThat(PaperReader.of(bytes(mine.receipt(draft, 1, member, Locale.ENGLISH))).text()).contains(
				"Ana Pérez (Mayor) approved the text as it was on", "This is exactly the text that was submitted.");
	}

	@Test
	void a_receipt_on_paper_says_that_an_earlier_text_was_approved() throws Exception {
		approve(link());
		change("title", "Another title");
		submit();

		assertThat(PaperReader.of(bytes(mine.receipt(draft, 1, member, Locale.ENGLISH))).text())
			.contains("This was about an earlier text than the one that was submitted.");
	}

	@Test
	void the_draft_on_paper_comes_back_as_a_signed_letter_with_the_files_in_it() throws Exception {
		byte[] plan = SampleFiles.pdf("Plan");
		attach.attach(draft, "attachments", new AttachFile.Upload("plan.pdf", plan.length, new ByteArrayResource(plan)),
				UUID.randomUUID(), member);
		byte[] signed = bytes(mine.draft(draft, member, Locale.ENGLISH));

		assertThat(letter("Signed.pdf", signed)).isInstanceOf(RecordLetter.Recorded.class);
		assertThat(standing().approved()).isTrue();
	}

	private static byte[] bytes(PaperFile made) throws IOException {
		try (made) {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			made.writeTo(out);
			return out.toByteArray();
		}
	}

}
