package org.calltolocalaction.pledges.drafting.web;

import java.util.Optional;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.drafting.BeginPledge;
import org.calltolocalaction.pledges.drafting.RenewPledge;
import org.calltolocalaction.pledges.drafting.web.DraftPages.TasksPage;
import org.calltolocalaction.pledges.progress.web.DiscardedPages;
import org.calltolocalaction.pledges.progress.web.StatusPages;
import org.calltolocalaction.pledges.submitting.SubmitPledge;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A member begins a pledge, sees how far it has come, checks it and submits it. */
@Controller
@RequestMapping("/my/pledges")
class FillPledgeController {

	private final DraftPages pages;

	private final StatusPages statusPages;

	private final DiscardedPages discardedPages;

	private final MyPledges mine;

	private final Governments governments;

	private final BeginPledge beginPledge;

	private final RenewPledge renewPledge;

	private final SubmitPledge submitPledge;

	FillPledgeController(DraftPages pages, StatusPages statusPages, DiscardedPages discardedPages, MyPledges mine,
			Governments governments, BeginPledge beginPledge, RenewPledge renewPledge, SubmitPledge submitPledge) {
		this.pages = pages;
		this.statusPages = statusPages;
		this.discardedPages = discardedPages;
		this.mine = mine;
		this.governments = governments;
		this.beginPledge = beginPledge;
		this.renewPledge = renewPledge;
		this.submitPledge = submitPledge;
	}

	@GetMapping("/new")
	String begin(Person member, Model model) {
		Optional<Government> government = governments.actedForBy(member.id());
		if (government.isEmpty()) {
			return "redirect:/my/government";
		}
		return shown("pledges/drafting/begin", pages.begin(government.get(), member), model);
	}

	/**
	 * @param continues the earlier pledge to go on with, or empty
	 */
	@PostMapping
	String begin(@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String continues, Person member) {
		PledgeReference begun = continues.isEmpty() ? beginPledge.begin(member) : renewPledge
			.renew(PledgeReference.parse(continues).orElseThrow(() -> new NotFound("Pledge " + continues)), member);
		return "redirect:/my/pledges/" + begun;
	}

	/**
	 * The task list where the reader may change it, else where the pledge stands, or how
	 * to bring it back. {@code check} shows what is still wrong.
	 */
	@GetMapping("/{reference}")
	String pledge(@PathVariable PledgeReference reference, @RequestParam(defaultValue = "false") boolean check,
			Person member, Model model) {
		Pledge pledge = mine.pledge(reference, member);
		if (pledge.state() == PledgeState.DISCARDED) {
			return shown("pledges/progress/discarded", discardedPages.of(pledge), model);
		}
		if (!pledge.state().editable() || member.viewed()) {
			return shown("pledges/progress/status", statusPages.of(pledge, member), model);
		}
		TasksPage tasks = pages.tasks(pledge, check, member);
		model.addAttribute("invalid", tasks.invalid());
		return shown("pledges/drafting/tasks", tasks, model);
	}

	@GetMapping("/{reference}/check")
	String check(@PathVariable PledgeReference reference, Person member, Model model) {
		Pledge pledge = mine.pledge(reference, member);
		if (!pledge.state().editable()) {
			return "redirect:/my/pledges/" + pledge.reference();
		}
		return pages.check(pledge, member)
			.map(page -> shown("pledges/drafting/check", page, model))
			.orElse("redirect:/my/pledges/" + pledge.reference() + "?check=true");
	}

	/**
	 * The draft is an update of an earlier pledge, as its author was asked on the last
	 * page.
	 */
	@PostMapping("/{reference}/continues")
	String continues(@PathVariable PledgeReference reference, @RequestParam PledgeReference earlier, Person member,
			RedirectAttributes redirect) {
		renewPledge.link(reference, earlier, member);
		redirect.addFlashAttribute("message", "pledges.similar.linked");
		return "redirect:/my/pledges/" + reference + "/check";
	}

	@PostMapping("/{reference}/submit")
	String submit(@PathVariable PledgeReference reference, @RequestParam long version, Person member,
			RedirectAttributes redirect) {
		return submitPledge.submit(reference, version, member).fold(submitted -> {
			redirect.addFlashAttribute("again", submitted.again());
			return "redirect:/my/pledges/" + reference + "/receipt";
		}, incomplete -> "redirect:/my/pledges/" + reference + "?check=true", obstacle -> {
			redirect.addFlashAttribute("obstacle", obstacle.messageKey());
			return "redirect:/my/pledges/" + reference + "/check";
		});
	}

	private static String shown(String view, Object page, Model model) {
		model.addAttribute("page", page);
		return view;
	}

}
