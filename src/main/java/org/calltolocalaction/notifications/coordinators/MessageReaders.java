package org.calltolocalaction.notifications.coordinators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.notifications.coordinators.MemberToTell.ToldPledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Those to whom a message has still to be written, as they were when it was confirmed.
 */
@Repository
class MessageReaders {

	private static final String INSERT = """
			insert into coordinators_message_reader (message, place, portion, account, government, government_name, pledges,
			titles) values (?, ?, ?, ?, ?, ?, ?, ?)""";

	/**
	 * One of them.
	 *
	 * @param place in the order in which the mails are due, from 0
	 */
	record Waiting(int place, AccountId account, GovernmentId government, String governmentName,
			List<ToldPledge> pledges) {
	}

	private final JdbcClient jdbc;

	private final JdbcOperations manyAtOnce;

	MessageReaders(JdbcClient jdbc, JdbcOperations manyAtOnce) {
		this.jdbc = jdbc;
		this.manyAtOnce = manyAtOnce;
	}

	/**
	 * In portions of about as many; colleagues stay together, so that what is said of a
	 * pledge is said once.
	 */
	static List<List<MemberToTell>> portions(List<MemberToTell> members, int size) {
		Map<GovernmentId, List<MemberToTell>> governments = new LinkedHashMap<>();
		members
			.forEach(member -> governments.computeIfAbsent(member.government(), none -> new ArrayList<>()).add(member));
		List<List<MemberToTell>> portions = new ArrayList<>();
		List<MemberToTell> last = new ArrayList<>();
		for (List<MemberToTell> colleagues : governments.values()) {
			if (!last.isEmpty() && last.size() + colleagues.size() > size) {
				portions.add(last);
				last = new ArrayList<>();
			}
			last.addAll(colleagues);
		}
		portions.add(last);
		return portions;
	}

	/**
	 * @param portions the first of which is number 1
	 * @param first the place of the first of them
	 */
	void keep(MessageId message, List<List<MemberToTell>> portions, int first) {
		List<Object[]> rows = new ArrayList<>();
		for (int number = 1; number <= portions.size(); number++) {
			for (MemberToTell member : portions.get(number - 1)) {
				rows.add(new Object[] { message.value(), first + rows.size(), number, member.person().id().value(),
						member.government().value(), member.governmentName(),
						member.pledges().stream().map(pledge -> pledge.reference().value()).toArray(String[]::new),
						member.pledges().stream().map(ToldPledge::title).toArray(String[]::new) });
			}
		}
		manyAtOnce.batchUpdate(INSERT, rows);
	}

	/** How many portions are left. */
	int portions(MessageId message) {
		return jdbc.sql("select coalesce(max(portion), 0) from coordinators_message_reader where message = ?")
			.param(message.value())
			.query(Integer.class)
			.single();
	}

	/** Those of a portion, who are left to nobody else then. */
	List<Waiting> take(MessageId message, int portion) {
		List<Waiting> waiting = jdbc.sql("""
				select place, account, government, government_name, pledges, titles from coordinators_message_reader
				where message = ? and portion = ? order by place""")
			.params(message.value(), portion)
			.query(MessageReaders::read)
			.list();
		jdbc.sql("delete from coordinators_message_reader where message = ? and portion = ?")
			.params(message.value(), portion)
			.update();
		return waiting;
	}

	/**
	 * Nobody has to be written to any more.
	 * @return how many those were
	 */
	int dropAll(MessageId message) {
		return jdbc.sql("delete from coordinators_message_reader where message = ?").param(message.value()).update();
	}

	private static Waiting read(ResultSet row, int number) throws SQLException {
		String[] pledges = (String[]) row.getArray("pledges").getArray();
		String[] titles = (String[]) row.getArray("titles").getArray();
		return new Waiting(row.getInt("place"), new AccountId(row.getObject("account", UUID.class)),
				new GovernmentId(row.getObject("government", UUID.class)), row.getString("government_name"),
				Stream.iterate(0, place -> place < pledges.length, place -> place + 1)
					.map(place -> new ToldPledge(new PledgeReference(pledges[place]), titles[place]))
					.toList());
	}

}
