package org.calltolocalaction.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.Gone;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.registry.PublishedPledges;
import org.calltolocalaction.registry.PublishedSearch;
import org.calltolocalaction.reports.ReadReport;
import org.calltolocalaction.search.SearchQuery;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * What is public, for other programs: governments consent to publication as open data.
 */
@Controller
class OpenDataController {

	private final PublishedPledges published;

	private final PublishedSearch search;

	private final PledgesCsv table;

	private final OpenPledges open;

	private final ReadReport reports;

	OpenDataController(PublishedPledges published, PublishedSearch search, PledgesCsv table, OpenPledges open,
			ReadReport reports) {
		this.published = published;
		this.search = search;
		this.table = table;
		this.open = open;
		this.reports = reports;
	}

	/** All that the list finds, not only one page of it. */
	@GetMapping("/pledges.csv")
	void list(@RequestParam(defaultValue = "") @As(Text.SEARCH) String q,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String edition, Locale language,
			HttpServletResponse response) throws IOException {
		ListQuery query = ListQuery.of(q, edition, "");
		write(search.read(query.words(), language), query.editionsAmong(published.editions()), "pledges", language,
				response);
	}

	/** What stands in a report, once everybody may read it. */
	@GetMapping("/reports/{year}.csv")
	void report(@PathVariable EditionYear year, Locale language, HttpServletResponse response) throws IOException {
		EditionYear readable = reports.of(year, Optional.empty()).edition().year();
		begin("report-" + readable, language, response);
		table.writeReport(search.read("", language), readable, language, response.getOutputStream());
	}

	private void write(SearchQuery query, List<EditionYear> editions, String name, Locale language,
			HttpServletResponse response) throws IOException {
		begin(name, language, response);
		table.write(query, editions, language, response.getOutputStream());
	}

	private static void begin(String name, Locale language, HttpServletResponse response) {
		response.setContentType("text/csv;charset=UTF-8");
		response.setLocale(language);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(name + ".csv").build().toString());
	}

	@GetMapping(path = "/pledges/{reference}.json", produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	OpenPledge pledge(@PathVariable PledgeReference reference, Locale language) {
		return open.of(reference, language);
	}

	/** What was public is told by its kind and its day, and nothing of what it was. */
	@ExceptionHandler
	ResponseEntity<OpenErratum> gone(Gone gone, Locale language) {
		return ResponseEntity.status(HttpStatus.GONE)
			.contentType(MediaType.APPLICATION_JSON)
			.body(open.erratum(gone, language));
	}

	/** The same by the address of the page, for whoever asks for no page. */
	@GetMapping(path = "/pledges/{reference}", produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	OpenPledge pledgeInstead(@PathVariable PledgeReference reference, Locale language) {
		return open.of(reference, language);
	}

}
