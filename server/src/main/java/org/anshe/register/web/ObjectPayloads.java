package org.anshe.register.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.anshe.register.internal.ObjectContent;
import org.anshe.register.internal.ObjectQueries.HistoryEntry;
import org.anshe.register.internal.type.TypeDefinition.Hint;
import org.anshe.shared.AreaKey;
import org.anshe.shared.LocalText;
import org.jspecify.annotations.Nullable;

/** What is said about objects over HTTP. */
final class ObjectPayloads {

    private ObjectPayloads() {}

    /** What a person fills in about an object. */
    interface Content {
        String name();

        AreaKey area();

        @Nullable UUID unitId();

        @Nullable String address();

        @Nullable Double longitude();

        @Nullable Double latitude();

        @Nullable String contactName();

        @Nullable String contactPhone();

        Map<String, @Nullable Object> fields();

        default ObjectContent content() {
            Map<String, Object> given = new java.util.LinkedHashMap<>();
            fields().forEach((code, value) -> {
                if (value != null) {
                    given.put(code, value);
                }
            });
            return new ObjectContent(
                    name(), area(), unitId(), address(), longitude(), latitude(), contactName(), contactPhone(), given);
        }
    }

    /** A new object, named by an id the caller makes. */
    record NewRegisterObject(
            @NotNull UUID id,
            @NotBlank String type,
            @NotBlank @Size(max = 200) String name,
            @NotNull AreaKey area,
            @Nullable UUID unitId,
            @Size(max = 300) @Nullable String address,
            @Nullable Double longitude,
            @Nullable Double latitude,
            @Size(max = 50) @Nullable String contactName,
            @Size(max = 30) @Nullable String contactPhone,
            @Min(1) @Max(3) @Nullable Integer supervisionClass,
            @NotNull Map<String, @Nullable Object> fields,
            @Nullable Boolean confirmDuplicate)
            implements Content {}

    /** New content over the version it was made from. */
    record RegisterObjectChange(
            @NotNull Integer version,
            @NotBlank @Size(max = 200) String name,
            @NotNull AreaKey area,
            @Nullable UUID unitId,
            @Size(max = 300) @Nullable String address,
            @Nullable Double longitude,
            @Nullable Double latitude,
            @Size(max = 50) @Nullable String contactName,
            @Size(max = 30) @Nullable String contactPhone,
            @NotNull Map<String, @Nullable Object> fields)
            implements Content {}

    /** Why an object is retired or brought back. */
    record VersionAndReason(
            @NotNull Integer version,
            @NotBlank @Size(max = 500) String reason) {}

    /** The class a person sets; null for none. */
    record ClassDecision(
            @NotNull Integer version,
            @Min(1) @Max(3) @Nullable Integer supervisionClass,
            @NotBlank @Size(max = 500) String reason) {}

    /** The class the rules of the type propose, and why. */
    record ProposedClass(int supervisionClass, LocalText reason) {}

    /** One object in a list; data about persons are masked. */
    record RegisterObjectRow(
            UUID id,
            String name,
            AreaKey area,
            @Nullable String areaName,
            @Nullable UUID unitId,
            @Nullable String unitName,
            @Nullable String address,
            @Nullable Integer supervisionClass,
            @Nullable String contactName,
            @Nullable String contactPhone,
            Map<String, Object> fields,
            Instant registeredAt,
            @Nullable Instant retiredAt) {}

    /**
     * One object with everything there is to see about it.
     *
     * @param masked whether data about persons are masked
     * @param mayReveal whether the caller may ask for them
     */
    record RegisterObjectDetail(
            UUID id,
            String type,
            int version,
            String name,
            AreaKey area,
            String areaPath,
            @Nullable UUID unitId,
            @Nullable String unitName,
            @Nullable String address,
            @Nullable Double longitude,
            @Nullable Double latitude,
            @Nullable String contactName,
            @Nullable String contactPhone,
            Map<String, ?> fields,
            @Nullable Integer supervisionClass,
            @Nullable Instant classSince,
            @Nullable ProposedClass proposedClass,
            java.util.List<Hint> hints,
            Instant registeredAt,
            String registeredBy,
            @Nullable UUID importId,
            @Nullable Instant retiredAt,
            @Nullable String retiredReason,
            boolean mayEdit,
            boolean masked,
            boolean mayReveal) {}

    /** One object and its history, nothing masked. */
    record RevealedObject(RegisterObjectDetail object, java.util.List<HistoryEntry> changes) {}
}
