package org.calltolocalaction.site;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what the Call is, how a government takes part, and where to go on. */
@Controller
class HomeController {

	@GetMapping("/")
	String home() {
		return "site/home";
	}

}
