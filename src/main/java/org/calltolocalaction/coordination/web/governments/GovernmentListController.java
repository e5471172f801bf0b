package org.calltolocalaction.coordination.web.governments;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.calltolocalaction.coordination.web.lists.TableFile;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where coordinators find governments, and take the list along. */
@Controller
class GovernmentListController {

	private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	private final GovernmentListPages pages;

	GovernmentListController(GovernmentListPages pages) {
		this.pages = pages;
	}

	@GetMapping("/coordination/governments")
	String list(@RequestParam(defaultValue = "") @As(Text.SEARCH) String q,
			@RequestParam(defaultValue = "") @As(Text.CHOICE) String sort,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String page,
			@RequestParam(defaultValue = "") @As(Text.CHOICE) List<String> column, Person by, Locale language,
			Model model) {
		model.addAttribute("page", pages.page(GovernmentListAddress.of(q, sort, page, column), language, by));
		return "coordination/governments/list";
	}

	@GetMapping("/coordination/governments/search-help")
	String help(Person by, Locale language, Model model) {
		model.addAttribute("page", pages.help(language, by));
		return "coordination/governments/search-help";
	}

	@GetMapping("/coordination/governments.csv")
	void table(@RequestParam(defaultValue = "") @As(Text.SEARCH) String q, Person by, Locale language,
			HttpServletResponse response) throws IOException {
		TableFile file = pages.file(q, language, by);
		begin(response, "text/csv;charset=UTF-8", "government-list.csv");
		response.setLocale(language);
		file.writeTable(response.getOutputStream());
	}

	@GetMapping("/coordination/governments.xlsx")
	void spreadsheet(@RequestParam(defaultValue = "") @As(Text.SEARCH) String q, Person by, Locale language,
			HttpServletResponse response) throws IOException {
		TableFile file = pages.file(q, language, by);
		begin(response, SPREADSHEET, "government-list.xlsx");
		file.writeSpreadsheet(response.getOutputStream());
	}

	private static void begin(HttpServletResponse response, String type, String name) {
		response.setContentType(type);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(name).build().toString());
		response.setHeader("X-Content-Type-Options", "nosniff");
	}

}
