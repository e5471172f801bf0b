package org.calltolocalaction.reviews.team.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.kernel.text.TypedDate;
import org.calltolocalaction.reviews.absence.Absence;
import org.calltolocalaction.reviews.team.EnterAbsence;
import org.calltolocalaction.reviews.team.EnterAbsence.Obstacle;
import org.springframework.validation.Errors;

/**
 * An absence as it was typed: two dates in three fields each, and a colleague.
 *
 * @param absent for whom a lead enters it; empty where it is oneself
 */
record AbsenceForm(@As(Text.IDENTIFIER) String absent, @As(Text.CHOICE) String firstDay,
		@As(Text.CHOICE) String firstMonth, @As(Text.CHOICE) String firstYear, @As(Text.CHOICE) String lastDay,
		@As(Text.CHOICE) String lastMonth, @As(Text.CHOICE) String lastYear, @As(Text.IDENTIFIER) String deputy) {

	private static final Map<Obstacle, String> FIELDS = Map.of(Obstacle.LAST_BEFORE_FIRST, "lastDay",
			Obstacle.OVER_ALREADY, "lastDay", Obstacle.TOO_LONG, "lastDay", Obstacle.OVERLAPS, "firstDay",
			Obstacle.THEMSELVES, "deputy", Obstacle.NO_COLLEAGUE, "deputy");

	static AbsenceForm empty() {
		return new AbsenceForm("", "", "", "", "", "", "", "");
	}

	static AbsenceForm of(Absence absence) {
		LocalDate first = absence.firstDay();
		LocalDate last = absence.lastDay();
		return new AbsenceForm(absence.reviewer().value().toString(), text(first.getDayOfMonth()),
				text(first.getMonthValue()), text(first.getYear()), text(last.getDayOfMonth()),
				text(last.getMonthValue()), text(last.getYear()), absence.deputy().value().toString());
	}

	void check(Errors errors) {
		first().rejectUnread(errors, "firstDay", "team.absence.wrong.first");
		last().rejectUnread(errors, "lastDay", "team.absence.wrong.last");
		if (deputyId().isEmpty()) {
			errors.rejectValue("deputy", "team.absence.wrong.NO_COLLEAGUE");
		}
	}

	static void refuse(EnterAbsence.NotEntered refusal, Errors errors) {
		errors.rejectValue(FIELDS.get(refusal.obstacle()), refusal.messageKey());
	}

	EnterAbsence.Days days() {
		return new EnterAbsence.Days(first().date().orElseThrow(), last().date().orElseThrow());
	}

	Optional<AccountId> deputyId() {
		return account(deputy);
	}

	/**
	 * The reader themselves where nobody else was chosen; what is no account is nobody
	 * whose absence they may enter.
	 */
	AccountId absentee(AccountId reader) {
		return absent == null || absent.isEmpty() ? reader
				: account(absent).orElseThrow(() -> new NotFound("Account " + absent));
	}

	private static Optional<AccountId> account(String typed) {
		try {
			return Optional.of(new AccountId(UUID.fromString(typed == null ? "" : typed)));
		}
		catch (IllegalArgumentException nobody) {
			return Optional.empty();
		}
	}

	private TypedDate first() {
		return TypedDate.in(firstDay, firstMonth, firstYear);
	}

	private TypedDate last() {
		return TypedDate.in(lastDay, lastMonth, lastYear);
	}

	private static String text(int number) {
		return String.valueOf(number);
	}

}
