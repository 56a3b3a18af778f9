package org.anshe.notification.internal;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.anshe.notification.NotificationProblem;
import org.anshe.shared.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The JSON a target wants, with placeholders in its texts. They are filled after parsing, so that no fact can change
 * the shape of the message.
 */
record MessageTemplate(JsonNode tree) {

    /** What a message can say. Name and phone are those of the recipient and empty for a group. */
    static final Set<String> PLACEHOLDERS =
            Set.of("id", "notice", "kind", "title", "body", "link", "at", "urgent", "name", "phone");

    static final String PHONE = "{phone}";

    static MessageTemplate parse(JsonMapper json, String text) {
        try {
            JsonNode tree = json.readTree(text);
            if (tree.isObject()) {
                MessageTemplate template = new MessageTemplate(tree);
                template.checkPlaceholders(tree);
                return template;
            }
        } catch (JacksonException e) {
            ProblemException refusal = new ProblemException(NotificationProblem.BAD_TEMPLATE);
            refusal.initCause(e);
            throw refusal;
        }
        throw new ProblemException(NotificationProblem.BAD_TEMPLATE);
    }

    private void checkPlaceholders(JsonNode node) {
        if (node.isString()) {
            Matcher matcher = NoticeWords.PLACEHOLDER.matcher(node.asString());
            while (matcher.find()) {
                if (!PLACEHOLDERS.contains(matcher.group(1))) {
                    throw new ProblemException(NotificationProblem.BAD_TEMPLATE, "placeholder", matcher.group(1));
                }
            }
        } else {
            node.values().forEach(this::checkPlaceholders);
        }
    }

    JsonNode fill(Map<String, Object> values) {
        return filled(tree, values);
    }

    private static JsonNode filled(JsonNode node, Map<String, Object> values) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = object.objectNode();
                object.properties().forEach(entry -> copy.set(entry.getKey(), filled(entry.getValue(), values)));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = array.arrayNode();
                array.forEach(one -> copy.add(filled(one, values)));
                yield copy;
            }
            case StringNode text -> StringNode.valueOf(NoticeWords.fill(text.asString(), values));
            default -> node;
        };
    }
}
