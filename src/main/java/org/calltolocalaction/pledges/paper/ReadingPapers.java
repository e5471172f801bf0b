package org.calltolocalaction.pledges.paper;

import java.time.ZoneOffset;
import java.util.Locale;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.paper.PaperFile;
import org.calltolocalaction.pledges.signoff.PledgeTexts;
import org.calltolocalaction.pledges.signoff.ReadDraft;
import org.calltolocalaction.pledges.signoff.ReadDraft.OpenDraft;
import org.calltolocalaction.pledges.signoff.ReadingToken;
import org.springframework.stereotype.Service;

/**
 * Gives whoever has a link for a draft the same text as a document: a head of government
 * reads on paper, and may sign it.
 */
@Service
public class ReadingPapers {

	private final ReadDraft readDraft;

	private final PledgeTexts texts;

	private final PledgeDocument pledges;

	ReadingPapers(ReadDraft readDraft, PledgeTexts texts, PledgeDocument pledges) {
		this.readDraft = readDraft;
		this.texts = texts;
		this.pledges = pledges;
	}

	/**
	 * What the link opens at this moment, with its files and without contact details. The
	 * caller closes it.
	 * @throws NotFound where the link opens nothing
	 */
	public PaperFile draft(ReadingToken token, Locale language) {
		OpenDraft draft = readDraft.open(token).orElseThrow(() -> new NotFound("A draft by its link"));
		return pledges.draft(draft.pledge(), draft.text().answers(),
				texts.summary(draft.text(), language, ZoneOffset.UTC), language, ZoneOffset.UTC);
	}

}
