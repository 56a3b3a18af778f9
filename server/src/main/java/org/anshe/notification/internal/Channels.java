package org.anshe.notification.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** By which ways this installation sends messages, and what a new target can begin with. */
@Component
public class Channels {

    private final MailChannel mail;
    private final TargetRepository targets;
    private final Map<String, String> templates = new TreeMap<>();

    Channels(MailChannel mail, TargetRepository targets, JsonMapper json) {
        this.mail = mail;
        this.targets = targets;
        try (InputStream in = new ClassPathResource("data/webhook-templates.json").getInputStream()) {
            json.readValue(in, new TypeReference<Map<String, JsonNode>>() {})
                    .forEach((name, tree) -> templates.put(
                            name, json.writerWithDefaultPrettyPrinter().writeValueAsString(tree)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean sendsMail() {
        return mail.isOn();
    }

    public boolean sendsMessages() {
        return targets.known().stream()
                .anyMatch(target -> target.enabled() && target.audience() == Target.Audience.PERSON);
    }

    /** Shipped templates of what chat robots and gateways expect, by name. */
    public Map<String, String> templates() {
        return Map.copyOf(templates);
    }

    public List<String> placeholders() {
        return MessageTemplate.PLACEHOLDERS.stream().sorted().toList();
    }
}
