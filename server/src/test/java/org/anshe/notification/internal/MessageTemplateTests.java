package org.anshe.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.anshe.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class MessageTemplateTests {

    private final JsonMapper json = new JsonMapper();

    @Test
    void fillsTextsAtEveryDepthAndLeavesTheShapeAlone() {
        MessageTemplate template = MessageTemplate.parse(
                json, "{\"msgtype\":\"text\",\"at\":[\"{phone}\",7],\"text\":{\"content\":\"{title}：{body}\"}}");
        String hostile = "\"},{\"x\":\"{phone}\"";

        var filled = template.fill(Map.of("title", "隐患", "body", hostile, "phone", "138"));

        assertThat(filled.at("/text/content").asString()).isEqualTo("隐患：" + hostile);
        assertThat(filled.at("/at/0").asString()).isEqualTo("138");
        assertThat(filled.at("/at/1").asInt()).isEqualTo(7);
        assertThat(filled.propertyNames()).containsExactlyInAnyOrder("msgtype", "at", "text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"x\"", "{\"a\":", "{\"a\":\"{secret}\"}", "{\"a\":[{\"b\":\"{Title}\"}]}"})
    void refusesWhatIsNoObjectOrNamesSomethingElse(String text) {
        assertThatThrownBy(() -> MessageTemplate.parse(json, text)).isInstanceOf(ProblemException.class);
    }
}
