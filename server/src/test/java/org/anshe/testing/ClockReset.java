package org.anshe.testing;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Puts the clock back to its start before each test, whatever the one before did. */
class ClockReset implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext context) {
        context.getApplicationContext().getBean(MovableClock.class).set(MovableClock.START);
    }
}
