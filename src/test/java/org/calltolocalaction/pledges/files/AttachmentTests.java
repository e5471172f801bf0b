package org.calltolocalaction.pledges.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.UploadedFile;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.drafting.RenewPledge;
import org.calltolocalaction.pledges.drafting.SaveDraft;
import org.calltolocalaction.pledges.files.AttachFile.Attached;
import org.calltolocalaction.pledges.files.AttachFile.NotAttached;
import org.calltolocalaction.pledges.files.AttachFile.Reason;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.HostileFiles;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.SampleFiles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files of a draft, from the upload to the revision that is submitted with them. */
class AttachmentTests extends AttachmentTest {

	@Autowired
	private EngineJobs jobs;

	@Autowired
	private RemoveAttachment remove;

	@Autowired
	private SaveDraft save;

	@Autowired
	private RenewPledge renew;

	@Autowired
	private GovernmentArchive archive;

	@Autowired
	private AuditTrail audit;

	@Autowired
	private MutableClock clock;

	@Test
	void a_file_is_an_answer_of_the_draft_and_comes_back_byte_for_byte() throws Exception {
		byte[] sent = SampleFiles.pdf("Plan", 700_000);
		byte[] content = SampleFiles.asKept(sent);

		UploadedFile file = attached("C:\\plans\\Plan.PDF", sent);

		assertThat(files()).containsExactly(file);
		assertThat(file).extracting(UploadedFile::name, UploadedFile::type, UploadedFile::size, UploadedFile::sha256)
			.containsExactly("Plan.pdf", "application/pdf", (long) content.length, sha256(content));
		assertThat(own(file)).isEqualTo(content);
		assertThat(audit.of(draft)).anyMatch(entry -> entry.kind().equals("pledge.file-attached")
				&& entry.facts().equals(Map.of("file", file.sha256())));
	}

	@Test
	void a_file_of_ten_megabytes_is_taken_and_one_byte_more_is_not() {
		int largest = (int) AttachFile.LARGEST.toBytes();

		assertThat(attach("plan.pdf", SampleFiles.pdf("Plan", largest + 1)))
			.isEqualTo(new NotAttached(Reason.TOO_LARGE));
		assertThat(attach("plan.pdf", SampleFiles.pdf("Plan", largest))).isInstanceOf(Attached.class);
		assertThat(longestPiece()).isLessThanOrEqualTo(256 * 1024);
	}

	@Test
	void whatever_is_not_taken_changes_nothing() {
		long version = story.pledge(draft).draftVersion();

		assertThat(attach("plan.pdf", new byte[0])).isEqualTo(new NotAttached(Reason.EMPTY));
		assertThat(attach("plan.pdf", "<html>".getBytes(StandardCharsets.UTF_8)))
			.isEqualTo(new NotAttached(Reason.OTHER_TYPE));
		assertThat(attach("plan.pdf", "%PDF-1.4 and nothing more".getBytes(StandardCharsets.UTF_8)))
			.isEqualTo(new NotAttached(Reason.DAMAGED));
		assertThat(attach("plan.docx", SampleFiles.docm())).isEqualTo(new NotAttached(Reason.WITH_MACROS));
		assertThat(attach("plan.docx", "PK\u0003\u0004and nothing more".getBytes(StandardCharsets.UTF_8)))
			.isEqualTo(new NotAttached(Reason.DAMAGED));
		assertThat(attach("plan.docx", HostileFiles.crowded(Map.of(), 20_000)))
			.isEqualTo(new NotAttached(Reason.EXCESSIVE));

		assertThat(files()).isEmpty();
		assertThat(kept()).isZero();
		assertThat(story.pledge(draft).draftVersion()).isEqualTo(version);
	}

	@Test
	void a_file_that_is_there_already_is_not_there_twice() {
		UploadedFile first = attached("plan.pdf", SampleFiles.pdf("Plan"));

		assertThat(attach("the same once more.pdf", SampleFiles.pdf("Plan")))
			.isEqualTo(new NotAttached(Reason.ALREADY_THERE));
		assertThat(files()).containsExactly(first);
		assertThat(kept()).isOne();
	}

