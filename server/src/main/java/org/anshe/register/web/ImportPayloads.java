package org.anshe.register.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.register.internal.TableImport;
import org.anshe.register.internal.TableImport.Choice;
import org.anshe.shared.AreaKey;
import org.anshe.shared.LocalText;
import org.jspecify.annotations.Nullable;

/** What is said about imports over HTTP. */
final class ImportPayloads {

    private ImportPayloads() {}

    /** An upload that was taken in, in the form every upload answers. */
    record TakenTable(UUID id, String name, long size, TableImport progress) {}

    /** What is wrong with a cell and what to do about it; no column when it is the row as a whole. */
    record CellError(
            @Nullable String column, String code, @Nullable String value, LocalText text) {}

    record BadRow(int row, List<String> cells, List<CellError> errors) {}

    /** A row that seems to be an object registered before; {@code by} is {@code name} or {@code credit-code}. */
    record DuplicateRow(
            int row,
            String name,
            AreaKey area,
            @Nullable String areaName,
            UUID objectId,
            String objectName,
            @Nullable String objectAddress,
            String by) {}

    /**
     * What becomes of the rows.
     *
     * @param leaveOutBadRows agreed that rows with errors are left out
     * @param duplicates for rows that seem to be known objects
     * @param exceptions another choice for single rows, by row number
     */
    record ImportDecision(
            boolean leaveOutBadRows,
            @NotNull Choice duplicates,
            @Size(max = 2000) @Nullable Map<Integer, Choice> exceptions) {}
}
