package org.anshe.shared.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.anshe.shared.ConstraintProblems;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemException.FieldError;
import org.anshe.shared.ProblemType;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.convert.ConversionException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** The one place where a failure becomes a response. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Map<String, ProblemType> byConstraint = new LinkedHashMap<>();
    private final Map<String, FieldError> fields = new LinkedHashMap<>();

    private final DataSize largestFile;

    ProblemAdvice(
            List<ConstraintProblems> catalogues,
            @Value("${spring.servlet.multipart.max-file-size:100MB}") DataSize largestFile) {
        this.largestFile = largestFile;
        catalogues.forEach(catalogue -> {
            byConstraint.putAll(catalogue.byConstraint());
            fields.putAll(catalogue.fields());
        });
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refusal(ProblemException refusal) {
        return respond(Problems.detail(refusal));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalidFields(BindException invalid) {
        List<FieldError> errors = invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> new FieldError(pointer(error.getField()), code(error.getCode())))
                .toList();
        return respond(Problems.detail(new ProblemException(SharedProblem.INVALID, Map.of(), errors)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadableBody(HttpMessageNotReadableException unreadable) {
        List<FieldError> errors = unreadable.getCause() instanceof DatabindException bad
                ? List.of(new FieldError(path(bad), "format"))
                : List.of(new FieldError("", "unreadable"));
        return respond(Problems.detail(new ProblemException(SharedProblem.INVALID, Map.of(), errors)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badParameter(TypeMismatchException bad) {
        String name = Optional.ofNullable(bad.getPropertyName()).orElse("");
        return respond(Problems.detail(
                new ProblemException(SharedProblem.INVALID, Map.of(), List.of(new FieldError("/" + name, "format")))));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badValue(ConversionException bad) {
        LOG.info("Refused a value: {}", bad.getMessage());
        return respond(Problems.detail(SharedProblem.INVALID));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException large) {
        LOG.debug("Upload too large", large);
        return respond(
                Problems.detail(new ProblemException(SharedProblem.TOO_LARGE, "largestBytes", largestFile.toBytes())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> changedMeanwhile(OptimisticLockingFailureException conflict) {
        LOG.debug("Optimistic lock", conflict);
        return respond(Problems.detail(SharedProblem.CONFLICT));
    }

    @ExceptionHandler({DataAccessException.class, org.jooq.exception.DataAccessException.class})
    ResponseEntity<ProblemDetail> database(RuntimeException failure) {
        Optional<ServerErrorMessage> message = serverMessage(failure);
        if (message.isPresent() && String.valueOf(message.get().getSQLState()).startsWith("23")) {
            LOG.info("The database refused a record: {}", message.get().getMessage());
            return respond(Problems.detail(refused(String.valueOf(message.get().getConstraint()))));
        }
        return unexpected(failure);
    }

    private ProblemException refused(String constraint) {
        ProblemType known = byConstraint.get(constraint);
        FieldError field = fields.get(constraint);
        if (known != null) {
            return new ProblemException(known);
        }
        return field != null
                ? new ProblemException(SharedProblem.INVALID, Map.of(), List.of(field))
                : new ProblemException(SharedProblem.CONSTRAINT, "constraint", constraint);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception failure) {
        if (failure instanceof ErrorResponse response) {
            return respond(Problems.detail(typeFor(response.getStatusCode().value())));
        }
        LOG.error("Unexpected failure", failure);
        return respond(Problems.detail(SharedProblem.INTERNAL));
    }

    private static ProblemType typeFor(int status) {
        return switch (HttpStatus.resolve(status)) {
            case NOT_FOUND -> SharedProblem.NOT_FOUND;
            case METHOD_NOT_ALLOWED -> SharedProblem.METHOD_NOT_ALLOWED;
            case UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE -> SharedProblem.UNSUPPORTED_MEDIA;
            case CONTENT_TOO_LARGE -> SharedProblem.TOO_LARGE;
            case null, default -> status >= 500 ? SharedProblem.INTERNAL : SharedProblem.INVALID;
        };
    }

    private static ResponseEntity<ProblemDetail> respond(ProblemDetail detail) {
        return ResponseEntity.status(detail.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private static Optional<ServerErrorMessage> serverMessage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException sql) {
                return Optional.ofNullable(sql.getServerErrorMessage());
            }
        }
        return Optional.empty();
    }

    private static String path(DatabindException bad) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : bad.getPath()) {
            pointer.append('/')
                    .append(
                            step.getPropertyName() != null
                                    ? step.getPropertyName()
                                    : Integer.toString(step.getIndex()));
        }
        return pointer.toString();
    }

    private static String pointer(String field) {
        return "/" + field.replace('.', '/').replace("[", "/").replace("]", "");
    }

    private static String code(@Nullable String constraint) {
        return switch (String.valueOf(constraint)) {
            case "NotNull", "NotBlank", "NotEmpty" -> "required";
            case "Size" -> "length";
            case "Pattern", "Email", "typeMismatch" -> "format";
            case "Min", "Max", "Positive", "PositiveOrZero", "DecimalMin", "DecimalMax" -> "range";
            default -> String.valueOf(constraint).toLowerCase(Locale.ROOT);
        };
    }
}
