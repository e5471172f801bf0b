package org.calltolocalaction.pledges;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often a pledge was before the partners, what was taken back for that, and what the
 * coordinators wrote when they decided: which revisions they judge, and which count no
 * more.
 */
@Embeddable
public class PartnerRounds {

	private int latestRevision;

	private int revivedAfter;

	private int timesSentBack;

	@Enumerated(EnumType.STRING)
	private @Nullable PledgeState sentBackFrom;

	private boolean changesKept;

	private String decisionNote = "";

	/** The number of the newest revision; 0 while it was never submitted. */
	public int latestRevision() {
		return latestRevision;
	}

	/**
	 * How many times it has been before the partners, from 1; counted anew once it was
	 * revived.
	 */
	public int current() {
		return latestRevision - revivedAfter;
	}

	/**
	 * Whether what was said of this revision still counts: the partners judge a revived
	 * pledge anew.
	 */
	public boolean count(int revision) {
		return revision > revivedAfter;
	}

	/** How often a coordinator had it judged once more instead of what it had come to. */
	public int timesSentBack() {
		return timesSentBack;
	}

	/**
	 * What it had come to before it was to be judged once more; nothing once it has an
	 * outcome again.
	 */
	public Optional<PledgeState> sentBackFrom() {
		return Optional.ofNullable(sentBackFrom);
	}

	/**
	 * Whether its government was asked for changes when it went back before the partners:
	 * what was typed by then is not submitted, and stays in the working copy until
	 * changes are asked for again.
	 */
	public boolean changesKept() {
		return changesKept;
	}

	/**
	 * What the coordinators wrote to the government of this round, see {@link Pledge}.
	 */
	String decisionNote() {
		return decisionNote;
	}

	void explained(String note) {
		decisionNote = note;
	}

	int next() {
		decisionNote = "";
		return ++latestRevision;
	}

	void decided() {
		sentBackFrom = null;
	}

	void changesRequested() {
		decided();
		changesKept = false;
	}

	void sentBackFrom(PledgeState outcome) {
		// A disagreement on the way is no news to a government that knows what was taken
		// back.
		if (outcome != PledgeState.DISAGREEMENT || sentBackFrom == null) {
			sentBackFrom = outcome;
		}
		changesKept |= outcome == PledgeState.CHANGES_REQUESTED;
		timesSentBack++;
		decisionNote = "";
	}

	void beginAnew() {
		revivedAfter = latestRevision;
		decisionNote = "";
		changesKept = false;
	}

}
