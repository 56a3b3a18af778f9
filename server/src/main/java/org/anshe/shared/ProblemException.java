package org.anshe.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A refusal with its facts. Thrown by use cases; turned into a problem response in one place. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient Map<String, Object> members;
    private final transient List<FieldError> errors;

    public ProblemException(ProblemType type) {
        this(type, Map.of(), List.of());
    }

    public ProblemException(ProblemType type, String member, Object value) {
        this(type, Map.of(member, value), List.of());
    }

    public ProblemException(ProblemType type, Map<String, Object> members) {
        this(type, members, List.of());
    }

    public ProblemException(ProblemType type, Map<String, Object> members, List<FieldError> errors) {
        super(type.type() + " " + members);
        this.type = type;
        this.members = new LinkedHashMap<>(members);
        this.errors = List.copyOf(errors);
    }

    public ProblemType type() {
        return type;
    }

    public Map<String, Object> members() {
        return Map.copyOf(members);
    }

    public List<FieldError> errors() {
        return errors;
    }

    /**
     * What is wrong with one field of the request.
     *
     * @param pointer JSON pointer into the request body, for example {@code /deadline}
     * @param code kind of error, for example {@code required}; the interface words it
     */
    public record FieldError(String pointer, String code) {}
}
