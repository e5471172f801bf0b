package org.calltolocalaction.pledges.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.calltolocalaction.forms.UploadedFile;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.request.Download;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.pledges.files.AttachFile.Attached;
import org.calltolocalaction.pledges.files.AttachFile.Upload;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A member has a draft to which files are attached. */
@DeskTest
abstract class AttachmentTest {

	static final String QUESTION = "attachments";

	static final UUID PAGE = UUID.randomUUID();

	@Autowired
	Story story;

	@Autowired
	AttachFile attach;

	@Autowired
	ReadAttachments read;

	@Autowired
	Revisions revisions;

	@Autowired
	JdbcClient jdbc;

	Person member;

	PledgeReference draft;

	@BeforeEach
	void aDraft() {
		story.aSharedCall();
		member = story.memberOf("Kampala");
		draft = story.aDraftBy(member);
	}

	UploadedFile attached(String name, byte[] content) {
		return ((Attached) attach(name, content)).file();
	}

	AttachFile.Result attach(String name, byte[] content) {
		return attach.attach(draft, QUESTION, upload(name, content), PAGE, member);
	}

	static Upload upload(String name, byte[] content) {
		return new Upload(name, content.length, new ByteArrayResource(content));
	}

	byte[] own(UploadedFile file) throws IOException {
		return content(read.own(draft, AttachmentId.of(file.id()), member));
	}

	static byte[] content(Download download) throws IOException {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		download.content().writeTo(content);
		return content.toByteArray();
	}

	static String sha256(byte[] content) throws Exception {
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
	}

}
