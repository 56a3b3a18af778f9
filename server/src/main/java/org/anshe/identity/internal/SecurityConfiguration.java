package org.anshe.identity.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.anshe.identity.IdentityProblem;
import org.anshe.shared.ConstraintProblems;
import org.anshe.shared.SharedProblem;
import org.anshe.shared.web.Problems;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions, request forgery protection and headers. Who may do what is decided by the permission gate. */
@Configuration
class SecurityConfiguration {

    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data: blob:; "
            + "style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; "
            + "form-action 'self'";

    @Bean
    SecurityFilterChain chain(HttpSecurity http, SecurityContextRepository contexts, Problems problems)
            throws Exception {
        return http.csrf(csrf -> csrf.spa())
                .securityContext(context -> context.securityContextRepository(contexts))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED))
                .requestCache(cache -> cache.disable())
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                                (request, response, e) -> problems.write(response, SharedProblem.NOT_LOGGED_IN))
                        .accessDeniedHandler((request, response, e) -> problems.write(response, SharedProblem.CSRF)))
                .build();
    }

    @Bean
    SecurityContextRepository contexts() {
        return new HttpSessionSecurityContextRepository();
    }

    /** Said here and not left to the servlet container, so that every way to run the server has the same cookie. */
    @Bean
    CookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("ANSHE_SESSION");
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }

    /** Stands before the sessions in the database; a bean of its own would switch those off. */
    @Bean
    static BeanPostProcessor quietSessions() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JdbcIndexedSessionRepository sessions ? quiet(sessions) : bean;
            }
        };
    }

    private static <S extends Session> QuietSessions<S> quiet(FindByIndexNameSessionRepository<S> sessions) {
        return new QuietSessions<>(sessions);
    }

    /** Requests are measured once as a whole; measuring each filter of the chain besides costs more than it tells. */
    @Bean
    static SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** Log-in is a use case of this module; no user store of the framework takes part. */
    @Bean
    AuthenticationManager noManager() {
        return authentication -> {
            throw new IllegalStateException("Log-in goes through POST /api/session");
        };
    }

    @Bean
    PasswordEncoder passwords() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    /** The key lies in the data directory; servers that share a database share this file as well. */
    @Bean
    SecretBox secretBox(@Value("${anshe.data}") Path data) {
        return SecretBox.in(data);
    }

    @Bean
    LoginRate loginRate(Clock clock) {
        return new LoginRate(clock);
    }

    @Bean
    ConstraintProblems identityConstraints() {
        return new ConstraintProblems(Map.of(
                "credential_login_unique", IdentityProblem.LOGIN_TAKEN,
                "role_code_unique", IdentityProblem.ROLE_CODE_TAKEN,
                "assignment_once_idx", IdentityProblem.ALREADY_ASSIGNED));
    }
}
