package org.anshe.hazard.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.anshe.hazard.HazardProblem;
import org.anshe.shared.ProblemException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The dictionary of hazard domains, from {@code data/hazard-domains.json}. */
@Component
public class HazardDomains {

    private final List<Domain> domains;
    private final Map<String, Domain> byCode;

    HazardDomains(JsonMapper json) {
        try (InputStream in = new ClassPathResource("data/hazard-domains.json").getInputStream()) {
            this.domains = List.copyOf(json.readValue(in, File.class).domains());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.byCode = domains.stream().collect(Collectors.toMap(Domain::code, domain -> domain));
    }

    record File(List<Domain> domains) {}

    /**
     * One domain.
     *
     * @param name by language: zh-CN, zh-Hant, en
     * @param description Chinese
     */
    public record Domain(String code, Map<String, String> name, String description) {}

    public List<Domain> list() {
        return domains;
    }

    public String name(String code, String language) {
        Domain domain = byCode.get(code);
        return domain == null ? code : domain.name().getOrDefault(language, code);
    }

    boolean isKnown(String code) {
        return byCode.containsKey(code);
    }

    void check(String code) {
        if (!isKnown(code)) {
            throw new ProblemException(HazardProblem.UNKNOWN_DOMAIN, "domain", code);
        }
    }
}
