package org.calltolocalaction.pledges.receipts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.audit.proof.EntryProof;
import org.calltolocalaction.kernel.request.Download;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.receipts.ContentHash;
import org.calltolocalaction.pledges.receipts.ProveReceipt;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Hands whoever has a receipt the proof that its submission is on the trail. The hash is
 * what only the receipt says, so that nobody learns by asking which pledges there are.
 */
@Controller
class ReceiptProofController {

	private final ProveReceipt receipts;

	ReceiptProofController(ProveReceipt receipts) {
		this.receipts = receipts;
	}

	@GetMapping("/receipts/proofs/{reference}/{sha256}.json")
	void proof(@PathVariable PledgeReference reference, @PathVariable ContentHash sha256, HttpServletResponse response)
			throws IOException {
		EntryProof proof = receipts.of(reference, sha256)
			.orElseThrow(() -> new NotFound("A proof for a receipt of " + reference));
		byte[] file = proof.json().getBytes(StandardCharsets.UTF_8);
		new Download(reference + "-proof.json", MediaType.APPLICATION_JSON_VALUE, file.length, out -> out.write(file))
			.to(response);
	}

}
