package org.anshe.shared.sql;

import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How statements reach the database. */
@Configuration
class SqlSettings {

    /**
     * Moments travel as what they are. As text, which is the library's choice, they are read anew for every row that is
     * compared with them: a dashboard took eight times as long.
     */
    @Bean
    DefaultConfigurationCustomizer typedMoments() {
        return configuration -> configuration.settings().withBindOffsetDateTimeType(true);
    }
}
