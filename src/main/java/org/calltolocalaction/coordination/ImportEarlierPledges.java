package org.calltolocalaction.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.calltolocalaction.coordination.ImportResult.Refusal;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/**
 * A coordinator loads pledges that were published before this system existed. A bad row
 * is reported by its number and the reason, good rows are kept, and loading the same file
 * again changes nothing.
 */
@Service
public class ImportEarlierPledges {

	private final EarlierPledgesFile file;

	private final EarlierEditions editions;

	ImportEarlierPledges(EarlierPledgesFile file, EarlierEditions editions) {
		this.file = file;
		this.editions = editions;
	}

	/**
	 * Not one transaction: each row is its own.
	 * @param json a file of the shape of {@code examples/pledges.json}
	 * @throws Refused where the file as a whole is too large, is not JSON or has another
	 * shape; nothing was taken then
	 */
	public ImportResult load(byte[] json, Person by) {
		by.requireCoordinator();
		List<JsonNode> rows = file.rows(json);
		SortedSet<EditionYear> touched = new TreeSet<>();
		List<Refusal> refusals = new ArrayList<>();
		int imported = 0;
		for (int row = 0; row < rows.size(); row++) {
			try {
				EarlierPledge pledge = file.read(rows.get(row));
				imported += editions.take(pledge, by) ? 1 : 0;
				touched.add(pledge.edition());
			}
			catch (Refused refused) {
				refusals.add(new Refusal(row + 1, refused.messageKey(), List.of(refused.arguments())));
			}
		}
		// Also where all rows were known: an import that was cut off left its report to
		// the next one.
		touched.forEach(editions::compile);
		return new ImportResult(imported, rows.size() - imported - refusals.size(), List.copyOf(refusals));
	}

}
