package org.calltolocalaction.coordination.web.bulk;

import java.util.List;
import java.util.Optional;
import org.calltolocalaction.coordination.bulk.BulkAnswer;
import org.calltolocalaction.coordination.bulk.ExtendPledges;
import org.calltolocalaction.coordination.web.bulk.BulkPages.ForecastPage;
import org.calltolocalaction.coordination.web.bulk.BulkPages.SelectedPage;
import org.calltolocalaction.coordination.web.deadline.Zones;
import org.calltolocalaction.coordination.web.deadline.Zones.Zone;
import org.calltolocalaction.coordination.web.extension.ExtensionForm;
import org.calltolocalaction.editions.Deadline;
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
 * Gives selected pledges and drafts more time: say until when and why, see what follows,
 * confirm.
 */
@Controller
@RequestMapping("/coordination/editions/{year}/selection/extend")
class ExtendController {

	private final ExtendPledges extend;

	private final BulkPages pages;

	private final Zones zones;

	ExtendController(ExtendPledges extend, BulkPages pages, Zones zones) {
		this.extend = extend;
		this.pages = pages;
		this.zones = zones;
	}

	/** Until when they get more time. */
	record MoreTimePage(SelectedPage selected, List<Zone> zones) {
	}

	/**
	 * What would follow if they had it.
	 *
	 * @param afterContents whether it ends after the planned day of the contents
	 */
	record MoreTimeForecastPage(ForecastPage preview, Deadline until, boolean afterContents) {
	}

	@PostMapping
	String form(@PathVariable EditionYear year, SelectionForm selection, Person by, Model model,
			RedirectAttributes redirect) {
		try {
			SelectedPage selected = pages.selected(year, selection, by);
			model.addAttribute("form", ExtensionForm.of(selected.edition().deadline(), ""));
			return page(selected, model);
		}
		catch (Refused refused) {
			return BulkPages.refused(selection.address(year), refused).carriedBy(redirect::addFlashAttribute);
		}
	}

	/** Back from the preview, with what was typed. */
	@PostMapping("/change")
	String change(@PathVariable EditionYear year, SelectionForm selection, @ModelAttribute("form") ExtensionForm form,
			Person by, Model model, RedirectAttributes redirect) {
		try {
			return page(pages.selected(year, selection, by), model);
		}
		catch (Refused refused) {
			return BulkPages.refused(selection.address(year), refused).carriedBy(redirect::addFlashAttribute);
		}
	}

	@PostMapping("/preview")
	String preview(@PathVariable EditionYear year, SelectionForm selection, @ModelAttribute("form") ExtensionForm form,
			BindingResult errors, Person by, Model model, RedirectAttributes redirect) {
		form.check(errors, year);
		try {
			SelectedPage selected = pages.selected(year, selection, by);
			return errors.hasErrors() ? page(selected, model)
					: preview(year, selection, form, errors, false, by, model);
		}
		catch (Refused refused) {
			return BulkPages.refused(selection.address(year), refused).carriedBy(redirect::addFlashAttribute);
		}
	}

	@PostMapping("/grant")
	String grant(@PathVariable EditionYear year, SelectionForm selection, @ModelAttribute("form") ExtensionForm form,
			BindingResult errors, @RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String once,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String foreseen, Person by, Model model,
			RedirectAttributes redirect) {
		form.check(errors, year);
		try {
			SelectedPage selected = pages.selected(year, selection, by);
			if (errors.hasErrors()) {
				return page(selected, model);
			}
			BulkAnswer result = extend.grant(pages.selection(year, selection), form.deadline().orElseThrow(),
					form.reason(), BulkPages.confirmed(once, foreseen), by);
			Optional<WayBack> done = BulkPages.done(selection.address(year), result);
			return done.isPresent() ? done.get().carriedBy(redirect::addFlashAttribute)
					: preview(year, selection, form, errors, !foreseen.isEmpty(), by, model);
		}
		catch (Refused refused) {
			return BulkPages.refused(selection.address(year), refused).carriedBy(redirect::addFlashAttribute);
		}
	}

	/** Where nobody can have it until then, the form says so. */
	private String preview(EditionYear year, SelectionForm selection, ExtensionForm form, BindingResult errors,
			boolean changed, Person by, Model model) {
		Deadline until = form.deadline().orElseThrow();
		try {
			ExtendPledges.Preview preview = extend.preview(pages.selection(year, selection), until, form.reason(), by);
			ForecastPage page = pages.forecast(year, selection, preview.forecast(), preview.samples(), changed);
			model.addAttribute("page", new MoreTimeForecastPage(page, until,
					until.lastDay().isAfter(page.selected().edition().contentsPlanned())));
			return "coordination/bulk/extend-preview";
		}
		catch (Refused refused) {
			errors.rejectValue("day", refused.messageKey(), refused.arguments(), null);
			return page(pages.selected(year, selection, by), model);
		}
	}

	private String page(SelectedPage selected, Model model) {
		model.addAttribute("page", new MoreTimePage(selected, zones.all()));
		return "coordination/bulk/extend";
	}

}
