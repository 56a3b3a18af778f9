package org.anshe.report.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.organisation.Units;
import org.anshe.shared.AreaKey;
import org.anshe.territory.Areas;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Names of the values a dimension has, where they are data; words of fixed vocabularies belong to the interface. */
@Component
public class GroupNames {

    private static final List<String> LANGUAGES = List.of("zh-CN", "zh-Hant", "en");

    private final Areas areas;
    private final Units units;
    private final Map<String, Map<String, String>> domains = new HashMap<>();
    private final Map<String, Map<String, String>> types = new HashMap<>();

    GroupNames(Areas areas, Units units, JsonMapper json) throws IOException {
        this.areas = areas;
        this.units = units;
        read(json, new ClassPathResource("data/hazard-domains.json"))
                .get("domains")
                .forEach(domain -> domains.put(domain.get("code").asString(), words(domain.get("name"))));
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath:data/registers/*.json")) {
            JsonNode type = read(json, file);
            types.put(type.get("code").asString(), words(type.get("names")));
        }
    }

    /** Language → name for each value that has a name of its own; values without are left out. */
    public Map<String, Map<String, String>> of(Breakdown by, Collection<String> values) {
        return switch (by) {
            case AREA -> areaNames(values);
            case UNIT -> unitNames(values);
            case DOMAIN -> known(domains, values);
            case TYPE -> known(types, values);
            case MONTH, GRADE, SOURCE, STATE, SUPERVISION_CLASS, CHECKLIST, SUBJECT, CAMPAIGN, KIND, LEVEL -> Map.of();
        };
    }

    /** The Chinese name of a value, or the value itself. */
    String chinese(Breakdown by, String value) {
        return of(by, List.of(value)).getOrDefault(value, Map.of()).getOrDefault("zh-CN", value);
    }

    private Map<String, Map<String, String>> areaNames(Collection<String> values) {
        List<AreaKey> keys = values.stream().map(AreaKey::parse).toList();
        return areas.names(keys).entrySet().stream()
                .collect(Collectors.toMap(area -> area.getKey().toString(), area -> everywhere(area.getValue())));
    }

    private Map<String, Map<String, String>> unitNames(Collection<String> values) {
        List<UUID> ids = values.stream()
                .filter(value -> !value.equals(Breakdown.NONE))
                .map(UUID::fromString)
                .toList();
        return units.byIds(ids).values().stream()
                .collect(Collectors.toMap(unit -> unit.id().toString(), unit -> everywhere(unit.name())));
    }

    private static Map<String, Map<String, String>> known(
            Map<String, Map<String, String>> names, Collection<String> values) {
        return values.stream().filter(names::containsKey).collect(Collectors.toMap(value -> value, names::get));
    }

    private static Map<String, String> everywhere(String name) {
        return LANGUAGES.stream().collect(Collectors.toMap(language -> language, language -> name));
    }

    private static Map<String, String> words(JsonNode names) {
        return LANGUAGES.stream()
                .collect(Collectors.toMap(
                        language -> language, language -> names.get(language).asString()));
    }

    private static JsonNode read(JsonMapper json, Resource file) {
        try (InputStream in = file.getInputStream()) {
            return json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
