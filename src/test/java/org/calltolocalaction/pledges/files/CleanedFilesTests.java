package org.calltolocalaction.pledges.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.forms.UploadedFile;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.request.Download;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.testing.SampleFiles;
import org.junit.jupiter.api.Test;

/** What a file tells beyond what it shows is kept and handed out to nobody. */
class CleanedFilesTests extends AttachmentTest {

	@Test
	void a_photograph_is_kept_and_handed_out_without_the_place_where_it_was_taken() throws Exception {
		byte[] sent = Files.readAllBytes(Path.of("src/test/resources/files/photo-with-place.jpg"));

		UploadedFile file = attached("photo.jpg", sent);

		assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains("Phone X 12", "Exif");
		assertThat(new String(own(file), StandardCharsets.ISO_8859_1)).doesNotContain("Phone X 12", "Exif");
		assertThat(file.sha256()).isEqualTo(sha256(own(file)));
		assertThat(file.size()).isEqualTo(own(file).length);
	}

	@Test
	void a_file_of_before_is_its_governments_as_it_was_sent_and_everybody_elses_as_a_clean_copy() throws Exception {
		byte[] sent = Files.readAllBytes(Path.of("src/test/resources/files/photo-with-place.jpg"));
		UploadedFile file = attached("photo.jpg", sent);
		byte[] clean = own(file);
		asTheFirstReleaseKept(file, sent);
		story.submit(draft, member);
		Revision revision = revisions.revision(draft, 1);

		Download others = read.submitted(List.of(revision), AttachmentId.of(file.id()), Reader.PARTNER);

		assertThat(own(file)).isEqualTo(sent);
		assertThat(content(others)).isEqualTo(clean);
		assertThat(others.size()).isEqualTo(clean.length);
		assertThat(others.name()).isEqualTo("Cleaned copy – photo.jpg");
	}

	@Test
	void a_file_of_before_of_which_there_can_be_no_clean_copy_is_handed_to_nobody_but_its_government()
			throws Exception {
		UploadedFile file = attached("plan.pdf", SampleFiles.pdf("Plan"));
		byte[] sent = new String(SampleFiles.pdf("Plan"), StandardCharsets.ISO_8859_1)
			.replace("/Type /Catalog", "/Type /Catalog /OpenAction <</S /JavaScript /JS (1)>>")
			.getBytes(StandardCharsets.ISO_8859_1);
		asTheFirstReleaseKept(file, sent);
		story.submit(draft, member);
		Revision revision = revisions.revision(draft, 1);

		assertThat(own(file)).isEqualTo(sent);
		assertThatThrownBy(() -> read.submitted(List.of(revision), AttachmentId.of(file.id()), Reader.COORDINATOR))
			.isInstanceOf(Refused.class);
	}

	private void asTheFirstReleaseKept(UploadedFile file, byte[] sent) {
		UUID id = UUID.fromString(file.id());
		jdbc.sql("delete from attachment_chunk where attachment = ?").param(id).update();
		jdbc.sql("insert into attachment_chunk (attachment, number, content) values (?, 0, ?)")
			.params(id, sent)
			.update();
		jdbc.sql("update attachment set kept = 'AS_SENT', size = ? where id = ?").params(sent.length, id).update();
	}

}
