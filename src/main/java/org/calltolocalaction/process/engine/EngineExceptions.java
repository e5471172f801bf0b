package org.calltolocalaction.process.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.stereotype.Component;

/**
 * Says in Spring's words that two came at once, so that the pages need not know the
 * engine to explain it.
 */
@Component
public class EngineExceptions implements PersistenceExceptionTranslator {

	@Override
	public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException exception) {
		return exception instanceof OptimisticLockingException
				? new OptimisticLockingFailureException("Somebody else moved this process meanwhile", exception) : null;
	}

}
