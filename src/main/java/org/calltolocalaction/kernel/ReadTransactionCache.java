package org.calltolocalaction.kernel;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets a transaction that only reads ask each question once. A page is put together by
 * parts that know nothing of each other and begin with the same question, who reviews
 * this pledge for instance: here the second gets the answer of the first, which also
 * keeps them from contradicting each other. Where a transaction may write, or there is
 * none, each question is asked anew.
 */
public final class ReadTransactionCache {

	private ReadTransactionCache() {
	}

	/**
	 * @param question with all that the answer depends on; equal questions get the same
	 * answer
	 * @param answer must not be null, and nobody may change it
	 */
	public static <T> T once(Object question, Supplier<T> answer) {
		if (!TransactionSynchronizationManager.isSynchronizationActive()
				|| !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
			return answer.get();
		}
		Answers answers = answersOfThisTransaction();
		if (!answers.given.containsKey(question)) {
			answers.given.put(question, answer.get());
		}
		@SuppressWarnings("unchecked")
		T given = (T) answers.given.get(question);
		return given;
	}

	private static Answers answersOfThisTransaction() {
		if (TransactionSynchronizationManager.getResource(ReadTransactionCache.class) instanceof Answers begun) {
			return begun;
		}
		Answers answers = new Answers();
		TransactionSynchronizationManager.bindResource(ReadTransactionCache.class, answers);
		TransactionSynchronizationManager
			.registerSynchronization(new ResourceHolderSynchronization<>(answers, ReadTransactionCache.class) {
			});
		return answers;
	}

	private static final class Answers extends ResourceHolderSupport {

		private final Map<Object, Object> given = new HashMap<>();

	}

}
