package org.calltolocalaction.pledges.files.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.files.GovernmentArchive;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Hands a member everything that their government has, in one file. */
@Controller
class ArchiveController {

	private final MyPledges mine;

	private final GovernmentArchive archive;

	ArchiveController(MyPledges mine, GovernmentArchive archive) {
		this.mine = mine;
		this.archive = archive;
	}

	@GetMapping("/my/pledges.zip")
	void download(Person member, HttpServletResponse response) throws IOException {
		mine.governmentOf(member);
		response.setContentType("application/zip");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename("our-pledges.zip").build().toString());
		archive.write(member, response.getOutputStream());
	}

}
