package org.calltolocalaction.registry;

import java.util.List;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.kernel.request.Download;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.pledges.files.AttachmentId;
import org.calltolocalaction.pledges.files.ReadAttachments;
import org.springframework.stereotype.Component;

/**
 * The files of published pledges: public with the pledge, by the same consent, and no
 * longer than it.
 */
@Component
public class PublishedAttachments {

	private final PublishedPledges published;

	private final Revisions revisions;

	private final ReadAttachments attachments;

	PublishedAttachments(PublishedPledges published, Revisions revisions, ReadAttachments attachments) {
		this.published = published;
		this.revisions = revisions;
		this.attachments = attachments;
	}

	/**
	 * A file of the revision that is published; else it is not found, or gone with the
	 * pledge.
	 */
	public Download attachment(PledgeReference reference, AttachmentId id) {
		Revision revision = revisions.revision(reference, published.pledge(reference).revision());
		return attachments.submitted(List.of(revision), id, Reader.PUBLIC);
	}

}
