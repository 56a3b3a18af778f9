package org.anshe.hazard.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anshe.hazard.internal.ElementChanges.Change;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;

/**
 * Takes one step for many hazards. Each is a transaction of its own with a result of its own: what one refuses does not
 * hold up the others, and nothing is left half done.
 */
@Service
public class TakeInBulk {

    public static final int MOST = 200;

    private final ConfirmHazard confirm;
    private final AssignHazard assign;
    private final CloseHazard close;
    private final LookBackHazard lookBack;

    TakeInBulk(ConfirmHazard confirm, AssignHazard assign, CloseHazard close, LookBackHazard lookBack) {
        this.confirm = confirm;
        this.assign = assign;
        this.close = close;
        this.lookBack = lookBack;
    }

    /** One hazard at the version the caller saw. */
    public record Item(UUID id, int version) {}

    /** What came of one; without a refusal it was done. */
    public record Result(UUID id, @Nullable ProblemException refusal) {}

    /** The step of many. */
    public sealed interface Step {

        /** Confirms as reported. A major hazard is refused: it is judged by itself. */
        record Confirm(@Nullable String note) implements Step {}

        /** @param deadline null takes the longest the clock of each allows */
        record Assign(
                UUID unitId,
                @Nullable LocalDate deadline,
                Change elements,
                @Nullable String note) implements Step {}

        record Close(@Nullable String note) implements Step {}

        record LookBack(@Nullable String note) implements Step {}
    }

    public List<Result> take(Caller caller, List<Item> items, Step step) {
        return items.stream().map(item -> one(caller, item, step)).toList();
    }

    private Result one(Caller caller, Item item, Step step) {
        try {
            switch (step) {
                case Step.Confirm it -> confirm.confirm(caller, item.id(), item.version(), null, null, it.note());
                case Step.Assign it ->
                    assign.assign(
                            caller, item.id(), item.version(), it.unitId(), it.deadline(), it.elements(), it.note());
                case Step.Close it -> close.close(caller, item.id(), item.version(), it.note(), List.of());
                case Step.LookBack it -> lookBack.lookBack(caller, item.id(), item.version(), it.note(), List.of());
            }
            return new Result(item.id(), null);
        } catch (ProblemException refusal) {
            return new Result(item.id(), refusal);
        } catch (ConcurrencyFailureException collision) {
            return new Result(item.id(), new ProblemException(SharedProblem.CONFLICT));
        }
    }
}
