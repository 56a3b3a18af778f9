package org.anshe.shared.internal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.stereotype.Component;

/** Keeps the error of a failed listener beside the stored event, where the people who replay it see it. */
@Component
class NoteEventFailures implements AsyncConfigurer, AsyncUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(NoteEventFailures.class);
    private static final int LONGEST = 4_000;

    // All asked for late: this bean is made before nearly everything else.
    private final ObjectProvider<AsyncTaskExecutor> executor;
    private final ObjectProvider<EventSerializer> serializer;
    private final ObjectProvider<EventFailureRepository> failures;

    NoteEventFailures(
            @Qualifier("applicationTaskExecutor") ObjectProvider<AsyncTaskExecutor> executor,
            ObjectProvider<EventSerializer> serializer,
            ObjectProvider<EventFailureRepository> failures) {
        this.executor = executor;
        this.serializer = serializer;
        this.failures = failures;
    }

    @Override
    public AsyncTaskExecutor getAsyncExecutor() {
        return executor.getObject();
    }

    @Override
    public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
        return this;
    }

    @Override
    public void handleUncaughtException(Throwable failure, Method method, @Nullable Object... arguments) {
        LOG.error("{} failed", method, failure);
        Object event = arguments.length == 1 ? arguments[0] : null;
        if (event == null) {
            return;
        }
        String listener = method.getDeclaringClass().getName() + "." + method.getName();
        String serialized = serializer.getObject().serialize(event).toString();
        try {
            failures.getObject().note(listener, serialized, text(failure));
        } catch (RuntimeException e) {
            LOG.error("The failure of {} could not be noted", listener, e);
        }
    }

    private static String text(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.getBuffer().substring(0, Math.min(text.getBuffer().length(), LONGEST));
    }
}
