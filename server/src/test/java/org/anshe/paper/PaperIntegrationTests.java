package org.anshe.paper;

import static org.anshe.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.anshe.organisation.Units;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.Sha256;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.MovableClock;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class PaperIntegrationTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JsonMapper json;

    @Autowired
    Papers papers;

    @Autowired
    TestAreas areas;

    @Autowired
    TestPeople people;

    @Autowired
    Units units;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    private PaperStreet street;

    @BeforeEach
    void anOrgan() throws Exception {
        clock.set(Instant.parse("2026-09-01T02:00:00Z"));
        street = new PaperStreet(mvc, json, papers, areas, people, units);
    }

    private static String pdfText(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    private static int pages(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    private static String wordText(byte[] docx) throws Exception {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            return extractor.getText().replaceAll("\\s", "");
        }
    }

    private JsonNode verify(String token) throws Exception {
        return json.readTree(mvc.perform(get("/api/paper-verifications/" + token))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    }

    private List<@Nullable String> acts(UUID paper) {
        return sql.queryForList(
                "select action from audit.entry where subject_kind = 'paper' and subject_id = ? order by id",
                String.class,
                paper.toString());
    }

    @Test
    void bothFilesSayWhatIsKnownInChinese() throws Exception {
        UUID id = street.draft(Map.of("recipientPerson", "周小满", "requirement", "清空楼道并张贴禁令"), 1);
        String number = street.issued(id);

        assertThat(number).isEqualTo("青安责改〔2026〕第1号");
        for (String text : List.of(pdfText(street.file(id, "pdf")), wordText(street.file(id, "word")))) {
            assertThat(text)
                    .contains(PaperStreet.ORGAN)
                    .contains("青安责改〔2026〕第1号")
                    .contains("责令限期整改指令书")
                    .contains("桂园小吃店：")
                    .contains("（负责人：周小满）")
                    .contains("第1处：楼道内堆放杂物")
                    .contains("于2026年9月30日前")
                    .contains("整改要求：清空楼道并张贴禁令")
                    .contains("（沈一鸣）")
                    .contains("2026年9月1日")
                    .doesNotContain("草稿");
        }
    }

    @Test
    void whatIsUnknownDropsItsClauseOrLeavesALineAndNeverPrintsNull() throws Exception {
        UUID id = Ids.next();
        papers.draft(
                street.office,
                id,
                "order-to-rectify",
                street.organ,
                street.subject(),
                new Papers.Facts(Map.of("recipient", "桂园小吃店", "basis", "  "), List.of()));
        String text = pdfText(street.file(id, "pdf"));

        assertThat(text)
                .contains("我单位发现你单位存在下列安全隐患")
                .contains("____年__月__日前")
                .contains("草稿")
                .doesNotContain("null")
                .doesNotContain("（负责人")
                .doesNotContain("依据")
                .doesNotContain("〔2026〕");
        assertThat(wordText(street.file(id, "word"))).contains("联系人及电话：____").doesNotContain("null");
        street.sign(id, "inspector", "沈一鸣").andExpect(status().isNoContent());
        street.issue(id)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/paper/incomplete"))
                .andExpect(jsonPath("$.missing").value("整改期限"));
    }

    @Test
    void manyHazardsGoOnToMorePagesUnderTheHeadAgain() throws Exception {
        UUID id = street.draft(Map.of(), 40);
        street.issued(id);
        byte[] pdf = street.file(id, "pdf");

        assertThat(pages(pdf)).isGreaterThanOrEqualTo(2);
        assertThat(pdfText(pdf)).contains("第40处").contains("—2—");
        assertThat(pdfText(pdf).split("隐患（问题）", -1).length - 1).as("heads").isGreaterThanOrEqualTo(2);
        assertThat(pdf.length).as("only the characters shown are inside").isLessThan(300_000);
        assertThat(wordText(street.file(id, "word"))).contains("第40处");
    }

    @Test
    void aRowLongerThanAPageIsSetWhole() throws Exception {
        String endless = "墙面开裂，".repeat(380) + "完";
        UUID id = street.draft(
                "order-to-rectify",
                Map.of("recipient", "桂园小吃店", "deadline", "2026-09-30"),
                List.of(Map.of("problem", endless)));

        assertThat(pdfText(street.file(id, "pdf"))).contains("完");
        assertThat(pages(street.file(id, "pdf"))).isGreaterThanOrEqualTo(3);
    }

    @Test
    void numbersHaveNoGapsWhenManyIssueAtOnce() throws Exception {
        int issuers = 12;
        List<UUID> drafts = new ArrayList<>();
        for (int i = 0; i < issuers; i++) {
            UUID id = street.draft(Map.of(), 1);
            street.sign(id, "inspector", "沈一鸣").andExpect(status().isNoContent());
            drafts.add(id);
        }
        int version = street.version(drafts.getFirst());
        List<Future<Boolean>> done = new ArrayList<>();
        try (ExecutorService all = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < issuers; i++) {
                UUID id = drafts.get(i);
                boolean fails = i % 4 == 3;
                Callable<Boolean> issuing = () -> transaction.execute(status -> {
                    papers.issue(street.office, id, version);
                    if (fails) {
                        status.setRollbackOnly();
                    }
                    return fails;
                });
                done.add(all.submit(issuing));
            }
        }
        for (Future<Boolean> one : done) {
            one.get();
        }
        List<@Nullable Integer> numbers = sql.queryForList(
                "select number from paper.paper where unit_id = ? and number is not null order by number",
                Integer.class,
                street.organ);

        assertThat(numbers).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(street.issued(street.draft(Map.of(), 1))).isEqualTo("青安责改〔2026〕第10号");
    }

    @Test
    void eachKindAndYearCountsForItself() throws Exception {
        assertThat(street.issued(street.draft(Map.of(), 1))).isEqualTo("青安责改〔2026〕第1号");
        UUID bulletin = street.draft(
                "bulletin", Map.of("recipient", "各社区", "event", "近期抽查情况如下。", "requirement", "请抓紧整改。"), List.of());
        street.issue(bulletin)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.number").value("青安通〔2026〕第1号"));
        // Half past midnight of the new year in the office, still the old one in UTC.
        clock.set(Instant.parse("2026-12-31T16:30:00Z"));
        assertThat(street.issued(street.draft(Map.of(), 1))).isEqualTo("青安责改〔2027〕第1号");
    }

    @Test
    void theDatabaseRefusesToChangeWhatWasIssued() throws Exception {
        UUID id = street.draft(Map.of(), 1);
        street.issued(id);
        for (String change : List.of(
                "update paper.paper set content = '{}' where id = ?",
                "update paper.paper set number = 99 where id = ?",
                "update paper.paper set organ_name = '别处' where id = ?",
                "update paper.paper set state = 'DRAFT' where id = ?",
                "delete from paper.paper where id = ?",
                "update paper.file set content = 'x' where paper_id = ?",
                "delete from paper.file where paper_id = ?",
                "update paper.signature set name = '别人' where paper_id = ?",
                "delete from paper.signature where paper_id = ?")) {
            assertThatThrownBy(() -> sql.update(change, id)).as(change).isInstanceOf(RuntimeException.class);
        }
        assertThatThrownBy(() -> sql.update("update paper.counter set last = 7 where unit_id = ?", street.organ))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void aPaperThatIsNotSignedIsNotIssued() throws Exception {
        UUID id = street.draft(Map.of(), 1);
        street.issue(id)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/paper/not-signed"))
                .andExpect(jsonPath("$.missing").value("检查人员（签名）"));
        assertThat(sql.queryForObject("select count(*) from paper.counter where unit_id = ?", Long.class, street.organ))
                .isZero();
    }

    @Test
    void changingTheTextTakesTheSignaturesBack() throws Exception {
        UUID id = street.draft(Map.of(), 1);
        street.sign(id, "inspector", "沈一鸣").andExpect(status().isNoContent());
        assertThat(street.view(id).get("state").asString()).isEqualTo("SIGNED");

        street.change(street.office, id, Map.of("recipient", "松林五金店", "deadline", "2026-10-01"))
                .andExpect(status().isNoContent());

        assertThat(street.view(id).get("state").asString()).isEqualTo("DRAFT");
        assertThat(street.view(id).get("signatures")).isEmpty();
        assertThat(acts(id)).containsExactly("paper.draft", "paper.sign", "paper.change");
    }

    @Test
    void aRefusalToSignNeedsAWitnessAndIsPrinted() throws Exception {
        UUID id = street.draft(Map.of(), 1);
        Map<String, Object> refusal = Map.of("id", Ids.next(), "place", "receiver", "name", "周小满", "way", "REFUSED");
        street.step(street.office, id, "signatures", refusal).andExpect(status().isBadRequest());
        Map<String, Object> witnessed = new java.util.HashMap<>(refusal);
        witnessed.put("witness", "孟长河");
        street.step(street.office, id, "signatures", witnessed).andExpect(status().isNoContent());
        witnessed.put("place", "inspector");
        witnessed.put("id", Ids.next());
        street.step(street.office, id, "signatures", witnessed)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/paper/no-refusal-here"));
        street.issued(id);

        assertThat(pdfText(street.file(id, "pdf"))).contains("周小满拒绝签名，见证人：孟长河");
    }

    @Test
    void anEmptyOrForeignPictureIsNoSignature() throws Exception {
        UUID id = street.draft(Map.of(), 1);
        String blank = java.util.Base64.getEncoder().encodeToString(blank());
        for (String image : List.of(blank, "aGFsbG8=", "")) {
            street.step(
                            street.office,
                            id,
                            "signatures",
                            Map.of(
                                    "id",
                                    Ids.next(),
                                    "place",
                                    "inspector",
                                    "name",
                                    "沈一鸣",
                                    "way",
                                    "DRAWN",
                                    "image",
                                    image))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.type").value("/problems/paper/bad-signature"));
        }
    }

    private static byte[] blank() throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(
                new java.awt.image.BufferedImage(40, 20, java.awt.image.BufferedImage.TYPE_INT_ARGB), "png", out);
        return out.toByteArray();
    }

    @Test
    void theSealIsUsedByThoseWhoMayAndEveryUseIsOnTheTrail() throws Exception {
        UUID id = street.draft(Map.of(), 1);
        street.step(street.office, id, "stamp", Map.of("stamped", true))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/paper/no-stamp"));
        street.setStamp(street.worker, PaperStreet.picture(300, 300)).andExpect(status().isForbidden());
        street.setStamp(street.office, PaperStreet.picture(60, 60)).andExpect(status().isBadRequest());
        street.setStamp(street.office, PaperStreet.picture(300, 300)).andExpect(status().isNoContent());
        street.step(street.worker, id, "stamp", Map.of("stamped", true)).andExpect(status().isForbidden());
        street.step(street.office, id, "stamp", Map.of("stamped", true)).andExpect(status().isNoContent());

        assertThat(street.view(id).get("stamped").asBoolean()).isTrue();
        assertThat(acts(id)).containsExactly("paper.draft", "paper.stamp");
    }

    @Test
    void anybodyCanSeeThatAPaperIsGenuineAndNothingAboutPersons() throws Exception {
        UUID id = street.draft(Map.of("recipientPerson", "周小满"), 1);
        street.issued(id);
        String token = street.view(id).get("token").asString();
        JsonNode answer = verify(token);

        assertThat(token.length()).isGreaterThanOrEqualTo(22);
        assertThat(answer.get("verdict").asString()).isEqualTo("GENUINE");
        assertThat(answer.get("number").asString()).isEqualTo("青安责改〔2026〕第1号");
        assertThat(answer.get("organ").asString()).isEqualTo(PaperStreet.ORGAN);
        assertThat(answer.get("pdfSha256").asString()).isEqualTo(Sha256.hex(street.file(id, "pdf")));
        assertThat(answer.get("wordSha256").asString()).isEqualTo(Sha256.hex(street.file(id, "word")));
        assertThat(answer.toString())
                .doesNotContain("周小满")
                .doesNotContain("沈一鸣")
                .doesNotContain("桂园小吃店");
        mvc.perform(get("/api/paper-verifications/AAAAAAAAAAAAAAAAAAAAAAAA")).andExpect(status().isNotFound());
    }

    @Test
    void aVoidPaperKeepsItsNumberAndIsShownAsVoid() throws Exception {
        UUID id = street.draft(Map.of(), 1);
        String number = street.issued(id);
        street.step(street.office, id, "void", Map.of("reason", "整改期限写错，另行制发")).andExpect(status().isNoContent());

        assertThat(verify(street.view(id).get("token").asString())
                        .get("verdict")
                        .asString())
                .isEqualTo("VOID");
        assertThat(street.view(id).get("number").asString()).isEqualTo(number);
        assertThat(street.issued(street.draft(Map.of(), 1))).isEqualTo("青安责改〔2026〕第2号");
        street.step(street.office, id, "service", Map.of("way", "DIRECT", "on", "2026-09-01", "to", "周小满"))
                .andExpect(status().isConflict());
    }

    @Test
    void aChangeBehindTheApplicationsBackIsShown() throws Exception {
        UUID id = street.draft(Map.of(), 1);
        street.issued(id);
        String token = street.view(id).get("token").asString();
        sql.execute("alter table paper.paper disable trigger paper_issued_frozen");
        try {
            sql.update(
                    "update paper.paper set content = jsonb_set(content, '{values,deadline}', '\"2027-09-30\"') where id = ?",
                    id);
        } finally {
            sql.execute("alter table paper.paper enable trigger paper_issued_frozen");
        }

        assertThat(verify(token).get("verdict").asString()).isEqualTo("ALTERED");
    }

    @Test
    void askingTooOftenFromOneAddressIsRefused() throws Exception {
        int last = 0;
        for (int i = 0; i < 31; i++) {
            last = mvc.perform(get("/api/paper-verifications/AAAAAAAAAAAAAAAAAAAAAAAA")
                            .with(request -> {
                                request.setRemoteAddr("203.0.113.9");
                                return request;
                            }))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        }
        assertThat(last).isEqualTo(429);
    }

    @Test
    void serviceIsRecordedOnceAndNotBeforeThePaperWasThere() throws Exception {
        UUID id = street.draft(Map.of(), 1);
        street.issued(id);
        Map<String, Object> early = Map.of("way", "DIRECT", "on", "2026-08-31", "to", "周小满");
        street.step(street.office, id, "service", early).andExpect(status().isBadRequest());
        Map<String, Object> unwitnessed = Map.of("way", "LEFT", "on", "2026-09-01", "to", "周小满");
        street.step(street.office, id, "service", unwitnessed)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/paper/witness-needed"));
        Map<String, Object> service = Map.of("way", "LEFT", "on", "2026-09-01", "to", "周小满", "note", "见证人孟长河");
        street.step(street.office, id, "service", service).andExpect(status().isNoContent());
        street.step(street.office, id, "service", service).andExpect(status().isConflict());

        assertThat(street.view(id).get("state").asString()).isEqualTo("SERVED");
        assertThat(acts(id)).containsExactly("paper.draft", "paper.sign", "paper.issue", "paper.serve");
    }

    @Test
    void strangersAndNeighboursDoNotFindIt() throws Exception {
        UUID id = street.draft(Map.of(), 1);
        mvc.perform(get("/api/papers/" + id)).andExpect(status().isUnauthorized());
        Caller neighbour = people.with("street-office", areas.street("白沙街道"));
        street.get(neighbour, "/api/papers/" + id).andExpect(status().isNotFound());
        mvc.perform(get("/api/papers").with(as(neighbour)))
                .andExpect(jsonPath("$.items").isEmpty());
        street.step(neighbour, id, "issue", Map.of()).andExpect(status().isNotFound());
        street.step(people.with("auditor", street.street), id, "issue", Map.of())
                .andExpect(status().isForbidden());
        street.step(street.worker, id, "issue", Map.of())
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.permission").value("paper.issue"));
        street.setUp(neighbour, 1, "白安").andExpect(status().isNotFound());
    }

    @Test
    void theOneItIsWrittenToSeesItOnceItIsIssued() throws Exception {
        UUID id = street.draft(Map.of(), 1);
        street.get(street.shopOwner, "/api/papers/" + id).andExpect(status().isNotFound());
        street.get(street.shopOwner, "/api/papers")
                .andExpect(jsonPath("$.items").isEmpty());
        street.issued(id);
        street.get(street.shopOwner, "/api/papers/" + id)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.offers").isEmpty());
        street.get(street.shopOwner, "/api/papers")
                .andExpect(jsonPath("$.items[0].id").value(id.toString()));
    }

    @Test
    void whoWasNotQuickEnoughIsTold() throws Exception {
        UUID id = street.draft(Map.of(), 1);
        int seen = street.version(id);
        street.sign(id, "inspector", "沈一鸣").andExpect(status().isNoContent());
        street.step(street.office, id, "issue", Map.of("version", seen)).andExpect(status().isConflict());
    }

    @Test
    void sendingTheSameDraftTwiceMakesOne() {
        UUID id = Ids.next();
        Papers.Subject subject = street.subject();
        Papers.Facts facts = new Papers.Facts(Map.of(), List.of());
        papers.draft(street.office, id, "order-to-rectify", street.organ, subject, facts);
        papers.draft(street.office, id, "order-to-rectify", street.organ, subject, facts);

        assertThat(papers.bySubject(street.office, "hazard", subject.id())).hasSize(1);
        assertThatThrownBy(() -> papers.draft(street.office, id, "bulletin", street.organ, subject, facts))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void thePagesAreShownAsPictures() throws Exception {
        UUID id = street.draft(Map.of(), 40);
        street.get(street.office, "/api/papers/" + id + "/pages")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.pages.length()").value(pages(street.file(id, "pdf"))));
    }
}
