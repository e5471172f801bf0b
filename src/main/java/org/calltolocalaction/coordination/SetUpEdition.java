package org.calltolocalaction.coordination;

import java.util.function.Function;
import java.util.function.Supplier;
import org.calltolocalaction.coordination.forecast.ForetoldActs;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.EditionSetup;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.OpenEdition;
import org.calltolocalaction.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator opens a call with all that belongs to it, once they have seen what
 * follows.
 */
@Service
public class SetUpEdition {

	private final OpenEdition openEdition;

	private final OpeningForecast forecast;

	private final ForetoldActs foretold;

	private final CallPolicy callPolicy;

	SetUpEdition(OpenEdition openEdition, OpeningForecast forecast, ForetoldActs foretold, CallPolicy callPolicy) {
		this.openEdition = openEdition;
		this.forecast = forecast;
		this.foretold = foretold;
		this.callPolicy = callPolicy;
	}

	/** What came of it. */
	public sealed interface Result {

		/** What each of them means to the caller. */
		<T> T fold(Supplier<T> opened, Function<ToRead, T> toRead);

	}

	/** The call is open. */
	public record Opened() implements Result {

		@Override
		public <T> T fold(Supplier<T> opened, Function<ToRead, T> toRead) {
			return opened.get();
		}

	}

	/**
	 * Nothing was done: what would follow has to be read first, or once more.
	 *
	 * @param changed whether it is other than what was read
	 */
	public record ToRead(OpeningForecast.Forecast forecast, boolean changed) implements Result {

		@Override
		public <T> T fold(Supplier<T> opened, Function<ToRead, T> toRead) {
			return toRead.apply(this);
		}

	}

	/**
	 * Refused as {@link OpenEdition#open} says.
	 * @param foreseen the fingerprint of the forecast that the coordinator has read;
	 * empty where they have read none
	 */
	@Transactional
	public Result open(EditionYear year, EditionSetup setup, String reason, String foreseen, Person by) {
		by.requireCoordinator();
		// What is submitted from here on waits, and so what follows is what was foreseen.
		callPolicy.change();
		OpeningForecast.Forecast follows = forecast.of(year, setup, by);
		boolean opened = foretold.doneAsForetold(follows.plan(), follows.fingerprint(), foreseen,
				() -> openEdition.open(year, setup, reason, by));
		return opened ? new Opened() : new ToRead(follows, !foreseen.isEmpty());
	}

}
