package org.calltolocalaction.registry;

import java.util.List;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * One pledge as the public list shows it: of what was answered, what everybody may read
 * now.
 *
 * @param title the reference where there is none to read
 * @param summary empty where it is not for everybody, as are language and stage then
 * @param governmentType empty where its row is of before it was kept
 * @param codes what of the controlled lists it carries
 */
public record PublishedPledge(PledgeReference reference, EditionYear edition, int revision, String title,
		String summary, String language, String government, String governmentType, String country, String region,
		String stage, Codes codes) {

	/** Of the controlled lists, in the order in which they were chosen. */
	public record Codes(List<String> objectives, List<String> sdgs, List<String> beneficiaries) {
	}

	private static final int BEGINNING = 280;

	/** The summary's first words, as many as a list has room for. */
	public String beginning() {
		String flat = Text.NAME.of(summary);
		if (flat.length() <= BEGINNING) {
			return flat;
		}
		int space = flat.lastIndexOf(' ', BEGINNING);
		int cut = space > 0 ? space : BEGINNING;
		return flat.substring(0, Character.isLowSurrogate(flat.charAt(cut)) ? cut - 1 : cut) + "\u00a0…";
	}

}
