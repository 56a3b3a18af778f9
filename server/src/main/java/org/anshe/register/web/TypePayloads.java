package org.anshe.register.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.anshe.register.internal.type.TypeDefinition;
import org.anshe.register.internal.type.TypeDefinition.Hint;
import org.anshe.register.web.ObjectPayloads.ProposedClass;
import org.anshe.shared.LocalText;
import org.anshe.shared.ProblemException.FieldError;
import org.jspecify.annotations.Nullable;

/** What is said about types over HTTP. */
final class TypePayloads {

    private TypePayloads() {}

    /**
     * A register in the overview.
     *
     * @param objects active objects within the caller's scope
     */
    record RegisterTypeRow(
            String code,
            int version,
            LocalText names,
            String icon,
            boolean shipped,
            @Nullable Instant retiredAt,
            int objects) {}

    /** A type with everything it says. */
    record RegisterTypeDetail(
            String code,
            int version,
            boolean shipped,
            @Nullable Instant retiredAt,
            TypeDefinition definition) {}

    record NewRegisterType(
            @NotBlank String code, @NotNull @Valid TypeDefinition definition) {}

    /** The next version of a type, made from {@code version}. */
    record RegisterTypeChange(
            @NotNull Integer version, @NotNull @Valid TypeDefinition definition) {}

    /** Values of a form that is being filled in. */
    record FieldsToEvaluate(@NotNull Map<String, @Nullable Object> fields) {}

    /** What follows from the values: errors, hints and the class the rules propose. */
    record Evaluation(
            List<FieldError> errors,
            List<Hint> hints,
            @Nullable ProposedClass proposedClass) {}
}