	@Test
	void a_sixth_file_is_not_taken() {
		IntStream.rangeClosed(1, 5).forEach(number -> attached(number + ".pdf", SampleFiles.pdf("Plan " + number)));

		assertThat(attach("6.pdf", SampleFiles.pdf("Plan 6"))).isEqualTo(new NotAttached(Reason.TOO_MANY));
		assertThat(files()).hasSize(5);
	}

	@Test
	void of_colleagues_who_upload_at_once_each_is_served_and_there_are_never_more_than_five_files() throws Exception {
		IntStream.rangeClosed(1, 3).forEach(number -> attached(number + ".pdf", SampleFiles.pdf("Plan " + number)));

		List<AttachFile.Result> results = atOnce(IntStream
			.rangeClosed(4, 7).<Callable<AttachFile
					.Result>>mapToObj(number -> () -> attach(number + ".pdf", SampleFiles.pdf("Plan " + number)))
			.toList());

		assertThat(results).filteredOn(Attached.class::isInstance).hasSize(2);
		assertThat(results).filteredOn(new NotAttached(Reason.TOO_MANY)::equals).hasSize(2);
		assertThat(files()).hasSize(5);
		assertThat(kept()).isEqualTo(5);
	}

	@Test
	void a_page_that_was_open_while_files_came_and_went_saves_what_is_typed_and_touches_no_file() {
		UploadedFile before = attached("before.pdf", SampleFiles.pdf("Before"));
		long opened = story.pledge(draft).draftVersion();
		UploadedFile colleagues = ((Attached) attach.attach(draft, QUESTION,
				upload("colleague's.pdf", SampleFiles.pdf("A colleague's")), UUID.randomUUID(), member))
			.file();
		UploadedFile own = attached("own.pdf", SampleFiles.pdf("Own"));
		remove.remove(draft, AttachmentId.of(before.id()), UUID.randomUUID(), member);

		SaveDraft.Result saved = save.save(draft,
				new SaveDraft.Change(opened, PAGE, Answers.of(Map.of("budget", "A million")), List.of("budget")),
				member);

		assertThat(saved).isInstanceOf(SaveDraft.Saved.class);
		assertThat(story.pledge(draft).answers().text("budget")).isEqualTo("A million");
		assertThat(files()).containsExactly(colleagues, own);
	}

	@Test
	void a_file_that_was_never_submitted_is_deleted_when_it_is_removed() {
		UploadedFile file = attached("plan.pdf", SampleFiles.pdf("Plan"));
		AttachmentId id = AttachmentId.of(file.id());

		remove.remove(draft, id, PAGE, member);
		remove.remove(draft, id, PAGE, member);

		assertThat(story.pledge(draft).answers().value(QUESTION)).isEmpty();
		assertThat(kept()).isZero();
		assertThatThrownBy(() -> read.own(draft, id, member)).isInstanceOf(NotFound.class);
		assertThat(audit.of(draft)).filteredOn(entry -> entry.kind().equals("pledge.file-removed")).hasSize(1);
	}

	@Test
	void the_receipt_covers_the_content_of_the_files() {
		UploadedFile file = attached("plan.pdf", SampleFiles.pdf("Plan"));

		story.submit(draft, member);

		Revision revision = revisions.revision(draft, 1);
		assertThat(revision.answers().files(QUESTION)).containsExactly(file);
		assertThat(new String(revision.submittedContent().bytes(), StandardCharsets.UTF_8))
			.contains("\"sha256\":\"" + file.sha256() + "\"");
	}

	@Test
	void what_was_submitted_keeps_its_files_whatever_is_changed_later() throws IOException {
		UploadedFile first = attached("first.pdf", SampleFiles.pdf("First"));
		story.submit(draft, member);
		jobs.run(draft);
		story.allJudge(draft, "REQUEST_CHANGES");

		remove.remove(draft, AttachmentId.of(first.id()), PAGE, member);
		UploadedFile second = attached("second.pdf", SampleFiles.pdf("Second"));
		story.submit(draft, member);

		assertThat(revisions.revision(draft, 1).answers().files(QUESTION)).containsExactly(first);
		assertThat(revisions.revision(draft, 2).answers().files(QUESTION)).containsExactly(second);
		assertThat(own(first)).isEqualTo(SampleFiles.asKept(SampleFiles.pdf("First")));
		assertThat(own(second)).isEqualTo(SampleFiles.asKept(SampleFiles.pdf("Second")));
	}

