package org.anshe.hazard.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.anshe.hazard.HazardStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a state offers by name is what its type has as methods, so that the two cannot part. */
class HazardStateTests {

    private static final Map<String, HazardAction> STEPS = Map.ofEntries(
            Map.entry("confirm", HazardAction.CONFIRM),
            Map.entry("reject", HazardAction.REJECT),
            Map.entry("markDuplicate", HazardAction.MARK_DUPLICATE),
            Map.entry("assign", HazardAction.ASSIGN),
            Map.entry("submit", HazardAction.SUBMIT),
            Map.entry("handBack", HazardAction.HAND_BACK),
            Map.entry("handOver", HazardAction.HAND_OVER),
            Map.entry("fixOnSpot", HazardAction.FIX_ON_SPOT),
            Map.entry("close", HazardAction.CLOSE),
            Map.entry("giveBack", HazardAction.RETURN),
            Map.entry("disprove", HazardAction.RETURN),
            Map.entry("lookBack", HazardAction.LOOK_BACK),
            Map.entry("reopen", HazardAction.REOPEN),
            Map.entry("accept", HazardAction.ACCEPT_HAND_OVER),
            Map.entry("refuse", HazardAction.REFUSE_HAND_OVER),
            Map.entry("decide", HazardAction.DECIDE_OWNER));

    /** What a state was, and the same state with another end: no steps. */
    private static final Set<String> FACTS = Set.of("closing", "until");

    static Stream<Class<?>> states() {
        return leaves(HazardState.class);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(HazardStateTests::leaves)
                        .distinct()
                : Stream.of(type);
    }

    @ParameterizedTest
    @MethodSource("states")
    void offersExactlyTheStepsOfItsType(Class<?> type) throws Exception {
        Set<HazardAction> methods = new TreeSet<>();
        for (Method method : type.getMethods()) {
            if (HazardState.class.isAssignableFrom(method.getReturnType()) && !FACTS.contains(method.getName())) {
                assertThat(STEPS).containsKey(method.getName());
                methods.add(STEPS.get(method.getName()));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (HazardState.class.isAssignableFrom(method.getReturnType()) && STEPS.containsKey(method.getName())) {
                methods.add(STEPS.get(method.getName()));
            }
        }
        Set<HazardAction> offered = new TreeSet<>(HazardAction.offeredBy(any(type)));
        // Settling the elements changes no state, so no state has a method for it.
        offered.remove(HazardAction.PLAN);
        assertThat(offered).isEqualTo(methods);
    }

    @org.junit.jupiter.api.Test
    void hasATypeForEveryStatus() throws Exception {
        Set<HazardStatus> statuses = new TreeSet<>();
        for (Class<?> type : states().toList()) {
            statuses.add(any(type).status());
        }
        assertThat(statuses).containsExactly(HazardStatus.values());
    }

    private static HazardState any(Class<?> type) throws Exception {
        var constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object[] values = Arrays.stream(constructor.getParameterTypes())
                .map(parameter -> parameter == boolean.class ? Boolean.TRUE : null)
                .toArray();
        return (HazardState) constructor.newInstance(values);
    }
}
