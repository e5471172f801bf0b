package org.calltolocalaction.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * No test finds a process or the time of another; what ran stays in the engine's history.
 */
class QuietEngine implements BeforeEachCallback, AfterEachCallback {

	static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");

	@Override
	public void beforeEach(ExtensionContext context) {
		ProcessEngineTests.init(engine(context));
		ClockUtil.setCurrentTime(Date.from(NOW));
	}

	@Override
	public void afterEach(ExtensionContext context) {
		ClockUtil.reset();
		ProcessEngine engine = engine(context);
		for (ProcessInstance left : engine.getRuntimeService().createProcessInstanceQuery().list()) {
			engine.getRuntimeService().deleteProcessInstance(left.getId(), "The test is over", true);
		}
		ProcessEngineTests.reset();
	}

	private static ProcessEngine engine(ExtensionContext context) {
		return SpringExtension.getApplicationContext(context).getBean(ProcessEngine.class);
	}

}
