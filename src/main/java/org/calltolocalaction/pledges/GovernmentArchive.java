package org.calltolocalaction.pledges;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.calltolocalaction.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that a government has told, to take away: each submitted revision in the exact bytes that its receipt's
 * hash is of, and the answers of drafts as they stand.
 */
@Service
@Transactional(readOnly = true)
public class GovernmentArchive {

	private final MyPledges mine;

	private final Revisions revisions;

	GovernmentArchive(MyPledges mine, Revisions revisions) {
		this.mine = mine;
		this.revisions = revisions;
	}

	/** Writes a ZIP file; a pledge is a folder in it. */
	public void write(Person member, OutputStream out) throws IOException {
		try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
			for (Pledge pledge : mine.of(member)) {
				write(pledge, zip);
			}
		}
	}

	private void write(Pledge pledge, ZipOutputStream zip) throws IOException {
		String folder = pledge.reference() + "/";
		for (Revision revision : revisions.of(pledge.reference())) {
			entry(zip, folder + "revision-" + revision.number() + ".json", revision.content().bytes());
		}
		if (pledge.state().editable()) {
			entry(zip, folder + "draft.json", pledge.answers().toJson().getBytes(StandardCharsets.UTF_8));
		}
	}

	private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(content);
		zip.closeEntry();
	}

}
