package org.anshe.notification.internal;

import java.util.Map;
import java.util.concurrent.Executor;
import org.anshe.notification.Notifications;
import org.anshe.shared.ConstraintProblems;
import org.anshe.shared.ProblemException.FieldError;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

@Configuration
@EnableConfigurationProperties(NotificationSettings.class)
class NotificationConfiguration {

    /** Connections that listeners may hold at once; the pool is small and requests come first. */
    private static final int LISTENERS = 3;

    /** Events wait here without a connection; those a crash finds waiting are delivered at the next start. */
    @Bean(name = Notifications.EXECUTOR, defaultCandidate = false)
    Executor noticeExecutor() {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setCorePoolSize(LISTENERS);
        executor.setMaxPoolSize(LISTENERS);
        executor.setThreadNamePrefix("notice-");
        executor.setAwaitTerminationSeconds(5);
        return executor;
    }

    @Bean
    ConstraintProblems notificationConstraints() {
        return new ConstraintProblems(
                Map.of(),
                Map.of(
                        "target_name_length", new FieldError("/name", "length"),
                        "target_url_length", new FieldError("/url", "length"),
                        "target_template_length", new FieldError("/template", "length"),
                        "target_per_minute_range", new FieldError("/perMinute", "range")));
    }
}
