package org.calltolocalaction.identity;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionAttribute;

/**
 * What a person does and what may write is refused where somebody else looks on in their
 * place, before it begins, whichever module it is of. Pages do not come to it; it is the
 * second lock.
 */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class ReadOnlyViews {

	private static final String DESK = "org.calltolocalaction.";

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static DefaultPointcutAdvisor viewersChangeNothing() {
		DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(new Acts(), (MethodInterceptor) act -> {
			Arrays.stream(act.getArguments())
				.filter(Person.class::isInstance)
				.map(Person.class::cast)
				.forEach(Person::requireThemselves);
			return act.proceed();
		});
		// Before a transaction begins.
		advisor.setOrder(0);
		return advisor;
	}

	/** Whatever takes a person and may write. */
	private static final class Acts extends StaticMethodMatcherPointcut {

		private final AnnotationTransactionAttributeSource transactions = new AnnotationTransactionAttributeSource();

		Acts() {
			setClassFilter(type -> type.getName().startsWith(DESK));
		}

		@Override
		public boolean matches(Method method, Class<?> type) {
			if (!List.of(method.getParameterTypes()).contains(Person.class)) {
				return false;
			}
			TransactionAttribute transaction = transactions.getTransactionAttribute(method, type);
			return transaction != null && !transaction.isReadOnly();
		}

	}

}
