package org.calltolocalaction.reports.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.request.PageNumber;
import org.calltolocalaction.kernel.request.PublicPage;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.reports.ReadReport;
import org.calltolocalaction.reports.ReadReport.Readable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The annual reports, for whoever may read them. */
@Controller
@RequestMapping("/reports")
class ReportsController {

	/** Which reports the reader may open. */
	record ListPage(List<Readable> reports) implements PublicPage {

		@Override
		public String publicPath() {
			return "/reports";
		}

		@Override
		public String about(UnaryOperator<String> messages) {
			return messages.apply("reports.list.lead");
		}

	}

	private final ReadReport reports;

	private final ReportPages pages;

	ReportsController(ReadReport reports, ReportPages pages) {
		this.reports = reports;
		this.pages = pages;
	}

	@GetMapping
	String list(Optional<Person> reader, Model model) {
		model.addAttribute("page", new ListPage(reports.all(reader)));
		return "reports/list";
	}

	@GetMapping("/{year}")
	String report(@PathVariable EditionYear year, @RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String page,
			Optional<Person> reader, Locale language, Model model) {
		int number = PageNumber.of(page);
		model.addAttribute("page", pages.of(reports.of(year, reader), number, reader, language));
		return "reports/report";
	}

}
