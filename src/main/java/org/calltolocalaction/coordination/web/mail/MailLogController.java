package org.calltolocalaction.coordination.web.mail;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.notifications.MailId;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The log of every mail: searched, read, taken along. */
@Controller
class MailLogController {

	private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	private final MailLogPages pages;

	private final MailLogFiles files;

	MailLogController(MailLogPages pages, MailLogFiles files) {
		this.pages = pages;
		this.files = files;
	}

	@GetMapping(MailLogAddress.HERE)
	String log(@RequestParam(defaultValue = "") @As(Text.SEARCH) String q,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String older,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String newer,
			@RequestParam(defaultValue = "") @As(Text.CHOICE) List<String> column, Person by, Locale language,
			Model model) {
		model.addAttribute("page", pages.page(MailLogAddress.of(q, older, newer, column), by, language));
		return "coordination/mails/log";
	}

	/** What can be typed into the search, by examples that can be followed. */
	@GetMapping(MailLogAddress.HERE + "/search-help")
	String help(Person by, Locale language, Model model) {
		model.addAttribute("page", pages.help(by, language));
		return "coordination/mails/search-help";
	}

	@GetMapping(MailLogAddress.HERE + "/{id}")
	String mail(@PathVariable MailId id, Person by, Model model) {
		model.addAttribute("page", pages.mail(id, by));
		return "coordination/mails/mail";
	}

	@GetMapping(MailLogAddress.HERE + ".csv")
	void table(@RequestParam(defaultValue = "") @As(Text.SEARCH) String q, Person by, Locale language,
			HttpServletResponse response) throws IOException {
		MailLogFiles.Asked asked = files.asked(q, language, by);
		begin(response, "text/csv;charset=UTF-8", "emails.csv");
		response.setLocale(language);
		files.writeTable(asked, response.getOutputStream());
	}

	@GetMapping(MailLogAddress.HERE + ".xlsx")
	void spreadsheet(@RequestParam(defaultValue = "") @As(Text.SEARCH) String q, Person by, Locale language,
			HttpServletResponse response) throws IOException {
		MailLogFiles.Asked asked = files.asked(q, language, by);
		begin(response, SPREADSHEET, "emails.xlsx");
		files.writeSpreadsheet(asked, response.getOutputStream());
	}

	private static void begin(HttpServletResponse response, String type, String name) {
		response.setContentType(type);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(name).build().toString());
		response.setHeader("X-Content-Type-Options", "nosniff");
	}

}
