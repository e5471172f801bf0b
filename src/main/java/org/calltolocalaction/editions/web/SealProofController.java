package org.calltolocalaction.editions.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.seal.ProveSeal;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.audit.proof.CheckpointNumber;
import org.calltolocalaction.kernel.audit.proof.ConsistencyProof;
import org.calltolocalaction.kernel.request.Download;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Hands everybody the proof that the record was only added to since a call was sealed.
 */
@Controller
class SealProofController {

	private final ProveSeal seals;

	SealProofController(ProveSeal seals) {
		this.seals = seals;
	}

	@GetMapping("/editions/{year}/seals/{checkpoint}.json")
	void proof(@PathVariable EditionYear year, @PathVariable CheckpointNumber checkpoint, HttpServletResponse response)
			throws IOException {
		ConsistencyProof proof = seals.of(year, checkpoint)
			.orElseThrow(() -> new NotFound("Seal " + checkpoint + " of the call of " + year));
		byte[] file = proof.json().getBytes(StandardCharsets.UTF_8);
		new Download("call-%s-seal-%s.json".formatted(year, checkpoint), MediaType.APPLICATION_JSON_VALUE, file.length,
				out -> out.write(file))
			.to(response);
	}

}
