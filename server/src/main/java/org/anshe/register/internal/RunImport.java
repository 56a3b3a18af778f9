package org.anshe.register.internal;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.anshe.register.RegisterProblem;
import org.anshe.register.internal.ImportProgress.Cancelled;
import org.anshe.register.internal.TableImport.Choice;
import org.anshe.register.internal.TableImport.Failure;
import org.anshe.register.internal.TableImport.State;
import org.anshe.register.internal.type.RegisterType;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The steps of an import: taken in and checked in the background, then applied in the background when a person says so.
 * Each step can be cancelled while it runs; then nothing of it remains.
 */
@Service
public class RunImport {

    private static final Logger LOG = LoggerFactory.getLogger(RunImport.class);
    private static final int AT_ONCE = 2;
    private static final Duration SILENT = Duration.ofMinutes(2);

    private final ImportRepository imports;
    private final StagingRepository staging;
    private final CheckImport checkImport;
    private final ApplyImport applyImport;
    private final ImportProgress progress;
    private final TypeRepository types;
    private final Areas areas;
    private final TransactionTemplate transaction;
    private final Clock clock;
    /** Imports with a step of this process that runs or waits for its turn. */
    private final Set<UUID> mine = ConcurrentHashMap.newKeySet();

    private final ExecutorService workers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("register-import-", 0).factory());

    RunImport(
            ImportRepository imports,
            StagingRepository staging,
            CheckImport checkImport,
            ApplyImport applyImport,
            ImportProgress progress,
            TypeRepository types,
            Areas areas,
            TransactionTemplate transaction,
            Clock clock) {
        this.imports = imports;
        this.staging = staging;
        this.checkImport = checkImport;
        this.applyImport = applyImport;
        this.progress = progress;
        this.types = types;
        this.areas = areas;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Takes in a table and begins to check it. Done twice with one id, it is taken in once. */
    public TableImport begin(
            Caller caller, UUID id, String typeCode, @Nullable AreaKey area, String fileName, InputStream content) {
        RegisterType type = types.get(typeCode);
        if (type.retiredAt() != null) {
            throw new ProblemException(RegisterProblem.TYPE_RETIRED, "code", typeCode);
        }
        if (area != null) {
            areas.getActive(area);
            if (!caller.scope().coversArea(area)) {
                throw new ProblemException(RegisterProblem.OUTSIDE_AREA, "area", area.toString());
            }
        }
        boolean isNew = Boolean.TRUE.equals(transaction.execute(
                status -> imports.add(caller, id, type.code(), type.version(), fileName, area, clock.instant())));
        TableImport table = get(caller, id);
        if (isNew) {
            Path file = spool(content);
            run(table, State.CHECKING, State.FAILED, () -> {
                try {
                    checkImport.check(caller, table, file);
                } finally {
                    Files.deleteIfExists(file);
                }
            });
        }
        return table;
    }

    /** Begins to register the good rows; asked again while it runs or when it is done, it changes nothing. */
    public TableImport apply(
            Caller caller, UUID id, boolean leaveOutBadRows, Choice forDuplicates, Map<Integer, Choice> exceptions) {
        TableImport table = get(caller, id);
        if (table.state() == State.APPLYING || table.state() == State.APPLIED) {
            return table;
        }
        if (table.state() != State.CHECKED) {
            throw new ProblemException(
                    RegisterProblem.IMPORT_STATE, "state", table.state().name());
        }
        if (table.counts().bad() > 0 && !leaveOutBadRows) {
            throw new ProblemException(
                    RegisterProblem.IMPORT_HAS_BAD_ROWS, "bad", table.counts().bad());
        }
        boolean isMine = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean moved = imports.move(id, State.CHECKED, State.APPLYING, clock.instant());
            if (moved) {
                staging.choose(id, forDuplicates, exceptions);
            }
            return moved;
        }));
        if (isMine) {
            run(table, State.APPLYING, State.CHECKED, () -> applyImport.apply(caller, table));
        }
        return get(caller, id);
    }

    /** Stops an import wherever it is, unless it is done. */
    public TableImport cancel(Caller caller, UUID id) {
        transaction.executeWithoutResult(status -> {
            TableImport table = get(caller, id);
            boolean isOpen = table.state() == State.CHECKING
                    || table.state() == State.CHECKED
                    || table.state() == State.APPLYING;
            if (isOpen && imports.move(id, table.state(), State.CANCELLED, clock.instant())) {
                staging.drop(id);
            }
        });
        return get(caller, id);
    }

    /** Imports whose process ended in the middle are told so; checked ones can be applied again. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT20S")
    void failSilent() {
        imports.touch(Set.copyOf(mine), clock.instant());
        imports.failSilent(
                clock.instant().minus(SILENT),
                new Failure("/problems/register/import-interrupted", Map.of()),
                clock.instant());
    }

    private TableImport get(Caller caller, UUID id) {
        return imports.find(caller, id).orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
    }

    private interface Step {
        void run() throws Exception;
    }

    private void run(TableImport table, State running, State afterFailure, Step step) {
        mine.add(table.id());
        workers.execute(() -> {
            try {
                step.run();
            } catch (Cancelled cancelled) {
                LOG.info("Import {} was cancelled", table.id());
            } catch (ProblemException refusal) {
                progress.failed(
                        table.id(),
                        running,
                        afterFailure,
                        new Failure(refusal.type().type(), refusal.members()));
            } catch (Exception | OutOfMemoryError failure) {
                LOG.error("Import {} failed", table.id(), failure);
                progress.failed(
                        table.id(), running, afterFailure, new Failure(SharedProblem.INTERNAL.type(), Map.of()));
            } finally {
                mine.remove(table.id());
            }
        });
    }

    private static Path spool(InputStream content) {
        try (content) {
            Path file = Files.createTempFile("anshe-import", ".table");
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }
}
