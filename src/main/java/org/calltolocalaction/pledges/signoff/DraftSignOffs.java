package org.calltolocalaction.pledges.signoff;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.SignOffRule;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.pledges.Pledge;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says whether a draft is approved, whether it has to be, and keeps with a version what
 * it was submitted with.
 */
@Service
public class DraftSignOffs {

	private final SignOffs signOffs;

	private final ReadingLinks links;

	private final PledgeTexts texts;

	private final CallPolicy callPolicy;

	DraftSignOffs(SignOffs signOffs, ReadingLinks links, PledgeTexts texts, CallPolicy callPolicy) {
		this.signOffs = signOffs;
		this.links = links;
		this.texts = texts;
		this.callPolicy = callPolicy;
	}

	/**
	 * The rule of the call that it answered, or would answer now: who has submitted to
	 * one call is not surprised by the rule of another.
	 */
	@Transactional(readOnly = true)
	public SignOffRule rule(Pledge pledge) {
		return pledge.call()
			.map(callPolicy::edition)
			.or(() -> callPolicy.answered(pledge.holders()))
			.map(Edition::signOffRule)
			.orElse(SignOffRule.OFF);
	}

	/** How the working copy stands. */
	@Transactional(readOnly = true)
	public DraftSignOff of(Pledge pledge, Locale language) {
		SignOff newest = signOffs.newest(pledge.reference()).orElse(null);
		if (newest == null) {
			return new DraftSignOff(rule(pledge), null, false, List.of());
		}
		PledgeText present = texts.of(pledge.answers());
		boolean sameText = newest.isOf(present);
		return new DraftSignOff(rule(pledge), newest, sameText,
				sameText ? List.of() : texts.changed(newest.text(), present, language));
	}

	/**
	 * Whether it cannot be submitted for want of an approval of exactly this text.
	 * @param cleaned the answers that would be submitted
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean missing(Pledge pledge, Answers cleaned) {
		return rule(pledge) == SignOffRule.REQUIRED
				&& signOffs.newest(pledge.reference()).filter(newest -> approves(newest, cleaned)).isEmpty();
	}

	/** Keeps what it was submitted with; by links nobody reads it any more. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void submitted(Pledge pledge, int revision, Answers cleaned) {
		Optional<SignOff> newest = signOffs.newest(pledge.reference());
		newest.ifPresent(
				counting -> signOffs.submittedWith(counting, revision, counting.isOf(texts.ofSubmitted(cleaned))));
		links.endAllOf(pledge.reference());
	}

	private boolean approves(SignOff newest, Answers cleaned) {
		return newest.approves() && newest.isOf(texts.ofSubmitted(cleaned));
	}

}
