package org.anshe.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTests {

    @Test
    void seesWhatWasCommittedWhenItWasTaken() {
        Snapshot snapshot = Snapshot.parse("10:15:11,13");

        assertThat(snapshot.sees(9)).isTrue();
        assertThat(snapshot.sees(10)).isTrue();
        assertThat(snapshot.sees(11)).isFalse();
        assertThat(snapshot.sees(12)).isTrue();
        assertThat(snapshot.sees(14)).isTrue();
        assertThat(snapshot.sees(15)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1:2", "a:b:", "1:2:3,", "1:2:'); drop", "1:99999999999999999999:"})
    void takesNothingElseForASnapshot(String text) {
        assertThat(Snapshot.isSnapshot(text)).isFalse();
    }

    @Test
    void knowsOneWithNobodyRunning() {
        assertThat(Snapshot.isSnapshot("730:730:")).isTrue();
        assertThat(Snapshot.parse("730:730:").sees(729)).isTrue();
    }
}
