package org.anshe.paper.internal;

import static org.anshe.paper.internal.db.Tables.FILE;
import static org.anshe.paper.internal.db.Tables.PAPER_;
import static org.anshe.paper.internal.db.Tables.SIGNATURE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anshe.paper.PaperState;
import org.anshe.paper.Papers.Subject;
import org.anshe.paper.internal.db.tables.records.PaperRecord;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Papers with their signatures and, once issued, their files. */
@Repository
class PaperRepository {

    private final DSLContext sql;
    private final JsonMapper json;

    PaperRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The two forms a paper is issued in. */
    enum Format {
        PDF,
        WORD
    }

    Optional<Paper> find(UUID id) {
        return sql.selectFrom(PAPER_).where(PAPER_.ID.eq(id)).fetchOptional(this::paper);
    }

    /** The paper, so that nobody else changes it until the transaction ends. */
    Optional<Paper> lock(UUID id) {
        return sql.selectFrom(PAPER_).where(PAPER_.ID.eq(id)).forUpdate().fetchOptional(this::paper);
    }

    Optional<Paper> findByToken(String token) {
        return sql.selectFrom(PAPER_).where(PAPER_.TOKEN.eq(token)).fetchOptional(this::paper);
    }

    /** Adds a draft; false when there is a paper of this id already. */
    boolean add(Paper paper) {
        return sql.insertInto(PAPER_)
                        .set(PAPER_.ID, paper.id())
                        .set(PAPER_.KIND, paper.kind())
                        .set(PAPER_.KIND_VERSION, paper.kindVersion())
                        .set(PAPER_.STATE, paper.state().name())
                        .set(PAPER_.UNIT_ID, paper.organ().unitId())
                        .set(PAPER_.ORGAN_NAME, paper.organ().name())
                        .set(PAPER_.ABBREVIATION, paper.organ().abbreviation())
                        .set(PAPER_.SUBJECT_KIND, paper.subject().kind())
                        .set(PAPER_.SUBJECT_ID, paper.subject().id())
                        .set(PAPER_.SUBJECT_UNIT_ID, paper.subject().unitId())
                        .set(PAPER_.SUBJECT_NAME, paper.subject().name())
                        .set(PAPER_.AREA_KEY, paper.subject().area().value())
                        .set(PAPER_.VIEW_PERMISSION, paper.subject().viewPermission())
                        .set(PAPER_.CONTENT, jsonb(paper.content()))
                        .set(PAPER_.CREATED_AT, paper.created().at())
                        .set(PAPER_.CREATED_BY, paper.created().by())
                        .set(PAPER_.CREATED_BY_NAME, paper.created().byName())
                        .onConflict(PAPER_.ID)
                        .doNothing()
                        .execute()
                > 0;
    }

    /** What a draft says, and whether it bears the seal. */
    void rewrite(Paper paper, PaperContent content, PaperState state, boolean stamped) {
        changed(sql.update(PAPER_)
                .set(PAPER_.CONTENT, jsonb(content))
                .set(PAPER_.STATE, state.name())
                .set(PAPER_.STAMPED, stamped)
                .set(PAPER_.VERSION, paper.version() + 1)
                .where(PAPER_.ID.eq(paper.id()))
                .and(PAPER_.VERSION.eq(paper.version()))
                .execute());
    }

    void issue(Paper paper, Paper.Issued issued) {
        changed(sql.update(PAPER_)
                .set(PAPER_.STATE, PaperState.ISSUED.name())
                .set(PAPER_.ORGAN_NAME, paper.organ().name())
                .set(PAPER_.ABBREVIATION, paper.organ().abbreviation())
                .set(PAPER_.YEAR, issued.year())
                .set(PAPER_.NUMBER, issued.number())
                .set(PAPER_.TOKEN, issued.token())
                .set(PAPER_.ISSUED_ON, issued.on())
                .set(PAPER_.CONTENT_SHA256, issued.contentSha256())
                .set(PAPER_.ISSUED_AT, issued.at())
                .set(PAPER_.ISSUED_BY_NAME, issued.byName())
                .set(PAPER_.VERSION, paper.version() + 1)
                .where(PAPER_.ID.eq(paper.id()))
                .and(PAPER_.VERSION.eq(paper.version()))
                .execute());
    }

    void keep(UUID paper, Format format, byte[] content, String sha256) {
        sql.insertInto(FILE)
                .set(FILE.PAPER_ID, paper)
                .set(FILE.FORMAT, format.name())
                .set(FILE.CONTENT, content)
                .set(FILE.SHA256, sha256)
                .execute();
    }

