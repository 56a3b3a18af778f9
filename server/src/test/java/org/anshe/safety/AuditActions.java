package org.anshe.safety;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.StringEntry;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.anshe.audit.AuditTrail;

/**
 * The acts that the code records: texts in the shape of an act in the constant pool of every class that calls {@link
 * AuditTrail#record}. Acts that are put together at run time are told here.
 */
final class AuditActions {

    private static final Pattern SHAPE = Pattern.compile("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*");

    /** Permissions to look and to keep, which such classes ask for; nothing is recorded under these names. */
    private static final Pattern NEVER_AN_ACT = Pattern.compile(".*\\.(view|manage)|register\\.edit");

    /** Put together from the steps of {@code ChangeAccountState} and {@code HazardAction}, or handed to {@code PaperSteps} and {@code CourseRepository}. */
    private static final Set<String> COMPOSED = Set.of(
            "person.disable",
            "person.enable",
            "person.retire",
            "hazard.report",
            "hazard.confirm",
            "hazard.reject",
            "hazard.mark-duplicate",
            "hazard.assign",
            "hazard.plan",
            "hazard.submit",
            "hazard.hand-back",
            "hazard.hand-over",
            "hazard.fix-on-spot",
            "hazard.close",
            "hazard.return",
            "hazard.look-back",
            "hazard.reopen",
            "joint-action.plan",
            "joint-action.change",
            "joint-action.agree",
            "joint-action.decline",
            "joint-action.hold",
            "joint-action.cancel",
            "joint-action.link-hazard",
            "joint-action.unlink-hazard",
            "joint-action.ask-feedback",
            "joint-action.feed-back",
            "joint-action.conclude",
            "illegal-case.open",
            "illegal-case.transfer",
            "illegal-case.accept",
            "illegal-case.refuse",
            "illegal-case.conclude",
            "illegal-case.expose",
            "paper.change",
            "paper.sign",
            "paper.stamp",
            "paper.unstamp",
            "paper.issue",
            "paper.serve",
            "paper.void",
            "paper.withdraw");

    private AuditActions() {}

    static Set<String> in(JavaClasses classes) {
        Set<String> actions = new TreeSet<>(COMPOSED);
        for (JavaClass type : classes) {
            boolean records = type.getMethodCallsFromSelf().stream()
                    .anyMatch(call -> call.getTarget().getName().equals("record")
                            && call.getTargetOwner().isEquivalentTo(AuditTrail.class));
            if (records) {
                actions.addAll(textsOf(type));
            }
        }
        return actions;
    }

    private static Set<String> textsOf(JavaClass type) {
        Set<String> texts = new TreeSet<>();
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream in = AuditActions.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("No class file " + file);
            }
            ClassModel model = ClassFile.of().parse(in.readAllBytes());
            model.constantPool().forEach(entry -> {
                if (entry instanceof StringEntry text
                        && SHAPE.matcher(text.stringValue()).matches()
                        && !NEVER_AN_ACT.matcher(text.stringValue()).matches()) {
                    texts.add(text.stringValue());
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
