package org.calltolocalaction.reviews.interest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.ReadTransactionCache;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The interests that reviewers declared: each keeps one reviewer out of one government's
 * pledges.
 */
@Component
@Transactional(readOnly = true)
public class Interests {

	private final Pledges pledges;

	private final People people;

	private final JdbcClient jdbc;

	Interests(Pledges pledges, People people, JdbcClient jdbc) {
		this.pledges = pledges;
		this.people = people;
		this.jdbc = jdbc;
	}

	/** Whether the reviewer keeps out of all that this government submits. */
	public boolean declared(AccountId reviewer, GovernmentId government) {
		return declaredIn(government).contains(reviewer);
	}

	/** Whoever keeps out of it at present. */
	public Set<AccountId> declaredIn(GovernmentId government) {
		return ReadTransactionCache.once(List.of(Interests.class, government),
				() -> jdbc.sql("select account from interest where government_id = ? and withdrawn_at is null")
					.param(government.value())
					.query(UUID.class)
					.list()
					.stream()
					.map(AccountId::new)
					.collect(Collectors.toUnmodifiableSet()));
	}

	/** The same of many; those out of which nobody keeps are left out. */
	public Map<GovernmentId, Set<AccountId>> declaredIn(Collection<GovernmentId> governments) {
		record Kept(GovernmentId government, AccountId account) {
		}
		return jdbc
			.sql("select government_id, account from interest where government_id = any (?) and withdrawn_at is null")
			.param(governments.stream().map(GovernmentId::value).toArray(UUID[]::new))
			.query((row, number) -> new Kept(new GovernmentId(row.getObject("government_id", UUID.class)),
					new AccountId(row.getObject("account", UUID.class))))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Kept::government, Collectors.mapping(Kept::account, Collectors.toSet())));
	}

	/**
	 * Out of which governments' pledges the reviewer keeps or has kept, and until when:
	 * for ever, as far as is known, where they still do.
	 */
	Map<GovernmentId, Instant> keptOutUntil(AccountId reviewer) {
		return ReadTransactionCache.once(List.of(Interests.class, reviewer), () -> jdbc.sql("""
				select government_id as whose, max(withdrawn_at) as withdrawn, bool_or(withdrawn_at is null) as present
				from interest where account = ? group by government_id""")
			.param(reviewer.value())
			.query(Interests::until)
			.list()
			.stream()
			.collect(Collectors.toUnmodifiableMap(until -> new GovernmentId(until.whose()), Until::at)));
	}

	/** The same of everybody who keeps or has kept out of one government's pledges. */
	Map<AccountId, Instant> keptOutUntil(GovernmentId government) {
		return jdbc.sql("""
				select account as whose, max(withdrawn_at) as withdrawn, bool_or(withdrawn_at is null) as present
				from interest where government_id = ? group by account""")
			.param(government.value())
			.query(Interests::until)
			.list()
			.stream()
			.collect(Collectors.toUnmodifiableMap(until -> new AccountId(until.whose()), Until::at));
	}

	/** Every declaration, those too that were withdrawn, oldest first. */
	public List<Interest> of(GovernmentId government) {
		List<Declaration> declared = jdbc.sql("""
				select account, reason, declared_at, withdrawn_at from interest
				where government_id = ? order by declared_at, id""")
			.param(government.value())
			.query(Interests::declaration)
			.list();
		Map<AccountId, Person> who = people.all(declared.stream().map(Declaration::reviewer).toList());
		return declared.stream()
			.map(one -> one.by(Objects.requireNonNull(who.get(one.reviewer()), "Whoever declares has an account")))
			.toList();
	}

	/**
	 * Whether the partner has reviewers, and all of them keep out: then nobody of it can
	 * judge the government's pledges.
	 */
	public boolean excludeEveryReviewerOf(PartnerCode partner, GovernmentId government) {
		Set<AccountId> keepOut = declaredIn(government);
		return !keepOut.isEmpty() && people.reviewersOf(partner).stream().map(Person::id).allMatch(keepOut::contains);
	}

	/** Whether the reviewer keeps out of the government whose pledge is judged. */
	public boolean keepOut(AccountId reviewer, Review review) {
		return declared(reviewer, pledges.pledge(review.reference()).government());
	}

	/**
	 * Refuses whatever only somebody without an interest in the pledge's government may
	 * do.
	 */
	public void requireNone(Review review, AccountId reviewer) {
		if (keepOut(reviewer, review)) {
			throw new Refused("reviews.interest.keeps-out");
		}
	}

	/**
	 * @return whether it was not declared before
	 */
	@Transactional
	public boolean add(AccountId reviewer, GovernmentId government, String reason, Instant now) {
		return jdbc.sql("""
				insert into interest (id, account, government_id, reason, declared_at) values (?, ?, ?, ?, ?)
				on conflict (government_id, account) where withdrawn_at is null do nothing""")
			.params(UUID.randomUUID(), reviewer.value(), government.value(), reason, now.atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

	/**
	 * @return whether there was one to withdraw
	 */
	@Transactional
	public boolean withdraw(AccountId reviewer, GovernmentId government, Instant now) {
		return jdbc.sql(
				"update interest set withdrawn_at = ? where account = ? and government_id = ? and withdrawn_at is null")
			.params(now.atOffset(ZoneOffset.UTC), reviewer.value(), government.value())
			.update() == 1;
	}

	/** Out of how many governments' pledges the account keeps. */
	public int count(AccountId reviewer) {
		return jdbc.sql("select count(*) from interest where account = ? and withdrawn_at is null")
			.param(reviewer.value())
			.query(Integer.class)
			.single();
	}

	/**
	 * Of two accounts that become one; what the other has declared itself stays as it is.
	 * What was withdrawn goes with them, too: it still closes what they may read.
	 */
	@Transactional
	public void carryOver(AccountId from, AccountId into) {
		jdbc.sql("""
				insert into interest (id, account, government_id, reason, declared_at)
				select gen_random_uuid(), :into, government_id, reason, declared_at from interest
				where account = :from and withdrawn_at is null
				on conflict (government_id, account) where withdrawn_at is null do nothing""")
			.param("from", from.value())
			.param("into", into.value())
			.update();
		jdbc.sql(
				"""
						insert into interest (id, account, government_id, reason, declared_at, withdrawn_at)
						select gen_random_uuid(), :into, government_id, reason, declared_at, withdrawn_at from interest past
						where account = :from and withdrawn_at is not null and not exists (select from interest where account = :into
						and (government_id, withdrawn_at) = (past.government_id, past.withdrawn_at))""")
			.param("from", from.value())
			.param("into", into.value())
			.update();
	}

	/**
	 * Two governments are the same. Who keeps out of both does so once; the other
	 * declaration stays on record, as one that was withdrawn then.
	 */
	@Transactional
	public void move(GovernmentId from, GovernmentId into, Instant now) {
		jdbc.sql("""
				update interest set withdrawn_at = ? where government_id = ? and withdrawn_at is null and account in (
				select account from interest where government_id = ? and withdrawn_at is null)""")
			.params(now.atOffset(ZoneOffset.UTC), from.value(), into.value())
			.update();
		jdbc.sql("update interest set government_id = ? where government_id = ?")
			.params(into.value(), from.value())
			.update();
	}

	/** What a group of rows says. */
	private record Until(UUID whose, Instant at) {
	}

	private static Until until(ResultSet row, int number) throws SQLException {
		return new Until(row.getObject("whose", UUID.class),
				row.getBoolean("present") ? Instant.MAX : row.getObject("withdrawn", OffsetDateTime.class).toInstant());
	}

	private static Declaration declaration(ResultSet row, int number) throws SQLException {
		return new Declaration(new AccountId(row.getObject("account", UUID.class)), row.getString("reason"),
				row.getObject("declared_at", OffsetDateTime.class).toInstant(),
				Optional.ofNullable(row.getObject("withdrawn_at", OffsetDateTime.class))
					.map(OffsetDateTime::toInstant));
	}

	/** A row, which knows its reviewer by id alone. */
	private record Declaration(AccountId reviewer, String reason, Instant declaredAt, Optional<Instant> withdrawnAt) {

		Interest by(Person person) {
			return new Interest(person, reason, declaredAt, withdrawnAt);
		}

	}

}
