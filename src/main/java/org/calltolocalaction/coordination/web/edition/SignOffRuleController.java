package org.calltolocalaction.coordination.web.edition;

import java.util.List;
import org.calltolocalaction.editions.EaseSignOff;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.SignOffRule;
import org.calltolocalaction.identity.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Asks less approval of those who submit to an open call, once it was read what follows.
 */
@Controller
@RequestMapping("/coordination/editions/{year}/sign-off")
class SignOffRuleController {

	private static final String PAGE = "coordination/sign-off";

	private final EaseSignOff easeSignOff;

	private final Editions editions;

	SignOffRuleController(EaseSignOff easeSignOff, Editions editions) {
		this.easeSignOff = easeSignOff;
		this.editions = editions;
	}

	/**
	 * What is asked now, and what may be asked instead.
	 *
	 * @param milder none where nothing can be eased: the page says so instead of asking
	 */
	record SignOffRulePage(Edition edition, List<SignOffRule> milder) {

		static SignOffRulePage of(Edition edition) {
			return new SignOffRulePage(edition,
					EaseSignOff.possible(edition) ? edition.signOffRule().milder() : List.of());
		}

	}

	@GetMapping
	String form(@PathVariable EditionYear year, Model model) {
		SignOffRulePage page = SignOffRulePage.of(editions.edition(year));
		model.addAttribute("form", new SignOffRuleForm(page.milder().size() == 1 ? page.milder().get(0).name() : ""));
		model.addAttribute("page", page);
		return PAGE;
	}

	@PostMapping
	String ease(@PathVariable EditionYear year, @ModelAttribute("form") SignOffRuleForm form, BindingResult errors,
			Person by, Model model, RedirectAttributes redirect) {
		form.check(errors);
		if (errors.hasErrors()) {
			model.addAttribute("page", SignOffRulePage.of(editions.edition(year)));
			return PAGE;
		}
		easeSignOff.ease(year, form.chosen().orElseThrow(), by);
		redirect.addFlashAttribute("message", "coordination.sign-off.done");
		return "redirect:/coordination/editions/" + year;
	}

}