    void serve(Paper paper, Paper.Served served) {
        changed(sql.update(PAPER_)
                .set(PAPER_.STATE, PaperState.SERVED.name())
                .set(PAPER_.SERVED_WAY, served.way().name())
                .set(PAPER_.SERVED_ON, served.on())
                .set(PAPER_.SERVED_TO, served.to())
                .set(PAPER_.SERVED_NOTE, served.note())
                .set(PAPER_.SERVED_AT, served.at())
                .set(PAPER_.SERVED_BY_NAME, served.byName())
                .set(PAPER_.VERSION, paper.version() + 1)
                .where(PAPER_.ID.eq(paper.id()))
                .and(PAPER_.VERSION.eq(paper.version()))
                .execute());
    }

    void end(Paper paper, PaperState state, Paper.Ended ended) {
        changed(sql.update(PAPER_)
                .set(PAPER_.STATE, state.name())
                .set(PAPER_.ENDED_AT, ended.at())
                .set(PAPER_.ENDED_BY_NAME, ended.byName())
                .set(PAPER_.ENDED_WHY, ended.why())
                .set(PAPER_.VERSION, paper.version() + 1)
                .where(PAPER_.ID.eq(paper.id()))
                .and(PAPER_.VERSION.eq(paper.version()))
                .execute());
    }

    void move(Subject subject) {
        sql.update(PAPER_)
                .set(PAPER_.AREA_KEY, subject.area().value())
                .set(PAPER_.SUBJECT_UNIT_ID, subject.unitId())
                .where(PAPER_.SUBJECT_KIND.eq(subject.kind()))
                .and(PAPER_.SUBJECT_ID.eq(subject.id()))
                .execute();
    }

    /** The signatures that count, in the order they were given. */
    List<Signature> signatures(UUID paper) {
        return sql.selectFrom(SIGNATURE)
                .where(SIGNATURE.PAPER_ID.eq(paper))
                .and(SIGNATURE.WITHDRAWN_AT.isNull())
                .orderBy(SIGNATURE.RECORDED_AT, SIGNATURE.ID)
                .fetch(row -> new Signature(
                        row.getId(),
                        row.getPlace(),
                        row.getName(),
                        Signature.Way.valueOf(row.getWay()),
                        row.getWitness(),
                        row.getImage(),
                        row.getRecordedAt(),
                        row.getRecordedBy()));
    }

    /** Adds a signature; nothing happens when it is there already. */
    void sign(UUID paper, Signature signature) {
        sql.insertInto(SIGNATURE)
                .set(SIGNATURE.ID, signature.id())
                .set(SIGNATURE.PAPER_ID, paper)
                .set(SIGNATURE.PLACE, signature.place())
                .set(SIGNATURE.NAME, signature.name())
                .set(SIGNATURE.WAY, signature.way().name())
                .set(SIGNATURE.WITNESS, signature.witness())
                .set(SIGNATURE.IMAGE, signature.image())
                .set(SIGNATURE.RECORDED_AT, signature.recordedAt())
                .set(SIGNATURE.RECORDED_BY, signature.recordedBy())
                .onConflict(SIGNATURE.ID)
                .doNothing()
                .execute();
    }

    /** Takes all signatures of a draft back. */
    void withdrawSignatures(UUID paper, Instant at) {
        sql.update(SIGNATURE)
                .set(SIGNATURE.WITHDRAWN_AT, at)
                .where(SIGNATURE.PAPER_ID.eq(paper))
                .and(SIGNATURE.WITHDRAWN_AT.isNull())
                .execute();
    }

    Optional<byte[]> file(UUID paper, Format format) {
        return sql.select(FILE.CONTENT)
                .from(FILE)
                .where(FILE.PAPER_ID.eq(paper))
                .and(FILE.FORMAT.eq(format.name()))
                .fetchOptional(FILE.CONTENT);
    }

    /** The hash kept of a file, if its bytes still have it. */
    Optional<String> intactSha256(UUID paper, Format format) {
        return sql.select(FILE.SHA256)
                .from(FILE)
                .where(FILE.PAPER_ID.eq(paper))
                .and(FILE.FORMAT.eq(format.name()))
                .and(DSL.condition("{0} = encode(sha256({1}), 'hex')", FILE.SHA256, FILE.CONTENT))
                .fetchOptional(FILE.SHA256);
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw new OptimisticLockingFailureException("The paper was changed meanwhile");
        }
    }

    private JSONB jsonb(PaperContent content) {
        return JSONB.valueOf(json.writeValueAsString(content));
    }

    private Paper paper(PaperRecord row) {
        return PaperRows.paper(row, json.readValue(row.getContent().data(), PaperContent.class));
    }
}
