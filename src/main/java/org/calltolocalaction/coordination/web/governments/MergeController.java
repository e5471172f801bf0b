package org.calltolocalaction.coordination.web.governments;

import java.util.List;
import org.calltolocalaction.coordination.governments.MergeAsForeseen;
import org.calltolocalaction.coordination.governments.MergeForecast;
import org.calltolocalaction.coordination.web.ConfirmedForm;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where a coordinator finds the other registration of a government, reads what follows,
 * and merges the two.
 */
@Controller
@RequestMapping("/coordination/governments/{id}/merge")
class MergeController {

	private final MergeAsForeseen merge;

	private final Governments governments;

	MergeController(MergeAsForeseen merge, Governments governments) {
		this.merge = merge;
		this.governments = governments;
	}

	/** Those that could be the same, by what was typed. */
	record ChoicePage(Government government, String typed, List<Government> found) {
	}

	/**
	 * What would follow if they were merged now.
	 *
	 * @param changed whether something else follows than was shown before
	 */
	record MergePage(Government from, Government into, MergeForecast forecast, boolean changed) {
	}

	@GetMapping
	String choose(@PathVariable GovernmentId id, @RequestParam(defaultValue = "") @As(Text.SEARCH) String q, Person by,
			Model model) {
		by.requireOversight();
		Government government = governments.government(id);
		List<Government> found = governments.search(q)
			.stream()
			.filter(other -> !other.closed() && !other.id().equals(government.id()))
			.toList();
		model.addAttribute("page", new ChoicePage(government, q, found));
		return "coordination/governments/choose";
	}

	@GetMapping("/{into}")
	String form(@PathVariable GovernmentId id, @PathVariable GovernmentId into, Person by, Model model) {
		model.addAttribute("form", ConfirmedForm.EMPTY);
		return page(id, into, false, by, model);
	}

	@PostMapping("/{into}")
	String merge(@PathVariable GovernmentId id, @PathVariable GovernmentId into,
			@ModelAttribute("form") ConfirmedForm form, BindingResult errors, Person by, Model model,
			RedirectAttributes redirect) {
		form.check("parties.reason.missing", errors);
		if (errors.hasErrors()) {
			return page(id, into, false, by, model);
		}
		if (!merge.merge(id, into, form.reason(), form.foreseen(), by)) {
			return page(id, into, true, by, model);
		}
		redirect.addFlashAttribute("message", "parties.merge.done");
		return "redirect:" + GovernmentListAddress.PATH + "/" + into;
	}

	private String page(GovernmentId from, GovernmentId into, boolean changed, Person by, Model model) {
		MergeForecast forecast = merge.forecast(from, into, by);
		model.addAttribute("page",
				new MergePage(governments.government(from), governments.government(into), forecast, changed));
		return "coordination/governments/merge";
	}

}
