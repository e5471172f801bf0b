package org.calltolocalaction.pledges.signoff;

import java.util.List;
import org.calltolocalaction.pledges.Pledge;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says to members who can read their draft, and what was said of it so far. */
@Service
@Transactional(readOnly = true)
public class DraftReading {

	private final ReadingLinks links;

	private final ReadingLimits limits;

	private final SignOffs signOffs;

	private final PledgeTexts texts;

	DraftReading(ReadingLinks links, ReadingLimits limits, SignOffs signOffs, PledgeTexts texts) {
		this.links = links;
		this.limits = limits;
		this.signOffs = signOffs;
		this.texts = texts;
	}

	/**
	 * How it stands now.
	 *
	 * @param complete whether all that has to be answered is
	 * @param read the hash of the text as it is
	 * @param days how many full days a new link works
	 * @param links the open ones, oldest first
	 * @param said what was said last, newest first
	 */
	public record Standing(boolean complete, String read, long days, List<ReadingLink> links, List<SignOff> said) {
	}

	/** Of a draft that the caller may see. */
	public Standing of(Pledge pledge) {
		return new Standing(texts.complete(pledge.answers()), texts.of(pledge.answers()).sha256(),
				Math.max(1, limits.lifetime().toDays()), links.openOf(pledge.reference()),
				signOffs.last(pledge.reference()));
	}

}
