package org.anshe.report.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.report.ReportProblem;
import org.anshe.report.internal.DocumentContent.Section;
import org.anshe.report.internal.DocumentRepository.Document;
import org.anshe.report.internal.DocumentRepository.State;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rewrites the free text of a draft, or withdraws it. */
@Service
public class ChangeDocument {

    private final DocumentRepository documents;
    private final AuditTrail audit;
    private final Clock clock;

    ChangeDocument(DocumentRepository documents, AuditTrail audit, Clock clock) {
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    /** Replaces the paragraphs of an editable section; the version is the one the writer saw. */
    @Transactional
    public void rewrite(Caller caller, UUID id, int version, String section, List<String> lines) {
        Document document = draft(caller, id, version);
        Section found = document.content().sections().stream()
                .filter(one -> one.code().equals(section))
                .findFirst()
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        if (!found.editable()) {
            throw new ProblemException(ReportProblem.NOT_EDITABLE);
        }
        documents.rewrite(document, document.title(), document.content().rewritten(section, lines));
        audit.record(
                caller,
                "document.edit",
                Subject.of("document", id),
                document.area(),
                Map.of("section", section, "paragraphs", lines.size()));
    }

    @Transactional
    public void withdraw(Caller caller, UUID id, String reason) {
        Document document =
                documents.find(caller.scope(), id).orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        requireDraft(document);
        documents.withdraw(document, clock.instant(), reason.strip());
        audit.record(
                caller, "document.withdraw", Subject.of("document", id), document.area(), Map.of("reason", reason));
    }

    private Document draft(Caller caller, UUID id, int version) {
        Document document =
                documents.find(caller.scope(), id).orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        requireDraft(document);
        if (document.version() != version) {
            throw new OptimisticLockingFailureException("The document was changed meanwhile");
        }
        return document;
    }

    static void requireDraft(Document document) {
        if (document.state() != State.DRAFT) {
            throw new ProblemException(
                    ReportProblem.NOT_A_DRAFT, "state", document.state().name());
        }
    }
}
