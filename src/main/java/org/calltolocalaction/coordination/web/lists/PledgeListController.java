package org.calltolocalaction.coordination.web.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where coordinators find an edition's pledges and drafts, and take them along. */
@Controller
@RequestMapping("/coordination/editions/{year}")
class PledgeListController {

	private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	private final PledgeListPages pages;

	private final PledgeListFiles files;

	PledgeListController(PledgeListPages pages, PledgeListFiles files) {
		this.pages = pages;
		this.files = files;
	}

	@GetMapping("/pledges")
	String pledges(@PathVariable EditionYear year, @RequestParam(defaultValue = "") @As(Text.SEARCH) String q,
			@RequestParam(defaultValue = "") @As(Text.CHOICE) String sort,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String page,
			@RequestParam(defaultValue = "") @As(Text.CHOICE) List<String> column, Person by, Locale language,
			Model model) {
		model.addAttribute("page", pages.pledges(ListAddress.of(year, false, q, sort, page, column), language, by));
		return "coordination/lists/pledges";
	}

	@GetMapping("/drafts")
	String drafts(@PathVariable EditionYear year, @RequestParam(defaultValue = "") @As(Text.SEARCH) String q,
			@RequestParam(defaultValue = "") @As(Text.CHOICE) String sort,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String page, Person by, Locale language,
			Model model) {
		model.addAttribute("page", pages.drafts(ListAddress.of(year, true, q, sort, page, List.of()), language, by));
		return "coordination/lists/drafts";
	}

	@GetMapping("/search-help")
	String help(@PathVariable EditionYear year, Person by, Locale language, Model model) {
		model.addAttribute("page", pages.help(ListAddress.of(year, false, "", "", "", List.of()), language, by));
		return "coordination/lists/search-help";
	}

	@GetMapping("/pledges.csv")
	void table(@PathVariable EditionYear year, @RequestParam(defaultValue = "") @As(Text.SEARCH) String q, Person by,
			Locale language, HttpServletResponse response) throws IOException {
		PledgeListFiles.Found found = files.found(year, q, language, by);
		begin(response, "text/csv;charset=UTF-8", "pledges-" + year + ".csv");
		response.setLocale(language);
		files.writeTable(found, response.getOutputStream());
	}

	@GetMapping("/pledges.xlsx")
	void spreadsheet(@PathVariable EditionYear year, @RequestParam(defaultValue = "") @As(Text.SEARCH) String q,
			Person by, Locale language, HttpServletResponse response) throws IOException {
		PledgeListFiles.Found found = files.found(year, q, language, by);
		begin(response, SPREADSHEET, "pledges-" + year + ".xlsx");
		files.writeSpreadsheet(found, response.getOutputStream());
	}

	private static void begin(HttpServletResponse response, String type, String name) {
		response.setContentType(type);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(name).build().toString());
		response.setHeader("X-Content-Type-Options", "nosniff");
	}

}
