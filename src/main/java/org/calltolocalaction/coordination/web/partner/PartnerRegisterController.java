package org.calltolocalaction.coordination.web.partner;

import java.util.List;
import java.util.Optional;
import org.calltolocalaction.editions.partner.ClosePartner;
import org.calltolocalaction.editions.partner.NamePartner;
import org.calltolocalaction.editions.partner.Partners;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.vocabulary.Partner;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.calltolocalaction.vocabulary.PartnerNames;
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
 * Where coordinators see all partners, add one, correct its names and say whether it is
 * offered for new editions.
 */
@Controller
@RequestMapping("/coordination/partners")
class PartnerRegisterController {

	private static final String LIST = "redirect:/coordination/partners";

	private final Partners partners;

	private final NamePartner name;

	private final ClosePartner close;

	PartnerRegisterController(Partners partners, NamePartner name, ClosePartner close) {
		this.partners = partners;
		this.name = name;
		this.close = close;
	}

	/** Everybody who can review, or once did; and the boxes for another. */
	record RegisterPage(List<Partner> partners, List<String> full, List<String> brief) {
	}

	/** Whose names are corrected. */
	record NamesPage(Partner partner, List<String> full, List<String> brief) {
	}

	@GetMapping
	String list(Person by, Model model) {
		model.addAttribute("form", PartnerNamesForm.empty());
		return listed(by, model);
	}

	@PostMapping
	String add(@ModelAttribute("form") PartnerNamesForm form, BindingResult errors, Person by, Model model,
			RedirectAttributes redirect) {
		Optional<PartnerCode> code = form.checkCode(errors);
		form.check(errors).ifPresent(names -> saved(errors, "code", () -> name.add(code.orElseThrow(), names, by)));
		if (errors.hasErrors()) {
			return listed(by, model);
		}
		redirect.addFlashAttribute("message", "coordination.partners.added");
		return LIST;
	}

	@GetMapping("/{partner}")
	String names(@PathVariable PartnerCode partner, Person by, Model model) {
		PartnerNames present = partners.partner(by, partner).names();
		model.addAttribute("form", PartnerNamesForm.of(present));
		return named(by, partner, model);
	}

	@PostMapping("/{partner}")
	String correct(@PathVariable PartnerCode partner, @ModelAttribute("form") PartnerNamesForm form,
			BindingResult errors, Person by, Model model, RedirectAttributes redirect) {
		form.check(errors).ifPresent(names -> saved(errors, "english", () -> name.correct(partner, names, by)));
		if (errors.hasErrors()) {
			return named(by, partner, model);
		}
		redirect.addFlashAttribute("message", "coordination.register.named");
		return LIST;
	}

	@PostMapping("/{partner}/stop")
	String stop(@PathVariable PartnerCode partner, Person by, RedirectAttributes redirect) {
		close.close(partner, by);
		redirect.addFlashAttribute("message", "coordination.register.stopped");
		return LIST;
	}

	@PostMapping("/{partner}/offer")
	String offer(@PathVariable PartnerCode partner, Person by, RedirectAttributes redirect) {
		close.reopen(partner, by);
		redirect.addFlashAttribute("message", "coordination.register.offered");
		return LIST;
	}

	// What was typed is shown again with the reason.
	private static void saved(BindingResult errors, String field, Runnable saving) {
		try {
			saving.run();
		}
		catch (Refused refused) {
			errors.rejectValue(field, refused.messageKey(), refused.arguments(), null);
		}
	}

	private String listed(Person by, Model model) {
		model.addAttribute("page", new RegisterPage(partners.all(by), PartnerNamesForm.FULL, PartnerNamesForm.SHORT));
		return "coordination/register";
	}

	private String named(Person by, PartnerCode partner, Model model) {
		model.addAttribute("page",
				new NamesPage(partners.partner(by, partner), PartnerNamesForm.FULL, PartnerNamesForm.SHORT));
		return "coordination/register-names";
	}

}
