package org.calltolocalaction.process;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.calltolocalaction.forms.FeelExpression;
import org.calltolocalaction.forms.FeelExpressions;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.springframework.stereotype.Component;

/**
 * Gives the forms the FEEL engine that decides the DMN tables too, so that one dialect is
 * spoken everywhere.
 */
@Component
class CamundaFeelExpressions implements FeelExpressions {

	// Loading the engine's classes is most of its cost: that happens beside the start,
	// not in it. The thread is a new
	// one, because those of the common pool do not see what lies in an executable jar.
	private final CompletableFuture<FeelEngineApi> engine = CompletableFuture
		.supplyAsync(CamundaFeelExpressions::warmEngine, task -> new Thread(task, "feel-warm-up").start());

	private final Map<String, FeelExpression> parsed = new ConcurrentHashMap<>();

	private static FeelEngineApi warmEngine() {
		FeelEngineApi engine = FeelEngineBuilder.forJava().build();
		engine.evaluateExpression("warm != \"\" and not(cold = true)", Map.of("warm", "up"));
		return engine;
	}

	@Override
	public FeelExpression parse(String expression) {
		return parsed.computeIfAbsent(expression, this::read);
	}

	private FeelExpression read(String expression) {
		ParseResult result = engine.join().parseExpression(expression);
		if (!result.isSuccess()) {
			throw new InvalidExpression(result.failure().message());
		}
		ParsedExpression ready = result.parsedExpression();
		return context -> {
			EvaluationResult evaluated = engine.join().evaluate(ready, context);
			return evaluated.isSuccess() ? plain(evaluated.result()) : null;
		};
	}

	// The engine answers with Scala's views of collections and with several kinds of
	// numbers.
	private static Object plain(Object result) {
		if (result instanceof Number number) {
			return new BigDecimal(number.toString());
		}
		if (result instanceof List<?> list) {
			List<Object> copy = new ArrayList<>();
			list.forEach(entry -> copy.add(plain(entry)));
			return copy;
		}
		if (result instanceof Map<?, ?> map) {
			Map<String, Object> copy = new LinkedHashMap<>();
			map.forEach((key, value) -> copy.put(String.valueOf(key), plain(value)));
			return copy;
		}
		return result;
	}

}
