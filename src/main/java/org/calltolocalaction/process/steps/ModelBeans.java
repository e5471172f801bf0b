package org.calltolocalaction.process.steps;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The beans that a model's expressions may name: its steps, its listeners, its dates and
 * its facts. Every other bean of the desk is out of a model's reach. Looked up when they
 * are needed, because the steps need the engine themselves.
 */
public class ModelBeans extends AbstractMap<Object, Object> {

	private final ConfigurableListableBeanFactory beans;

	// Found once: every name in an expression is looked for here, and searching all beans
	// for it takes milliseconds.
	private volatile @Nullable Set<String> names;

	public ModelBeans(ConfigurableListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public boolean containsKey(Object name) {
		return names().contains(name);
	}

	@Override
	public @Nullable Object get(Object name) {
		return containsKey(name) ? beans.getBean((String) name) : null;
	}

	@Override
	public Set<Entry<Object, Object>> entrySet() {
		return names().stream()
			.map(name -> new SimpleImmutableEntry<Object, Object>(name, beans.getBean(name)))
			.collect(Collectors.toSet());
	}

	public Set<String> names() {
		if (names == null) {
			names = named();
		}
		return names;
	}

	private Set<String> named() {
		Set<String> named = new HashSet<>();
		for (Class<?> exposed : Set.of(JavaDelegate.class, TaskListener.class, ModelDates.class, ModelFacts.class)) {
			named.addAll(Arrays.asList(beans.getBeanNamesForType(exposed, true, false)));
		}
		return Set.copyOf(named);
	}

}
