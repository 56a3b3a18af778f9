package org.anshe.paper.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anshe.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The hash over everything a paper says, in one fixed order, so that a change of the row shows. */
@Component
class ContentHash {

    private final JsonMapper json;

    ContentHash(JsonMapper json) {
        this.json = json;
    }

    String of(Paper paper, @Nullable String number, LocalDate on, List<Signature> signatures) {
        PaperContent content = paper.content().canonical();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("kind", paper.kind() + " " + paper.kindVersion());
        all.put("organ", paper.organ().name());
        all.put("number", number == null ? "" : number);
        all.put("on", on.toString());
        all.put("stamped", paper.stamped());
        all.put(
                "values",
                new ArrayList<>(content.values().entrySet().stream()
                        .map(entry -> List.of(entry.getKey(), entry.getValue()))
                        .toList()));
        all.put(
                "rows",
                content.rows().stream()
                        .map(row -> row.entrySet().stream()
                                .map(entry -> List.of(entry.getKey(), entry.getValue()))
                                .toList())
                        .toList());
        all.put("signatures", signatures.stream().map(ContentHash::signature).toList());
        return Sha256.hex(json.writeValueAsString(all));
    }

    private static List<String> signature(Signature signature) {
        byte[] image = signature.image();
        return List.of(
                signature.place(),
                signature.name(),
                signature.way().name(),
                signature.witness() == null ? "" : signature.witness(),
                image == null ? "" : Sha256.hex(image));
    }
}
