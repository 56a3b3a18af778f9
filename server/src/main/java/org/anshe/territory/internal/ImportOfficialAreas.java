package org.anshe.territory.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.anshe.territory.TerritoryProblem;
import org.anshe.territory.internal.AreaImportRepository.AreaImport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes areas over from the official list: a province, a city, a district or everything, with the areas above. Runs in
 * the background and in one transaction: all of it or nothing. Areas that are there already stay as they are, so it can
 * be run again.
 */
@Service
public class ImportOfficialAreas {

    private static final Logger LOG = LoggerFactory.getLogger(ImportOfficialAreas.class);
    private static final int CHUNK = 20_000;

    private final OfficialList list;
    private final AreaImportRepository imports;
    private final AreaCache cache;
    private final AuditTrail audit;
    private final TransactionTemplate whole;
    private final TransactionTemplate apart;

    ImportOfficialAreas(
            OfficialList list,
            AreaImportRepository imports,
            AreaCache cache,
            AuditTrail audit,
            PlatformTransactionManager transactions) {
        this.list = list;
        this.imports = imports;
        this.cache = cache;
        this.audit = audit;
        whole = new TransactionTemplate(transactions);
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Begins the import; {@link #find} tells how it goes. Asking twice with one id begins one import. */
    public AreaImport start(Caller caller, UUID id, @Nullable String rootCode) {
        int total = checked(caller, rootCode);
        Optional<AreaImport> known = imports.find(id);
        if (known.isPresent()) {
            return known.get();
        }
        apart.executeWithoutResult(any -> imports.start(caller, id, rootCode, total));
        Thread.ofVirtual().name("area-import-" + id).start(() -> run(caller, id, rootCode));
        return find(caller, id);
    }

    /** Where an import stands, for those who may start one there. */
    public AreaImport find(Caller caller, UUID id) {
        return imports.find(id)
                .filter(one -> covers(caller, one.rootCode()))
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND, "import", id));
    }

    private int checked(Caller caller, @Nullable String rootCode) {
        if (rootCode != null && list.find(rootCode).isEmpty()) {
            throw new ProblemException(TerritoryProblem.UNKNOWN_OFFICIAL_CODE, "code", rootCode);
        }
        if (!covers(caller, rootCode)) {
            throw new ProblemException(SharedProblem.FORBIDDEN, "permission", ManagedAreas.PERMISSION);
        }
        if (rootCode == null) {
            return list.size();
        }
        return list.find(rootCode).orElseThrow().areas()
                + OfficialList.above(rootCode).size();
    }

    private static boolean covers(Caller caller, @Nullable String rootCode) {
        if (rootCode != null) {
            return caller.scopeFor(ManagedAreas.PERMISSION).coversArea(AreaKey.parse(rootCode));
        }
        return caller.scopeFor(ManagedAreas.PERMISSION).grants().stream()
                .anyMatch(grant -> grant.unit() == null && AreaRange.EVERYWHERE.equals(grant.areas()));
    }

    private void run(Caller caller, UUID id, @Nullable String rootCode) {
        try {
            whole.executeWithoutResult(transaction -> copy(caller, id, rootCode));
            cache.forget();
            apart.executeWithoutResult(any -> imports.finish(id, null));
            imports.analyse();
        } catch (RuntimeException failure) {
            LOG.error("The import of the official list failed", failure);
            apart.executeWithoutResult(any -> imports.finish(id, "failed"));
        }
    }

    private void copy(Caller caller, UUID id, @Nullable String rootCode) {
        Copy copy = new Copy(id);
        imports.openCopy();
        List<String> away = rootCode == null ? imports.lighten() : List.of();
        list.read(rootCode, copy::add);
        copy.flush();
        imports.bringBack(away);
        Map<String, Object> facts = new HashMap<>(Map.of("added", copy.added));
        facts.put("root", rootCode == null ? "all" : rootCode);
        audit.record(
                caller,
                "area.import-official",
                Subject.of("area-import", id),
                rootCode == null ? null : AreaKey.parse(rootCode),
                facts);
    }

    /** Collects rows and sends them in chunks, so that neither the list nor the progress waits for the end. */
    private final class Copy {
        private final UUID id;
        private final List<String> rows = new ArrayList<>(CHUNK);
        private int done;
        private int added;

        Copy(UUID id) {
            this.id = id;
        }

        void add(String code, String name) {
            AreaKey key = AreaKey.parse(code);
            String official = OfficialCode.of(key).orElseThrow();
            rows.add(key + "\t" + name.replaceAll("[\\\\\t\n\r]", " ") + "\t" + official + "\n");
            if (rows.size() == CHUNK) {
                flush();
            }
        }

        void flush() {
            if (!rows.isEmpty()) {
                added += imports.copy(rows);
                done += rows.size();
                rows.clear();
                apart.executeWithoutResult(any -> imports.progress(id, done, added));
            }
        }
    }
}
