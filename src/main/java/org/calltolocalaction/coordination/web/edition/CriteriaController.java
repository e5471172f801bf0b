package org.calltolocalaction.coordination.web.edition;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.criteria.ChooseCriteria;
import org.calltolocalaction.editions.criteria.Criteria;
import org.calltolocalaction.editions.criteria.Criterion;
import org.calltolocalaction.editions.criteria.EditionCriteria;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.judgement.ReviewForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a coordinator chooses by what an edition's pledges are judged. */
@Controller
@RequestMapping("/coordination/editions/{year}/criteria")
class CriteriaController {

	private final Editions editions;

	private final EditionCriteria criteria;

	private final ChooseCriteria chooseCriteria;

	private final ReviewForm reviewForm;

	CriteriaController(Editions editions, EditionCriteria criteria, ChooseCriteria chooseCriteria,
			ReviewForm reviewForm) {
		this.editions = editions;
		this.criteria = criteria;
		this.chooseCriteria = chooseCriteria;
		this.reviewForm = reviewForm;
	}

	/**
	 * An edition's criteria, to be chosen.
	 *
	 * @param names in the words of the form on which they are asked
	 * @param choices how much one can weigh
	 */
	record CriteriaPage(Edition edition, Map<Criterion, String> names, List<Integer> choices) {
	}

	@GetMapping
	String form(@PathVariable EditionYear year, Locale language, Model model) {
		Edition edition = editions.edition(year);
		model.addAttribute("form", CriteriaForm.of(criteria.now(edition.year())));
		return page(edition, language, model);
	}

	@PostMapping
	String choose(@PathVariable EditionYear year, @ModelAttribute("form") CriteriaForm form, BindingResult errors,
			Person by, Locale language, Model model, RedirectAttributes redirect) {
		Edition edition = editions.edition(year);
		form.check(errors);
		if (errors.hasErrors()) {
			return page(edition, language, model);
		}
		chooseCriteria.choose(edition.year(), form.seen(), form.chosen(), form.reason(), by);
		redirect.addFlashAttribute("message", "coordination.criteria.chosen");
		return "redirect:/coordination/editions/" + edition.year();
	}

	private String page(Edition edition, Locale language, Model model) {
		model.addAttribute("page", new CriteriaPage(edition, reviewForm.names(language),
				IntStream.rangeClosed(0, Criteria.HEAVIEST).boxed().toList()));
		return "coordination/criteria";
	}

}
