package org.anshe.hazard.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.anshe.deadline.ClockState;
import org.anshe.shared.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The heads of the supervisor's board (督办看板): how many hazards are in each state of their clock. */
@Service
public class ShowBoard {

    private final BoardQueries board;

    ShowBoard(BoardQueries board) {
        this.board = board;
    }

    /**
     * One column. Its rows are the list by {@code clock}, ordered by what is due first.
     *
     * @param count up to 1000
     * @param more whether there are more than were counted
     */
    public record Column(ClockState clock, int count, boolean more) {}

    /** @param filter as for the list; its own state of the clock is left out of account */
    @Transactional(readOnly = true)
    public List<Column> show(Caller caller, HazardFilter filter) {
        Map<ClockState, Integer> counts = board.count(caller, filter, WorkQueries.MOST + 1);
        return Arrays.stream(ClockState.values())
                .map(state -> column(state, counts.getOrDefault(state, 0)))
                .toList();
    }

    private static Column column(ClockState state, int count) {
        return new Column(state, Math.min(count, WorkQueries.MOST), count > WorkQueries.MOST);
    }
}
