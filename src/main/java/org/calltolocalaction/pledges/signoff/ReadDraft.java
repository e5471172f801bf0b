package org.calltolocalaction.pledges.signoff;

import java.util.Optional;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.kernel.request.Download;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.files.AttachmentId;
import org.calltolocalaction.pledges.files.ReadAttachments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a draft to whoever has a link for it, and nothing else of its government. A link
 * that is unknown, revoked or over is the same: nothing.
 */
@Service
public class ReadDraft {

	private final ReadingLinks links;

	private final Pledges pledges;

	private final Governments governments;

	private final PledgeTexts texts;

	private final SignOffs signOffs;

	private final ReadAttachments attachments;

	ReadDraft(ReadingLinks links, Pledges pledges, Governments governments, PledgeTexts texts, SignOffs signOffs,
			ReadAttachments attachments) {
		this.links = links;
		this.pledges = pledges;
		this.governments = governments;
		this.texts = texts;
		this.signOffs = signOffs;
		this.attachments = attachments;
	}

	/**
	 * The draft as it is at this moment.
	 *
	 * @param complete whether all that has to be answered is
	 * @param said what was said by this link last; null while nothing was
	 */
	public record OpenDraft(ReadingLink link, Pledge pledge, Government government, PledgeText text, boolean complete,
			@Nullable SignOff said) {
	}

	/** The draft of an open link; nothing where there is none. */
	@Transactional(readOnly = true)
	public Optional<OpenDraft> open(ReadingToken token) {
		return links.open(token).flatMap(link -> {
			Pledge pledge = pledges.pledge(link.reference());
			return pledge.state().editable() ? Optional
				.of(new OpenDraft(link, pledge, governments.government(pledge.government()), texts.of(pledge.answers()),
						texts.complete(pledge.answers()), signOffs.newestBy(link).orElse(null)))
					: Optional.empty();
		});
	}

	/**
	 * A file of the draft, as others get it: without what it tells beyond what it shows.
	 */
	public Optional<Download> file(ReadingToken token, AttachmentId id) {
		return open(token).map(draft -> attachments.ofDraft(draft.pledge().reference(), draft.text().answers(), id));
	}

}
