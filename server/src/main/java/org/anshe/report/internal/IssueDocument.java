package org.anshe.report.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.report.internal.DocumentRepository.Document;
import org.anshe.report.internal.word.WordDocument;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.Sha256;
import org.anshe.shared.SharedProblem;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues a draft: text, figures and Word file are frozen, and the file's hash tells any later change. */
@Service
public class IssueDocument {

    private final DocumentRepository documents;
    private final AuditTrail audit;
    private final Clock clock;

    IssueDocument(DocumentRepository documents, AuditTrail audit, Clock clock) {
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void issue(Caller caller, UUID id, int version) {
        Document document =
                documents.find(caller.scope(), id).orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        ChangeDocument.requireDraft(document);
        if (document.version() != version) {
            throw new OptimisticLockingFailureException("The document was changed meanwhile");
        }
        Instant now = clock.instant();
        byte[] file = WordDocument.write(DocumentPages.of(document, documents.figures(id), now));
        String sha256 = Sha256.hex(file);
        documents.issue(document, caller, now, sha256, file);
        audit.record(
                caller,
                "document.issue",
                Subject.of("document", id),
                document.area(),
                Map.of("title", document.title(), "sha256", sha256));
    }
}
