package org.anshe.campaign.internal.lists;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.campaign.CampaignProblem;
import org.anshe.campaign.ListProblem;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemException.FieldError;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes, changes and withdraws the entries a list holds itself. */
@Service
public class KeepEntries {

    private static final int MOST = 2000;

    private final ListAccess access;
    private final EntryRepository entries;
    private final AuditTrail audit;
    private final Clock clock;

    KeepEntries(ListAccess access, EntryRepository entries, AuditTrail audit, Clock clock) {
        this.access = access;
        this.entries = entries;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param version of the entry as the person saw it; 0 for a new one */
    @Transactional
    public void put(
            Caller caller,
            UUID listId,
            String partCode,
            UUID id,
            int version,
            @Nullable UUID about,
            Map<String, String> given) {
        ListRow list = access.lockOpen(caller, listId);
        ListPart part = access.part(list, partCode, ListPart.Type.ENTRIES);
        Map<String, String> cells = checked(part, given);
        checkAbout(list, part, about);
        Optional<ListEntry> known = entries.find(listId, id);
        if (known.isEmpty()) {
            if (entries.count(listId, partCode) >= MOST) {
                throw new ProblemException(ListProblem.LIST_TOO_LARGE, "most", MOST);
            }
            entries.add(listId, id, partCode, about, cells, clock.instant(), caller.name());
        } else if (known.get().version() == 0
                && version == 0
                && known.get().cells().equals(cells)) {
            return;
        } else if (!known.get().part().equals(partCode)) {
            throw new ProblemException(CampaignProblem.ID_TAKEN);
        } else if (!entries.change(id, version, about, cells, clock.instant(), caller.name())) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        audit.record(
                caller,
                known.isEmpty() ? "list.add-entry" : "list.change-entry",
                Subject.of("list", listId),
                list.area(),
                Map.of("part", partCode, "entry", id.toString(), "cells", new TreeMap<>(cells)));
    }

    @Transactional
    public void withdraw(Caller caller, UUID listId, String partCode, UUID id, int version, String reason) {
        ListRow list = access.lockOpen(caller, listId);
        access.part(list, partCode, ListPart.Type.ENTRIES);
        if (entries.find(listId, id)
                .filter(entry -> entry.part().equals(partCode) && entry.withdrawReason() == null)
                .isEmpty()) {
            throw new ProblemException(SharedProblem.NOT_FOUND);
        }
        if (!entries.withdraw(listId, id, version, clock.instant(), reason.strip(), caller.name())
                || entries.find(listId, id)
                        .filter(entry -> entry.withdrawReason() == null)
                        .isPresent()) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        audit.record(
                caller,
                "list.withdraw-entry",
                Subject.of("list", listId),
                list.area(),
                Map.of("part", partCode, "entry", id.toString(), "reason", reason.strip()));
    }

    private void checkAbout(ListRow list, ListPart part, @Nullable UUID about) {
        if (about == null) {
            return;
        }
        boolean fits = part.about() != null
                && entries.find(list.id(), about)
                        .filter(entry -> entry.part().equals(part.about()) && entry.withdrawReason() == null)
                        .isPresent();
        if (!fits) {
            throw new ProblemException(
                    ListProblem.ENTRY_INVALID, Map.of(), List.of(new FieldError("/about", "unknown")));
        }
    }

    /** Blank cells are left out; the others are stripped. */
    private static Map<String, String> checked(ListPart part, Map<String, String> given) {
        List<FieldError> wrong = new ArrayList<>();
        Map<String, String> cells = new TreeMap<>();
        for (String code : given.keySet()) {
            if (part.column(code).isEmpty()) {
                wrong.add(new FieldError("/cells/" + code, "unknown"));
            }
        }
        for (ListPart.Column column : part.columns()) {
            String value = given.getOrDefault(column.code(), "").strip();
            String pointer = "/cells/" + column.code();
            if (value.isEmpty()) {
                if (column.required()) {
                    wrong.add(new FieldError(pointer, "required"));
                }
            } else if (value.length() > column.kind().longest()) {
                wrong.add(new FieldError(pointer, "too-long"));
            } else if (column.kind() == ListPart.Cell.DATE && !isDay(value)) {
                wrong.add(new FieldError(pointer, "not-a-date"));
            } else {
                cells.put(column.code(), value);
            }
        }
        if (!wrong.isEmpty()) {
            throw new ProblemException(ListProblem.ENTRY_INVALID, Map.of(), wrong);
        }
        return cells;
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
