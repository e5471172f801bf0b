package org.calltolocalaction.coordination.web.edition;

import java.util.List;
import java.util.Locale;
import org.calltolocalaction.coordination.ConfirmContents;
import org.calltolocalaction.coordination.PledgeRow;
import org.calltolocalaction.coordination.figures.EditionFile;
import org.calltolocalaction.coordination.figures.NotYetPledged;
import org.calltolocalaction.coordination.forecast.ActForecast;
import org.calltolocalaction.coordination.lists.Listed;
import org.calltolocalaction.coordination.web.ConfirmedForm;
import org.calltolocalaction.coordination.web.lists.ListAddress;
import org.calltolocalaction.coordination.web.TrailReadout;
import org.calltolocalaction.coordination.web.TrailReadout.Act;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.ReaderTimes;
import org.calltolocalaction.editions.ReleaseReport;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.search.SearchKey;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.calltolocalaction.kernel.request.PageNumber;
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

/** An edition's page, and the page on which the contents of its report are confirmed. */
@Controller
@RequestMapping("/coordination/editions/{year}")
public class EditionController {

	private final EditionFile files;

	private final ConfirmContents confirmContents;

	private final ReleaseReport releaseReport;

	private final NotYetPledged notYetPledged;

	private final Editions editions;

	private final Vocabulary vocabulary;

	private final TrailReadout words;

	EditionController(EditionFile files, ConfirmContents confirmContents, ReleaseReport releaseReport,
			NotYetPledged notYetPledged, Editions editions, Vocabulary vocabulary, TrailReadout words) {
		this.files = files;
		this.confirmContents = confirmContents;
		this.releaseReport = releaseReport;
		this.notYetPledged = notYetPledged;
		this.editions = editions;
		this.vocabulary = vocabulary;
		this.words = words;
	}

	/** What coordinators see of an edition. */
	record EditionPage(EditionFile.Contents file, List<EditionTimeline.Step> steps, DayChart chart, List<Act> trail) {

		/** The list behind a figure. */
		public String list(String search) {
			return ListAddress.link(file.edition().year(), search);
		}

	}

	/**
	 * Governments of a section that pledged in an earlier edition and not in this one.
	 */
	record NotYetPage(Edition edition, String section, Listed<NotYetPledged.Government> listed) {

		/** The address of another page. */
		public String toPage(int other) {
			return "/coordination/editions/%s/not-yet?section=%s&page=%d".formatted(edition.year(), section, other);
		}

		/** The list of what a government pledged last. */
		public String last(NotYetPledged.Government government) {
			return ListAddress.link(government.last(), SearchKey.ofTexts("government").word(government.name()));
		}

	}

	/**
	 * What would follow if the contents were confirmed.
	 *
	 * @param leftOut the first of the pledges that would not be in the report
	 * @param changed whether something else was foretold when the coordinator confirmed
	 */
	record ContentsPage(ConfirmContents.Forecast forecast, List<PledgeRow> leftOut, boolean changed) {

		/** Where the pledges on the page stand then. */
		public List<ActForecast.PlacementShift> placements() {
			return forecast.plan().placements().stream().limit(leftOut.size()).toList();
		}

	}

	@GetMapping
	String edition(@PathVariable EditionYear year, Person by, @ModelAttribute("times") ReaderTimes times,
			Locale language, Model model) {
		EditionFile.Contents file = files.of(year, by);
		model.addAttribute("page",
				new EditionPage(file, EditionTimeline.of(file.edition()),
						DayChart.of(file.edition().deadline(), file.figures().days()),
						words.of(file.trail(), times, language)));
		return "coordination/edition";
	}

	/** Whom a coordinator could ask to pledge again. */
	@GetMapping("/not-yet")
	String notYet(@PathVariable EditionYear year, @RequestParam(defaultValue = "") @As(Text.CHOICE) String section,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String page, Person by, Model model) {
		Edition edition = editions.edition(year);
		String known = vocabulary.contains(Vocabulary.REGIONS, section) ? section : "";
		model.addAttribute("page",
				new NotYetPage(edition, known, notYetPledged.page(year, known, PageNumber.of(page), by)));
		return "coordination/not-yet";
	}

	/** What follows when the contents are confirmed, before anybody does. */
	@GetMapping("/contents")
	String contents(@PathVariable EditionYear year, Person by, Model model) {
		model.addAttribute("form", ConfirmedForm.EMPTY);
		return contents(year, false, by, model);
	}

	@PostMapping("/contents")
	String confirm(@PathVariable EditionYear year, @ModelAttribute("form") ConfirmedForm form, BindingResult errors,
			Person by, Model model, RedirectAttributes redirect) {
		form.check("coordination.contents.reason.missing", errors);
		if (errors.hasErrors()) {
			return contents(year, false, by, model);
		}
		if (!confirmContents.confirm(year, form.reason(), form.foreseen(), by)) {
			return contents(year, true, by, model);
		}
		redirect.addFlashAttribute("message", "coordination.edition.confirmed");
		return "redirect:/coordination/editions/" + year;
	}

	private String contents(EditionYear year, boolean changed, Person by, Model model) {
		releaseReport.requireClosed(year);
		releaseReport.requireNoExtension(year);
		ConfirmContents.Forecast forecast = confirmContents.forecast(year, by);
		model.addAttribute("page", new ContentsPage(forecast, confirmContents.leftOut(forecast, by), changed));
		return "coordination/contents";
	}

}
