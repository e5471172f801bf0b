package org.calltolocalaction.coordination.web.trail;

import org.calltolocalaction.coordination.trail.ErasePersonalValues;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.PersonalValues.Found;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where a coordinator erases what is personal on the trail, and sees before how much that
 * is.
 */
@Controller
@RequestMapping(TrailQuery.HERE + "/erase")
class EraseController {

	private final ErasePersonalValues erase;

	EraseController(ErasePersonalValues erase) {
		this.erase = erase;
	}

	/**
	 * What was looked for and found.
	 *
	 * @param asked whether anything was looked for
	 */
	record ErasePage(boolean asked, String whose, Found found) {
	}

	@GetMapping
	String page(@RequestParam(defaultValue = "") @As(Text.LINE) String whose, Person by, Model model) {
		model.addAttribute("form", new EraseForm(whose, "", ""));
		return shown(whose, by, model);
	}

	@PostMapping
	String erase(@ModelAttribute("form") EraseForm form, BindingResult errors, Person by, Model model,
			RedirectAttributes redirect) {
		form.check(errors);
		if (errors.hasErrors()) {
			return shown(form.whose(), by, model);
		}
		erase.erase(form.whose(), form.foreseen(), form.reason(), by);
		redirect.addFlashAttribute("message", "trail.erase.done");
		return "redirect:" + TrailQuery.HERE;
	}

	private String shown(String whose, Person by, Model model) {
		model.addAttribute("page", new ErasePage(!whose.isBlank(), whose, erase.ifErased(whose, by)));
		return "coordination/trail-erase";
	}

}
