package org.anshe.attachment.internal;

import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.attachment.AttachmentProblem;
import org.anshe.attachment.Attachments;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The module as others use it. */
@Service
class KeepAttachments implements Attachments {

    private final StoreFile storing;
    private final AttachmentRepository files;

    KeepAttachments(StoreFile storing, AttachmentRepository files) {
        this.storing = storing;
        this.files = files;
    }

    @Override
    public Attachment store(Caller caller, UUID id, String fileName, InputStream content) {
        return storing.store(caller, id, fileName, content);
    }

    @Override
    @Transactional
    public void link(Caller caller, Owner owner, String role, Collection<UUID> wanted) {
        Set<UUID> distinct = new LinkedHashSet<>(wanted);
        if (distinct.isEmpty()) {
            return;
        }
        List<UUID> own = files.lockOwned(distinct, caller.personId());
        if (own.size() < distinct.size()) {
            distinct.removeAll(Set.copyOf(own));
            throw new ProblemException(AttachmentProblem.NOT_YOURS, "files", List.copyOf(distinct));
        }
        files.link(owner, role, distinct);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(Owner owner) {
        files.move(owner);
    }

    @Override
    public List<Linked> of(String kind, UUID id) {
        return of(kind, List.of(id)).getOrDefault(id, List.of());
    }

    @Override
    public Map<UUID, List<Linked>> of(String kind, Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : files.linked(kind, ids);
    }

    @Override
    public Map<UUID, Integer> distances(Caller caller, String kind, Collection<UUID> ids, Collection<UUID> wanted) {
        return ids.isEmpty() || wanted.isEmpty() ? Map.of() : files.distances(kind, ids, wanted, caller.personId());
    }
}
