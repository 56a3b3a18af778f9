package org.anshe.campaign.internal.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.anshe.campaign.internal.reading.PlanText.Span;

/** Tables of a plan whose header row says what the columns hold: 任务, 牵头单位, 配合单位, 完成时限. */
final class PlanTables {

    private static final int HEADER_CELL = 16;
    private static final String KIND = "(?:责任)?(?:单位|部门|科室|处室|股室|机构)";
    private static final String TAIL = "(?:及(?:责任人|其?职责|人员))?(?:\\([^()]{1,12}\\))?";
    private static final Pattern LEAD =
            Pattern.compile("[市区县镇省]?级?(?:牵头|主办|主责|承办|负责|责任|实施|落实|主要责任|第一责任)" + KIND + TAIL + "|责任主体|实施主体|牵头责任主体");
    private static final Pattern COOPERATE = Pattern.compile("[市区县镇省]?级?(?:配合|协办|参与|参加|协同|协助|协作|联办|会办)" + KIND + TAIL);
    private static final Pattern DEADLINE = Pattern.compile(
            "(?:完成|整改|办结|工作|任务|计划完成|序时|报送)?(?:时限|期限|截止(?:时间|日期))(?:要求)?|(?:完成|整改|办结|计划完成|报送)(?:时间|日期|节点)(?:要求)?|时间(?:要求|节点)|时限及要求");
    private static final Pattern PHASE = Pattern.compile("(?:实施|工作|整治|行动)?(?:阶段|步骤)(?:名称|划分)?");
    private static final Pattern TIME = Pattern.compile("(?:起止|实施|工作|整治|计划)?时间(?:安排|节点|段|进度)?|(?:时间)?进度(?:安排)?");
    private static final Pattern TASK = Pattern.compile("[^\\t]{0,6}(?:任务|内容|事项|措施|项目|问题|隐患|举措|要求)[^\\t]{0,4}");

    /** What a column holds. */
    enum Role {
        LEAD,
        COOPERATE,
        DEADLINE,
        TASK,
        PHASE,
        TIME,
        OTHER
    }

    /** One cell below a header. */
    record Cell(Span span, Role role) {}

    private final List<List<Cell>> rows;

    private PlanTables(List<List<Cell>> rows) {
        this.rows = List.copyOf(rows);
    }

    static PlanTables in(List<PlanText> texts) {
        List<List<Cell>> rows = new ArrayList<>(texts.size());
        List<Role> header = List.of();
        for (PlanText text : texts) {
            List<Span> cells = cells(text.plain());
            List<Role> roles = cells.size() < 2 ? List.of() : roles(text.plain(), cells);
            if (cells.size() < 2 || !roles.isEmpty()) {
                header = roles;
                rows.add(List.of());
            } else {
                rows.add(row(cells, header));
            }
        }
        return new PlanTables(rows);
    }

    /** The cells of a row in a table with a header; none for any other paragraph. */
    List<Cell> cells(int paragraph) {
        return rows.get(paragraph);
    }

    boolean isDeadline(int paragraph, int index) {
        return rows.get(paragraph).stream()
                .anyMatch(cell -> cell.role() == Role.DEADLINE && cell.span().contains(index));
    }

    /** The name of the phase whose time stands at a position. */
    Optional<Span> phase(int paragraph, int index) {
        List<Cell> row = rows.get(paragraph);
        boolean timed = row.stream()
                .anyMatch(cell -> cell.role() == Role.TIME && cell.span().contains(index));
        return row.stream()
                .filter(cell -> timed
                        && cell.role() == Role.PHASE
                        && cell.span().end() > cell.span().start())
                .map(Cell::span)
                .findFirst();
    }

    /** The cell that says what is to be done. */
    Optional<Span> task(int paragraph) {
        return rows.get(paragraph).stream()
                .filter(cell -> cell.role() == Role.TASK
                        && cell.span().end() > cell.span().start())
                .map(Cell::span)
                .reduce((first, second) -> second);
    }

    private static List<Span> cells(String plain) {
        List<Span> cells = new ArrayList<>();
        int start = 0;
        for (int tab = plain.indexOf('\t'); tab >= 0; tab = plain.indexOf('\t', start)) {
            cells.add(new Span(start, tab));
            start = tab + 1;
        }
        cells.add(new Span(start, plain.length()));
        return cells;
    }

    /** The roles of a header row; none when the row is no header. */
    private static List<Role> roles(String plain, List<Span> cells) {
        if (cells.stream().anyMatch(cell -> cell.end() - cell.start() > HEADER_CELL)) {
            return List.of();
        }
        List<Role> roles = cells.stream().map(cell -> role(cell.of(plain))).toList();
        boolean phases = roles.contains(Role.PHASE) && roles.contains(Role.TIME);
        boolean header =
                phases || roles.contains(Role.LEAD) || roles.contains(Role.COOPERATE) || roles.contains(Role.DEADLINE);
        return header ? roles : List.of();
    }

    private static Role role(String cell) {
        if (LEAD.matcher(cell).matches()) {
            return Role.LEAD;
        }
        if (COOPERATE.matcher(cell).matches()) {
            return Role.COOPERATE;
        }
        if (DEADLINE.matcher(cell).matches()) {
            return Role.DEADLINE;
        }
        if (PHASE.matcher(cell).matches()) {
            return Role.PHASE;
        }
        if (TIME.matcher(cell).matches()) {
            return Role.TIME;
        }
        return TASK.matcher(cell).matches() ? Role.TASK : Role.OTHER;
    }

    /** A row with more or fewer cells than the header cannot be told by columns. */
    private static List<Cell> row(List<Span> cells, List<Role> header) {
        if (cells.size() != header.size()) {
            return List.of();
        }
        List<Cell> row = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            row.add(new Cell(cells.get(i), header.get(i)));
        }
        return row;
    }
}
