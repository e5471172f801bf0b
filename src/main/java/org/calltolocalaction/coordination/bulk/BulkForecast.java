package org.calltolocalaction.coordination.bulk;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.forecast.ActForecast;
import org.calltolocalaction.coordination.forecast.ActForecast.MailsForeseen;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * What an act on many pledges will do: to which, to which not, and who is told.
 *
 * @param concerned the pledges about which something is done
 * @param leftOut the others, by the reason
 * @param told the governments and partners whose people get mails
 * @param details whatever else has to be the same when it is done, such as who is told
 */
public record BulkForecast(ActForecast act, List<PledgeReference> concerned,
		Map<LeftOut, List<PledgeReference>> leftOut, List<Told> told, Collection<?> details) {

	/** How many governments and partners, and pledges of a reason, a page names. */
	private static final int MOST_SHOWN = 50;

	public BulkForecast {
		leftOut = new TreeMap<>(leftOut);
		told = told.stream().sorted(Comparator.comparing(Told::partner).thenComparing(Told::name)).toList();
	}

	/**
	 * People of one government or partner who are told.
	 *
	 * @param name of the government, or the partner's code
	 */
	public record Told(String name, boolean partner, int people) {
	}

	/**
	 * Tells this forecast from another one: what was shown has to be what is done.
	 */
	public String fingerprint() {
		String all = Stream.concat(Stream.of(act.fingerprint(), concerned, leftOut, told), details.stream())
			.map(Object::toString)
			.collect(Collectors.joining("\n"));
		return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
	}

	/** Whether there is nothing to do about any of them. */
	public boolean nothing() {
		return concerned.isEmpty();
	}

	public int selected() {
		return concerned.size() + left();
	}

	/** About how many nothing is done. */
	public int left() {
		return leftOut.values().stream().mapToInt(List::size).sum();
	}

	/** How many mails are written. */
	public int mails() {
		return act.mails().stream().mapToInt(MailsForeseen::recipients).sum();
	}

	/** The first of those who are told, as many as a page names. */
	public List<Told> firstTold() {
		return told.stream().limit(MOST_SHOWN).toList();
	}

	/** The first of those about which nothing is done for this reason. */
	public List<PledgeReference> first(LeftOut why) {
		return leftOut.getOrDefault(why, List.of()).stream().limit(MOST_SHOWN).toList();
	}

	/** Of these people, as details. */
	static List<?> ids(Stream<AccountId> people) {
		return people.map(AccountId::value).map(UUID::toString).sorted().toList();
	}

}
