package org.calltolocalaction.coordination.web.edition;

import java.util.List;
import java.util.Locale;
import org.calltolocalaction.coordination.ConfirmContents;
import org.calltolocalaction.coordination.EditionFile;
import org.calltolocalaction.coordination.PledgeRow;
import org.calltolocalaction.coordination.forecast.ActForecast;
import org.calltolocalaction.coordination.web.TrailReadout;
import org.calltolocalaction.coordination.web.TrailReadout.Act;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.ReaderTimes;
import org.calltolocalaction.editions.ReleaseReport;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.request.PageNumber;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An edition's page, and the two steps of its report that are the coordinators'. */
@Controller
@RequestMapping("/coordination/editions/{year}")
public class EditionController {

	private final EditionFile files;

	private final ConfirmContents confirmContents;

	private final ReleaseReport releaseReport;

	private final TrailReadout words;

	EditionController(EditionFile files, ConfirmContents confirmContents, ReleaseReport releaseReport,
			TrailReadout words) {
		this.files = files;
		this.confirmContents = confirmContents;
		this.releaseReport = releaseReport;
		this.words = words;
	}

	/** What coordinators see of an edition. */
	record EditionPage(EditionFile.Contents file, List<EditionTimeline.Step> steps, List<Act> trail) {
	}

	/**
	 * What would follow if the contents were confirmed.
	 *
	 * @param leftOut the first of the pledges that would not be in the report
	 */
	record ContentsPage(ConfirmContents.Forecast forecast, List<PledgeRow> leftOut) {

		/** Where the pledges on the page stand then. */
		public List<ActForecast.PlacementShift> placements() {
			return forecast.plan().placements().stream().limit(leftOut.size()).toList();
		}

	}

	@GetMapping
	String edition(@PathVariable EditionYear year, @RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String page,
			Person by, @ModelAttribute("times") ReaderTimes times, Locale language, Model model) {
		EditionFile.Contents file = files.of(year, PageNumber.of(page), by);
		model.addAttribute("page",
				new EditionPage(file, EditionTimeline.of(file.edition()), words.of(file.trail(), times, language)));
		return "coordination/edition";
	}

	/** What follows when the contents are confirmed, before anybody does. */
	@GetMapping("/contents")
	String contents(@PathVariable EditionYear year, Person by, Model model) {
		releaseReport.requireClosed(year);
		ConfirmContents.Forecast forecast = confirmContents.forecast(year, by);
		model.addAttribute("page", new ContentsPage(forecast, confirmContents.leftOut(forecast, by)));
		return "coordination/contents";
	}

	@PostMapping("/contents")
	String confirm(@PathVariable EditionYear year,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String foreseen, Person by,
			RedirectAttributes redirect) {
		confirmContents.confirm(year, foreseen, by);
		redirect.addFlashAttribute("message", "coordination.edition.confirmed");
		return "redirect:/coordination/editions/" + year;
	}

	@PostMapping("/approval")
	String approve(@PathVariable EditionYear year, Person by, RedirectAttributes redirect) {
		releaseReport.approve(year, by);
		redirect.addFlashAttribute("message", "coordination.edition.approved");
		return "redirect:/coordination/editions/" + year;
	}

}
