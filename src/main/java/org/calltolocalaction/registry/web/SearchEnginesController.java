package org.calltolocalaction.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** What search engines read before they read anything else. */
@Controller
class SearchEnginesController {

	private final Sitemaps sitemaps;

	private final DeskProperties desk;

	SearchEnginesController(Sitemaps sitemaps, DeskProperties desk) {
		this.sitemaps = sitemaps;
		this.desk = desk;
	}

	/** A demonstration is not to be taken for what governments say. */
	@GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
	@ResponseBody
	String robots() {
		Stream<String> closed = desk.tryout() ? Stream.of("/")
				: Stream.of("/my", "/reviews", "/coordination", "/sign-in");
		String within = Objects.requireNonNullElse(desk.publicAddress().getPath(), "");
		String rules = closed.map(path -> "Disallow: " + within + path + "\n").collect(Collectors.joining());
		return "User-agent: *\n" + rules + (desk.tryout() ? "" : "\nSitemap: " + desk.addressOf("/sitemap.xml") + "\n");
	}

	@GetMapping("/sitemap.xml")
	void sitemap(HttpServletResponse response) throws IOException {
		response.setContentType(MediaType.APPLICATION_XML_VALUE);
		sitemaps.all(response.getOutputStream(), Sitemaps.MOST);
	}

	@GetMapping("/sitemap/pages.xml")
	void pages(HttpServletResponse response) throws IOException {
		response.setContentType(MediaType.APPLICATION_XML_VALUE);
		sitemaps.pages(response.getOutputStream());
	}

	@GetMapping("/sitemap/{first}.xml")
	void pledges(@PathVariable PledgeReference first, HttpServletResponse response) throws IOException {
		response.setContentType(MediaType.APPLICATION_XML_VALUE);
		sitemaps.pledges(response.getOutputStream(), first, Sitemaps.MOST);
	}

}
