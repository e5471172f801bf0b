package org.calltolocalaction.coordination.bulk;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.calltolocalaction.coordination.forecast.ForetoldActs;
import org.calltolocalaction.kernel.lock.LockSpace;
import org.calltolocalaction.kernel.lock.TransactionLocks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does an act on many pledges as it was foreseen, once, and keeps the forecast beside it.
 * One coordinator at a time: who comes second sees what the first has done.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ConfirmBulkAct {

	private final ForetoldActs foretold;

	private final TransactionLocks locks;

	ConfirmBulkAct(ForetoldActs foretold, TransactionLocks locks) {
		this.foretold = foretold;
		this.locks = locks;
	}

	<P> BulkAnswer confirm(Confirmation confirmation, Supplier<P> plan, Function<P, BulkForecast> forecast,
			Consumer<P> act) {
		locks.take(LockSpace.ACTS_ON_MANY_PLEDGES);
		if (foretold.done(confirmation.once())) {
			return new BulkAnswer.DoneBefore();
		}
		P planned = plan.get();
		BulkForecast follows = forecast.apply(planned);
		if (follows.nothing() || !foretold.doneAsForetold(confirmation.once(), follows.act(), follows.fingerprint(),
				confirmation.foreseen(), () -> act.accept(planned))) {
			return new BulkAnswer.ForecastChanged();
		}
		return new BulkAnswer.Done(follows);
	}

}