	@Test
	void a_submitted_pledge_takes_and_gives_no_files() {
		UploadedFile file = attached("plan.pdf", SampleFiles.pdf("Plan"));
		story.submit(draft, member);

		assertThatThrownBy(() -> attach("late.pdf", SampleFiles.pdf("Late"))).isInstanceOf(Refused.class);
		assertThatThrownBy(() -> remove.remove(draft, AttachmentId.of(file.id()), PAGE, member))
			.isInstanceOf(Refused.class);
	}

	@Test
	void another_governments_draft_takes_gives_and_shows_no_files() {
		UploadedFile file = attached("plan.pdf", SampleFiles.pdf("Plan"));
		AttachmentId id = AttachmentId.of(file.id());
		Person stranger = story.memberOf("Nairobi");
		PledgeReference theirs = story.aDraftBy(stranger);

		assertThatThrownBy(
				() -> attach.attach(draft, QUESTION, upload("plan.pdf", SampleFiles.pdf("Theirs")), PAGE, stranger))
			.isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> remove.remove(draft, id, PAGE, stranger)).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> read.own(draft, id, stranger)).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> read.own(theirs, id, stranger)).isInstanceOf(NotFound.class);
		assertThatThrownBy(
				() -> attach.attach(draft, "title", upload("plan.pdf", SampleFiles.pdf("Plan")), PAGE, member))
			.isInstanceOf(NotFound.class);
	}

	@Test
	void a_renewed_pledge_begins_without_the_files_of_the_earlier_one() {
		UploadedFile file = attached("plan.pdf", SampleFiles.pdf("Plan"));
		story.submit(draft, member);
		jobs.run(draft);
		story.allJudge(draft, "APPROVE");
		jobs.run(draft);

		PledgeReference renewed = renew.renew(draft, member);

		assertThat(story.pledge(renewed).answers().value(QUESTION)).isEmpty();
		assertThat(revisions.revision(draft, 1).answers().files(QUESTION)).containsExactly(file);
	}

	@Test
	void a_government_takes_its_files_away_with_everything_else() throws IOException {
		attached("plan.pdf", SampleFiles.pdf("One"));
		clock.advance(Duration.ofSeconds(1));
		attached("PLAN.pdf", SampleFiles.pdf("Two"));
		ByteArrayOutputStream file = new ByteArrayOutputStream();

		archive.write(member, file);

		Map<String, byte[]> entries = new TreeMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.toByteArray()))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				entries.put(entry.getName(), zip.readAllBytes());
			}
		}
		assertThat(entries).containsOnlyKeys(draft + "/draft.json", draft + "/attachments/plan.pdf",
				draft + "/attachments/PLAN (2).pdf");
		assertThat(entries.get(draft + "/attachments/PLAN (2).pdf"))
			.isEqualTo(SampleFiles.asKept(SampleFiles.pdf("Two")));
	}

	private List<UploadedFile> files() {
		return story.pledge(draft).answers().files(QUESTION);
	}

	private int kept() {
		return jdbc.sql("select count(*) from attachment where reference = ?")
			.param(draft.value())
			.query(Integer.class)
			.single();
	}

	private int longestPiece() {
		return jdbc.sql(
				"select max(length(content)) from attachment_chunk join attachment on id = attachment where reference = ?")
			.param(draft.value())
			.query(Integer.class)
			.single();
	}

	private static <T> List<T> atOnce(List<Callable<T>> all) throws Exception {
		ExecutorService each = Executors.newFixedThreadPool(all.size());
		try {
			List<T> done = new ArrayList<>();
			for (Future<T> one : each.invokeAll(all)) {
				done.add(one.get());
			}
			return done;
		}
		finally {
			each.shutdown();
		}
	}

}
