package org.calltolocalaction.pledges.receipts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.request.Download;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.receipts.MyReceipts;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands members the signed receipts of their pledges. */
@Controller
class ReceiptFileController {

	private final MyReceipts receipts;

	ReceiptFileController(MyReceipts receipts) {
		this.receipts = receipts;
	}

	@GetMapping("/my/pledges/{reference}/revisions/{number}/receipt.json")
	void receipt(@PathVariable PledgeReference reference, @PathVariable int number, Person member,
			HttpServletResponse response) throws IOException {
		byte[] file = receipts.file(reference, number, member).getBytes(StandardCharsets.UTF_8);
		new Download(MyReceipts.fileName(reference, number), MediaType.APPLICATION_JSON_VALUE, file.length,
				out -> out.write(file))
			.to(response);
	}

}
