package org.calltolocalaction.coordination.web.bulk;

import java.util.Optional;
import org.calltolocalaction.coordination.bulk.BulkAnswer;
import org.calltolocalaction.coordination.bulk.RemindPledges;
import org.calltolocalaction.coordination.web.bulk.BulkPages.WayBack;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reminds those for whom selected pledges wait: see whom, confirm. */
@Controller
@RequestMapping("/coordination/editions/{year}/selection/remind")
class RemindController {

	private final RemindPledges remind;

	private final BulkPages pages;

	RemindController(RemindPledges remind, BulkPages pages) {
		this.remind = remind;
		this.pages = pages;
	}

	@PostMapping
	String preview(@PathVariable EditionYear year, SelectionForm selection, Person by, Model model,
			RedirectAttributes redirect) {
		try {
			return preview(year, selection, false, by, model);
		}
		catch (Refused refused) {
			return BulkPages.refused(selection.address(year), refused).carriedBy(redirect::addFlashAttribute);
		}
	}

	@PostMapping("/send")
	String remind(@PathVariable EditionYear year, SelectionForm selection,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String once,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String foreseen, Person by, Model model,
			RedirectAttributes redirect) {
		try {
			BulkAnswer result = remind.remind(pages.selection(year, selection), BulkPages.confirmed(once, foreseen),
					by);
			Optional<WayBack> done = BulkPages.done(selection.address(year), result);
			return done.isPresent() ? done.get().carriedBy(redirect::addFlashAttribute)
					: preview(year, selection, !foreseen.isEmpty(), by, model);
		}
		catch (Refused refused) {
			return BulkPages.refused(selection.address(year), refused).carriedBy(redirect::addFlashAttribute);
		}
	}

	private String preview(EditionYear year, SelectionForm selection, boolean changed, Person by, Model model) {
		RemindPledges.Preview preview = remind.preview(pages.selection(year, selection), by);
		model.addAttribute("page", pages.forecast(year, selection, preview.forecast(), preview.samples(), changed));
		return "coordination/bulk/remind";
	}

}
