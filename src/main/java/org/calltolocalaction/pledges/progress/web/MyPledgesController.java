package org.calltolocalaction.pledges.progress.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.CallStatus;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.request.PageNumber;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.pledges.progress.ExpectedDays.ExpectedDay;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A member looks at their government's pledges, and takes one back. */
@Controller
@RequestMapping("/my")
class MyPledgesController {

	private final MyPledges mine;

	private final Governments governments;

	private final Revisions revisions;

	private final Placements placements;

	private final WithdrawPledge withdrawal;

	private final CallPolicy callPolicy;

	private final StatusPages pages;

	MyPledgesController(MyPledges mine, Governments governments, Revisions revisions, Placements placements,
			WithdrawPledge withdrawal, CallPolicy callPolicy, StatusPages pages) {
		this.mine = mine;
		this.governments = governments;
		this.revisions = revisions;
		this.placements = placements;
		this.withdrawal = withdrawal;
		this.callPolicy = callPolicy;
		this.pages = pages;
	}

	/**
	 * One line of the list.
	 *
	 * @param title null where it is a draft's, which whoever looks on in a member's place
	 * does not read
	 * @param expected by when it is to be submitted anew; null where nobody waits for it
	 * @param extended until when the draft alone has more time; null where it has none
	 */
	record Line(Pledge pledge, @Nullable String title, Placement countsFor, @Nullable ExpectedDay expected,
			@Nullable Deadline extended) {
	}

	/**
	 * What members see of all pledges of their government.
	 *
	 * @param previous the address of the page before this one, or null
	 * @param next the address of the page after this one, or null
	 */
	record MyPledgesPage(Government government, CallStatus call, List<Line> pledges, List<Line> discarded,
			@Nullable String previous, @Nullable String next) {
	}

	/** What members read before they withdraw a pledge. */
	record WithdrawPage(PledgeReference reference, String title) {
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String page, Person member, Model model) {
		Optional<Government> government = governments.actedForBy(member.id());
		if (government.isEmpty()) {
			return "redirect:/my/government";
		}
		model.addAttribute("page", page(government.get(), PageNumber.of(page), member));
		return "pledges/progress/my";
	}

	/**
	 * Where it stands, also while it may be changed and its own address leads to the
	 * form.
	 */
	@GetMapping("/pledges/{reference}/status")
	String status(@PathVariable PledgeReference reference, Person member, Model model) {
		model.addAttribute("page", pages.of(submitted(reference, member), member));
		return "pledges/progress/status";
	}

	@GetMapping("/pledges/{reference}/withdraw")
	String askToWithdraw(@PathVariable PledgeReference reference, Person member, Model model) {
		Pledge pledge = submitted(reference, member);
		if (!withdrawal.possible(pledge)) {
			return "redirect:/my/pledges/" + pledge.reference();
		}
		model.addAttribute("page", new WithdrawPage(pledge.reference(), revisions.latestOf(pledge).content().title()));
		return "pledges/progress/withdraw";
	}

	@PostMapping("/pledges/{reference}/withdraw")
	String withdraw(@PathVariable PledgeReference reference,
			@RequestParam(defaultValue = "") @As(Text.PROSE) String reason, Person member,
			RedirectAttributes redirect) {
		withdrawal.withdraw(reference, reason.substring(0, Math.min(reason.length(), 2000)), member);
		redirect.addFlashAttribute("message", "pledges.withdrawn");
		return "redirect:/my/pledges/" + reference;
	}

	private MyPledgesPage page(Government government, int number, Person member) {
		Slice<Pledge> shown = mine.page(member, number);
		return new MyPledgesPage(government, callPolicy.statusNow(Set.of(Holder.government(government.id().value()))),
				lines(shown.getContent(), member), lines(mine.discarded(member), member),
				number > 1 ? "/my?page=" + (number - 1) : null, shown.hasNext() ? "/my?page=" + (number + 1) : null);
	}

	private List<Line> lines(List<Pledge> pledges, Person member) {
		return pledges.stream()
			.map(pledge -> new Line(pledge, title(pledge, member), placements.countsFor(pledge),
					pages.awaitedBy(pledge).orElse(null), extended(pledge)))
			.toList();
	}

	private @Nullable String title(Pledge pledge, Person member) {
		if (!member.viewed()) {
			return pledge.content().title();
		}
		return pledge.submitted() ? revisions.latestOf(pledge).content().title() : null;
	}

	private @Nullable Deadline extended(Pledge pledge) {
		return Optional.of(callPolicy.statusNow(Set.of(Holder.pledge(pledge.reference().value()))))
			.filter(status -> pledge.state() == PledgeState.DRAFT && status.extended())
			.map(CallStatus::deadline)
			.orElse(null);
	}

	private Pledge submitted(PledgeReference reference, Person member) {
		Pledge pledge = mine.pledge(reference, member);
		if (!pledge.submitted()) {
			throw new NotFound("A submitted revision of " + pledge.reference());
		}
		return pledge;
	}

}
