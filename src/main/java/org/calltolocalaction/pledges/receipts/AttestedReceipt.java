package org.calltolocalaction.pledges.receipts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.editions.Timeliness;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Receipt;
import org.calltolocalaction.pledges.Revision;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the desk attests by its signature: that this government submitted content with
 * this hash at that moment, and for which edition it counted then. It is written as
 * canonical JSON (RFC 8785). It names no person and says nothing of what was answered, so
 * that a government can hand it to anybody.
 *
 * @param site the address at which the desk was reached
 * @param government its name, as it stands in what was submitted
 * @param timeliness how the first submission stood to the deadline at that moment
 * @param sha256 of the submitted content's exact bytes
 * @param signedAt the moment of the submission, or a later one where there were no keys
 * then
 */
public record AttestedReceipt(URI site, PledgeReference reference, int version, String government, Instant submittedAt,
		Placement countsFor, Timeliness timeliness, String sha256, Instant signedAt) {

	/** What stands in the header of each. */
	static final String TYPE = "pledge-receipt";

	private static final JsonMapper JSON = JsonMapper.shared();

	static AttestedReceipt of(Revision revision, URI site, Instant signedAt) {
		Receipt receipt = revision.receipt();
		return new AttestedReceipt(site, receipt.reference(), receipt.revision(),
				revision.submittedContent().government(), receipt.submittedAt(), receipt.countsFor(),
				receipt.timeliness(), receipt.sha256(), signedAt);
	}

	/** What {@link #json()} wrote, of a text whose signature was checked. */
	static AttestedReceipt read(String json) {
		Map<String, Object> says = members(json);
		EditionYear year = new EditionYear((Integer) said(says, "edition"));
		return new AttestedReceipt(URI.create((String) said(says, "site")),
				new PledgeReference((String) said(says, "reference")), (Integer) said(says, "version"),
				(String) said(says, "government"), Instant.parse((String) said(says, "submittedAt")),
				Boolean.TRUE.equals(said(says, "editionExpected")) ? Placement.next(year) : Placement.in(year),
				Timeliness.valueOf((String) said(says, "timeliness")), (String) said(says, "sha256"),
				Instant.parse((String) said(says, "signedAt")));
	}

	/** The same by the names of its members. */
	static Map<String, Object> members(String json) {
		Map<String, Object> members = new LinkedHashMap<>();
		JSON.readValue(json, Map.class).forEach((name, value) -> members.put((String) name, value));
		return members;
	}

	String json() {
		Map<String, Object> says = new LinkedHashMap<>();
		says.put("site", site.toString());
		says.put("reference", reference.value());
		says.put("version", version);
		says.put("government", government);
		says.put("submittedAt", submittedAt.toString());
		says.put("edition", countsFor.year().value());
		says.put("editionExpected", !countsFor.known());
		says.put("timeliness", timeliness.name());
		says.put("sha256", sha256);
		says.put("signedAt", signedAt.toString());
		try {
			return new JsonCanonicalizer(JSON.writeValueAsString(says)).getEncodedString();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException("The receipt for " + reference + " is not JSON", unreadable);
		}
	}

	private static Object said(Map<String, Object> says, String name) {
		return Objects.requireNonNull(says.get(name), () -> "A receipt that was signed says its " + name);
	}

}
