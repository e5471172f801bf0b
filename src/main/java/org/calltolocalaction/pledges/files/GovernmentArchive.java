package org.calltolocalaction.pledges.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.springframework.stereotype.Service;

/**
 * Everything that a government has told, to take away: each submitted revision in the
 * exact bytes that its receipt's hash is of, the answers of drafts as they stand, and the
 * attached files. It is read pledge by pledge and not in one transaction: a member on a
 * slow line would keep a connection to the database all the while.
 */
@Service
public class GovernmentArchive {

	private final MyPledges mine;

	private final Revisions revisions;

	private final Attachments attachments;

	GovernmentArchive(MyPledges mine, Revisions revisions, Attachments attachments) {
		this.mine = mine;
		this.revisions = revisions;
		this.attachments = attachments;
	}

	/** Writes a ZIP file; a pledge is a folder in it. */
	public void write(Person member, OutputStream out) throws IOException {
		try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
			for (PledgeReference reference : mine.references(member)) {
				write(mine.pledge(reference, member), zip);
			}
		}
	}

	private void write(Pledge pledge, ZipOutputStream zip) throws IOException {
		String folder = pledge.reference() + "/";
		for (Revision revision : revisions.of(pledge.reference())) {
			entry(zip, folder + "revision-" + revision.number() + ".json", revision.submittedContent().bytes());
		}
		if (pledge.state().editable()) {
			entry(zip, folder + "draft.json", pledge.answers().toJson().getBytes(StandardCharsets.UTF_8));
		}
		Set<String> taken = new HashSet<>();
		for (Attachment attachment : attachments.of(pledge.reference())) {
			zip.putNextEntry(new ZipEntry(folder + "attachments/" + unique(attachment.name(), taken)));
			attachments.copy(attachment.id(), zip);
			zip.closeEntry();
		}
	}

	// Compared without capitals, because some systems that unpack the file do not tell
	// them apart.
	private static String unique(String name, Set<String> taken) {
		String free = name;
		int dot = name.lastIndexOf('.');
		for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
			free = "%s (%d)%s".formatted(name.substring(0, dot), number, name.substring(dot));
		}
		return free;
	}

	private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(content);
		zip.closeEntry();
	}

}
