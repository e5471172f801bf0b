package org.calltolocalaction.coordination.web.bulk;

import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.coordination.bulk.BulkAnswer;
import org.calltolocalaction.coordination.bulk.WriteToGovernments;
import org.calltolocalaction.coordination.web.bulk.BulkPages.WayBack;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Writes to the governments of selected pledges: say what, see whom it reaches and how it
 * looks, confirm.
 */
@Controller
@RequestMapping("/coordination/editions/{year}/selection/write")
class WriteController {

	private final WriteToGovernments write;

	private final BulkPages pages;

	WriteController(WriteToGovernments write, BulkPages pages) {
		this.write = write;
		this.pages = pages;
	}

	@PostMapping
	String form(@PathVariable EditionYear year, SelectionForm selection, Person by, Locale language, Model model,
			RedirectAttributes redirect) {
		try {
			model.addAttribute("form", MessageForm.in(language));
			return page(year, selection, by, model);
		}
		catch (Refused refused) {
			return BulkPages.refused(selection.address(year), refused).carriedBy(redirect::addFlashAttribute);
		}
	}

	/** Back from the preview, with what was typed. */
	@PostMapping("/change")
	String change(@PathVariable EditionYear year, SelectionForm selection, @ModelAttribute("form") MessageForm form,
			Person by, Model model, RedirectAttributes redirect) {
		try {
			return page(year, selection, by, model);
		}
		catch (Refused refused) {
			return BulkPages.refused(selection.address(year), refused).carriedBy(redirect::addFlashAttribute);
		}
	}

	@PostMapping("/preview")
	String preview(@PathVariable EditionYear year, SelectionForm selection, @ModelAttribute("form") MessageForm form,
			BindingResult errors, Person by, Model model, RedirectAttributes redirect) {
		form.check(errors);
		try {
			return errors.hasErrors() ? page(year, selection, by, model)
					: preview(year, selection, form, false, by, model);
		}
		catch (Refused refused) {
			return BulkPages.refused(selection.address(year), refused).carriedBy(redirect::addFlashAttribute);
		}
	}

	@PostMapping("/send")
	String send(@PathVariable EditionYear year, SelectionForm selection, @ModelAttribute("form") MessageForm form,
			BindingResult errors, @RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String once,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String foreseen, Person by, Model model,
			RedirectAttributes redirect) {
		form.check(errors);
		try {
			if (errors.hasErrors()) {
				return page(year, selection, by, model);
			}
			BulkAnswer result = write.write(pages.selection(year, selection), form.message(),
					BulkPages.confirmed(once, foreseen), by);
			Optional<WayBack> done = BulkPages.done(selection.address(year), result);
			return done.isPresent() ? done.get().carriedBy(redirect::addFlashAttribute)
					: preview(year, selection, form, !foreseen.isEmpty(), by, model);
		}
		catch (Refused refused) {
			return BulkPages.refused(selection.address(year), refused).carriedBy(redirect::addFlashAttribute);
		}
	}

	private String preview(EditionYear year, SelectionForm selection, MessageForm form, boolean changed, Person by,
			Model model) {
		WriteToGovernments.Preview preview = write.preview(pages.selection(year, selection), form.message(), by);
		model.addAttribute("page", pages.forecast(year, selection, preview.forecast(), preview.samples(), changed));
		return "coordination/bulk/write-preview";
	}

	private String page(EditionYear year, SelectionForm selection, Person by, Model model) {
		model.addAttribute("page", pages.selected(year, selection, by));
		return "coordination/bulk/write";
	}

}
