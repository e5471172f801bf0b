package org.calltolocalaction.coordination.bulk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.bulk.BulkForecast.Told;
import org.calltolocalaction.coordination.forecast.ActForecast.MailsForeseen;
import org.calltolocalaction.coordination.lists.SelectedPledge;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.coordinators.MemberToTell;
import org.calltolocalaction.notifications.coordinators.MemberToTell.ToldPledge;

/** Gathers for each person the pledges of which they are told. */
final class ToldMembers {

	private ToldMembers() {
	}

	/**
	 * Each person once, in the order in which the pledges come.
	 * @param people who is told of a pledge; they all represent its government
	 */
	static List<MemberToTell> of(List<SelectedPledge> pledges, Function<SelectedPledge, Collection<Person>> people) {
		Map<Person, List<SelectedPledge>> theirs = new LinkedHashMap<>();
		pledges.forEach(pledge -> people.apply(pledge)
			.forEach(person -> theirs.computeIfAbsent(person, member -> new ArrayList<>()).add(pledge)));
		return theirs.entrySet().stream().map(entry -> member(entry.getKey(), entry.getValue())).toList();
	}

	private static MemberToTell member(Person person, List<SelectedPledge> pledges) {
		SelectedPledge first = pledges.get(0);
		return new MemberToTell(person, first.government(), first.governmentName(),
				pledges.stream().map(pledge -> new ToldPledge(pledge.reference(), pledge.title())).toList());
	}

	/** How many are told of each government. */
	static List<Told> told(List<MemberToTell> members) {
		Map<GovernmentId, List<MemberToTell>> governments = members.stream()
			.collect(Collectors.groupingBy(MemberToTell::government));
		return governments.values()
			.stream()
			.map(colleagues -> new Told(colleagues.get(0).governmentName(), false, colleagues.size()))
			.toList();
	}

	/** Mails of this kind, of which each tells of one of these. */
	static Stream<MailsForeseen> mails(MailKind kind, Stream<Record> abouts) {
		return abouts.collect(Collectors.groupingBy(Object::toString, Collectors.counting()))
			.entrySet()
			.stream()
			.map(about -> new MailsForeseen(kind, about.getKey(), about.getValue().intValue()));
	}

}
